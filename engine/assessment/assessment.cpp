#include "assessment/assessment.hpp"

#include <utility>

namespace assay::assessment {

namespace {

template <typename Item>
std::vector<Item> emptied(std::vector<Item> items) {
  items.clear();
  return items;
}

}  // namespace

std::string_view modal_word(Modal modal) {
  switch (modal) {
    case Modal::shall: return "shall";
    case Modal::should: return "should";
    case Modal::may: return "may";
  }
  return "shall";
}

Assessment emptied(Assessment used) {
  Assessment empty;
  empty.memory = std::move(used.memory);
  empty.memory.clear();
  empty.requirements = emptied(std::move(used.requirements));
  empty.open_points = emptied(std::move(used.open_points));
  empty.data_findings = emptied(std::move(used.data_findings));
  empty.values = emptied(std::move(used.values));
  return empty;
}

}  // namespace assay::assessment
