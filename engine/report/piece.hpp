#pragma once

#include <array>
#include <cassert>
#include <cstring>
#include <string_view>

namespace assay::report {

/// A short text that is copied very often. All the bytes that one may have are copied, whatever it has: that takes less
/// than to ask how many.
class Piece {
 public:
  static constexpr std::size_t most_bytes = 64;

  Piece() = default;
  explicit Piece(std::string_view text) : size_(text.size()) {
    assert(text.size() <= most_bytes);
    text.copy(bytes_.data(), most_bytes);
  }

  /// `to` has room for `most_bytes`. Gives where the text ends there.
  char* copy(char* to) const {
    std::memcpy(to, bytes_.data(), most_bytes);
    return to + size_;
  }

 private:
  std::array<char, most_bytes> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace assay::report
