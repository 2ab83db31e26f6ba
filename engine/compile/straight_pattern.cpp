// Most patterns of schemes say how an identifier, a version or a digest is written. RE2 is asked about the others.
#include "compile/straight_pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace assay::compile {
namespace {

using program::StraightPattern;
using Step = StraightPattern::Step;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_plain(char letter) {
  constexpr std::string_view special = "^$.*+?()[]{}|\\";
  return letter >= ' ' && letter <= '~' && special.find(letter) == std::string_view::npos;
}

void accept(Step& step, char first, char last) {
  for (char letter = first; letter < last; ++letter) step.accepted[static_cast<unsigned char>(letter)] = true;
  step.accepted[static_cast<unsigned char>(last)] = true;
}

/// Reads the steps one after the other; gives up at whatever it does not know.
class Reading {
 public:
  explicit Reading(std::string_view pattern) : rest_(pattern) {}

  std::optional<StraightPattern> read() {
    if (!take('^') || !rest_.ends_with('$')) return std::nullopt;
    rest_.remove_suffix(1);
    StraightPattern straight;
    while (!rest_.empty()) {
      Step step;
      if (!take_set(step) || !take_count(step)) return std::nullopt;
      straight.steps.push_back(std::move(step));
    }
    if (!is_straight(straight.steps)) return std::nullopt;
    join_words(straight.steps);
    return straight;
  }

 private:
  bool take(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  char next() {
    const char letter = rest_.front();
    rest_.remove_prefix(1);
    return letter;
  }

  bool take_set(Step& step) {
    if (take('[')) return take_class(step);
    if (take('\\')) return take_escape(step);
    if (!is_plain(rest_.front())) return false;
    const char letter = next();
    accept(step, letter, letter);
    return true;
  }

  bool take_escape(Step& step) {
    if (rest_.empty()) return false;
    const char letter = next();
    if (letter == 'd') {
      accept(step, '0', '9');
      return true;
    }
    const bool is_sign =
        letter > ' ' && letter <= '~' && !is_digit(letter) && !((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
    if (is_sign) accept(step, letter, letter);
    return is_sign;
  }

  /// Letters and ranges of them, without escapes and named classes.
  bool take_class(Step& step) {
    bool is_empty = true;
    while (!rest_.empty() && rest_.front() != ']') {
      const char first = next();
      const bool stands_for_itself = is_plain(first) || first == '.' || first == '+' || first == '*' || first == '?';
      if (!stands_for_itself || first == '-') return false;
      char last = first;
      if (take('-')) {
        if (rest_.empty() || !is_plain(rest_.front()) || rest_.front() == '-') return false;
        last = next();
      }
      if (last < first) return false;
      accept(step, first, last);
      is_empty = false;
    }
    return !is_empty && take(']');
  }

  std::optional<std::uint32_t> take_number() {
    constexpr std::size_t most_digits = 4;
    std::uint32_t number = 0;
    std::size_t digits = 0;
    for (; !rest_.empty() && is_digit(rest_.front()) && digits < most_digits; ++digits)
      number = number * 10 + static_cast<std::uint32_t>(next() - '0');
    return digits > 0 ? std::optional(number) : std::nullopt;
  }

  bool take_count(Step& step) {
    if (take('+')) {
      step.most = StraightPattern::any_number;
    } else if (take('*')) {
      step.fewest = 0;
      step.most = StraightPattern::any_number;
    } else if (take('?')) {
      step.fewest = 0;
    } else if (take('{')) {
      const auto fewest = take_number();
      if (!fewest) return false;
      step.fewest = step.most = *fewest;
      if (take(',')) step.most = take_number().value_or(StraightPattern::any_number);
      if (!take('}') || step.most < step.fewest) return false;
    } else {
      return true;
    }
    // A second one would make the first one lazy.
    return rest_.empty() || std::string_view("+*?{").find(rest_.front()) == std::string_view::npos;
  }

  /// As much as a step takes, it takes rightly, if nothing that may follow begins with more of the same. What must be
  /// taken in an exact number from a set that the next one shares would be such a case as well.
  static bool is_straight(const std::vector<Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      for (std::size_t follower = i + 1; follower < steps.size(); ++follower) {
        if (share_a_byte(steps[i], steps[follower]) && !is_one_byte(steps[i])) return false;
        if (steps[follower].fewest > 0) break;
      }
    }
    return true;
  }
  static bool share_a_byte(const Step& left, const Step& right) {
    for (std::size_t byte = 0; byte < left.accepted.size(); ++byte)
      if (left.accepted[byte] && right.accepted[byte]) return true;
    return false;
  }
  static bool is_one_byte(const Step& step) {
    return step.fewest == 1 && step.most == 1 && std::count(step.accepted.begin(), step.accepted.end(), true) == 1;
  }

  /// Single bytes beside each other are compared at once: a word may be followed by its own last letter.
  static void join_words(std::vector<Step>& steps) {
    std::vector<Step> joined;
    for (Step& step : steps) {
      if (!is_one_byte(step)) {
        joined.push_back(std::move(step));
        continue;
      }
      if (joined.empty() || joined.back().word.empty()) joined.emplace_back();
      const auto* byte = std::find(step.accepted.begin(), step.accepted.end(), true);
      joined.back().word += static_cast<char>(byte - step.accepted.begin());
    }
    steps = std::move(joined);
  }

  std::string_view rest_;
};

}  // namespace

std::optional<StraightPattern> straight_pattern(std::string_view pattern) { return Reading(pattern).read(); }

}  // namespace assay::compile
