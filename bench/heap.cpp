#include "heap.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace assay::bench {

namespace {

// The benchmarks run in one thread.
bool is_counting = false;
Heap counted;
std::int64_t live = 0;  // below zero when what was there before is freed

void count(void* block, std::size_t bytes) {
  ++counted.allocations;
  counted.bytes += bytes;
  live += static_cast<std::int64_t>(malloc_usable_size(block));
  counted.peak = std::max(counted.peak, static_cast<std::uint64_t>(std::max<std::int64_t>(live, 0)));
}

void* allocate(std::size_t bytes) {
  void* block = std::malloc(std::max<std::size_t>(bytes, 1));
  if (block == nullptr) throw std::bad_alloc();
  if (is_counting) count(block, bytes);
  return block;
}

void release(void* block) {
  if (is_counting) live -= static_cast<std::int64_t>(malloc_usable_size(block));
  std::free(block);
}

}  // namespace

void start_counting() {
  counted = {};
  live = 0;
  is_counting = true;
}

Heap stop_counting() {
  is_counting = false;
  return counted;
}

}  // namespace assay::bench

void* operator new(std::size_t bytes) { return assay::bench::allocate(bytes); }
void* operator new[](std::size_t bytes) { return assay::bench::allocate(bytes); }
void operator delete(void* block) noexcept { assay::bench::release(block); }
void operator delete[](void* block) noexcept { assay::bench::release(block); }
void operator delete(void* block, std::size_t) noexcept { assay::bench::release(block); }
void operator delete[](void* block, std::size_t) noexcept { assay::bench::release(block); }
