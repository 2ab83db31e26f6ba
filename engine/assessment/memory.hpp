#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay::assessment {

/// Texts and lists that stay where they are until it is emptied or goes; moved, it takes them along. Emptied, it keeps
/// its blocks for the next ones, so that of a stream it soon allocates nothing.
class Memory {
 public:
  Memory() = default;
  Memory(Memory&& other) noexcept
      : blocks_(std::exchange(other.blocks_, {})),
        block_(std::exchange(other.block_, 0)),
        next_(std::exchange(other.next_, nullptr)),
        left_(std::exchange(other.left_, 0)) {}
  Memory& operator=(Memory&& other) noexcept {
    blocks_ = std::exchange(other.blocks_, {});
    block_ = std::exchange(other.block_, 0);
    next_ = std::exchange(other.next_, nullptr);
    left_ = std::exchange(other.left_, 0);
    return *this;
  }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() = default;

  /// A copy of a text.
  std::string_view keep(std::string_view text) {
    char* const kept = taken(text.size(), 1);
    text.copy(kept, text.size());
    return {kept, text.size()};
  }
  /// Two texts as one.
  std::string_view joined(std::string_view first, std::string_view second) {
    const std::size_t size = first.size() + second.size();
    char* const kept = taken(size, 1);
    first.copy(kept, first.size());
    second.copy(kept + first.size(), second.size());
    return {kept, size};
  }
  /// Several texts as one.
  std::string_view joined(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts) size += part.size();
    char* const kept = taken(size, 1);
    char* to = kept;
    for (const std::string_view part : parts) to += part.copy(to, part.size());
    return {kept, size};
  }
  /// A copy of a list, whose items need no destructor.
  template <typename Item>
  std::span<const Item> keep(const std::vector<Item>& items) {
    static_assert(std::is_trivially_destructible_v<Item> && std::is_trivially_copyable_v<Item>);
    if (items.empty()) return {};
    void* const kept = taken(items.size() * sizeof(Item), alignof(Item));
    std::memcpy(kept, items.data(), items.size() * sizeof(Item));
    return {std::launder(static_cast<const Item*>(kept)), items.size()};
  }

  /// So many items of that kind, as they are by default.
  template <typename Item>
  std::span<Item> items(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<Item>);
    if (count == 0) return {};
    void* const room = taken(count * sizeof(Item), alignof(Item));
    std::uninitialized_value_construct_n(static_cast<Item*>(room), count);
    return {std::launder(static_cast<Item*>(room)), count};
  }
  /// A copy of one item of that kind.
  template <typename Item>
  Item* keep_one(const Item& item) {
    static_assert(std::is_trivially_destructible_v<Item> && std::is_trivially_copyable_v<Item>);
    return new (taken(sizeof(Item), alignof(Item))) Item(item);
  }

  void clear() {
    // What one dossier in a million needed must not be kept for all others.
    constexpr std::size_t most_kept = std::size_t{1} << 20;
    std::size_t kept = 0;
    const auto is_too_much = [&](const Block& block) { return (kept += block.size) > most_kept; };
    blocks_.erase(std::find_if(blocks_.begin(), blocks_.end(), is_too_much), blocks_.end());
    go_to(0);
  }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  /// The alignment is a power of two, at most that of every block.
  char* taken(std::size_t bytes, std::size_t alignment) {
    std::size_t gap = (~reinterpret_cast<std::uintptr_t>(next_) + 1) & (alignment - 1);
    if (gap + bytes > left_) {
      go_to_next(bytes);
      gap = 0;
    }
    char* const begin = next_ + gap;
    next_ = begin + bytes;
    left_ -= gap + bytes;
    return begin;
  }
  void go_to_next(std::size_t bytes) {
    constexpr std::size_t usual = std::size_t{16} << 10;
    if (next_ != nullptr) ++block_;
    if (block_ >= blocks_.size() || blocks_[block_].size < bytes) {
      const std::size_t size = std::max(bytes, usual);
      const auto at = blocks_.begin() + static_cast<std::ptrdiff_t>(block_);
      blocks_.insert(at, Block{std::make_unique_for_overwrite<char[]>(size), size});
    }
    go_to(block_);
  }
  void go_to(std::size_t block) {
    const bool is_there = block < blocks_.size();
    block_ = block;
    next_ = is_there ? blocks_[block].bytes.get() : nullptr;
    left_ = is_there ? blocks_[block].size : 0;
  }

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  ///< that is being filled
  char* next_ = nullptr;   ///< what of it is not taken yet
  std::size_t left_ = 0;
};

}  // namespace assay::assessment
