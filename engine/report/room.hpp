#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace assay::report {

/// Where the text ends that is copied to `to`.
inline char* copied(std::string_view text, char* to) { return to + text.copy(to, text.size()); }

/// Room behind a text, written without asking the text about each byte. Nobody else may write to the text before the
/// room is gone, which gives back what it did not use.
class Room {
 public:
  explicit Room(std::string& text) : text_(text) { open(text.size()); }
  ~Room() { text_.resize(size()); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  /// Where the next `bytes` may be written; `advance` says how far it came.
  char* at_least(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - next_) < bytes) grow(bytes);
    return next_;
  }
  void advance(const char* to) { next_ += to - next_; }

  void put(std::string_view piece) { next_ += piece.copy(at_least(piece.size()), piece.size()); }
  /// Bytes of the text by now.
  std::size_t size() const { return static_cast<std::size_t>(next_ - text_.data()); }

 private:
  void open(std::size_t used) {
    next_ = text_.data() + used;
    end_ = text_.data() + text_.size();
  }
  void grow(std::size_t bytes) {
    constexpr std::size_t step = 16384;
    const std::size_t used = size();
    const std::size_t wanted = used + std::max(bytes, step);
    // As much again as there is, so that a text of any length is copied twice at most; but not more of the memory that
    // is there already than is soon filled, for it is cleared first.
    text_.resize(wanted <= text_.capacity() ? wanted : std::max(wanted, 2 * text_.capacity()));
    open(used);
  }

  std::string& text_;
  char* next_ = nullptr;
  const char* end_ = nullptr;
};

}  // namespace assay::report
