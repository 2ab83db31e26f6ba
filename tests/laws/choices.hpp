#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace assay::laws {

/// What a generator decides, as numbers. When they are used up every choice is the first one, and generators put the
/// simplest first: so a shorter list of smaller numbers is a simpler case, and RapidCheck's own shrinking does the
/// rest.
class Choices {
 public:
  explicit Choices(std::vector<int> numbers) : numbers_(std::move(numbers)) {}

  std::size_t below(std::size_t count) {
    if (next_ >= numbers_.size() || count == 0) return 0;
    return static_cast<std::size_t>(numbers_[next_++]) % count;
  }
  bool one_in(std::size_t count) { return below(count) == count - 1; }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::vector<int> numbers_;
  std::size_t next_ = 0;
};

Choices any_choices(int most);

}  // namespace assay::laws
