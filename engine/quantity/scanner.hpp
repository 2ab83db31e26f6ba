#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

/// Reads a text from its beginning; what does not stand there is not taken.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of at least `fewest` digits, and as many as there are up to `most`, which must fit the Integer.
  template <typename Integer>
  std::optional<Integer> take_number(std::size_t fewest, std::size_t most) {
    std::size_t length = 0;
    Integer number = 0;
    for (; length < std::min(most, rest_.size()) && is_digit(rest_[length]); ++length) {
      number = number * 10 + static_cast<Integer>(rest_[length] - '0');
    }
    if (length < fewest) return std::nullopt;
    rest_.remove_prefix(length);
    return number;
  }

  static constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

 private:
  std::string_view rest_;
};

}  // namespace assay
