#pragma once

#include <cstdint>

// What a piece of work asks of the heap. The program's operator new and delete are replaced by ones that count.
namespace assay::bench {

struct Heap {
  std::uint64_t allocations = 0;
  std::uint64_t bytes = 0;  ///< as they were asked for
  std::uint64_t peak = 0;   ///< most bytes at one time, with what the allocator adds
};

void start_counting();
Heap stop_counting();

/// Runs `work` once. Timed runs are not counted, so that counting costs them nothing.
template <typename Work>
Heap heap_of(Work work) {
  start_counting();
  work();
  return stop_counting();
}

}  // namespace assay::bench
