#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace assay::cli {

/// Bytes that are read into and used again: what is taken is not set to zero first, and behind the end there is always
/// room that a vectorised reader may look at.
class Buffer {
 public:
  static constexpr std::size_t padding = 64;

  std::string_view text() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }

  /// Where at least `count` more bytes can be put; `grow` then says how many were.
  char* room_for(std::size_t count) {
    if (size_ + count > capacity_) reserve(std::max(size_ + count, 2 * capacity_));
    return bytes_.get() + size_;
  }
  void grow(std::size_t count) {
    size_ += count;
    std::memset(bytes_.get() + size_, 0, padding);
  }
  void append(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(room_for(text.size()), text.data(), text.size());
    grow(text.size());
  }
  void truncate(std::size_t size) { size_ = std::min(size, size_); }

  /// Empty; gives back what one large text took, so that it is not held for the rest of a run.
  void clear(std::size_t kept_capacity) {
    size_ = 0;
    if (capacity_ <= kept_capacity) return;
    bytes_.reset();
    capacity_ = 0;
  }

 private:
  void reserve(std::size_t capacity) {
    auto larger = std::make_unique_for_overwrite<char[]>(capacity + padding);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace assay::cli
