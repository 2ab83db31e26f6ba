#include "evaluate/cells.hpp"

#include "evaluate/ordered_values.hpp"

#include <algorithm>
#include <cstdint>

namespace assay::evaluate {

using model::Kind;

namespace {

std::vector<Value> finite_values(const model::Type& type, const model::Types& types) {
  if (type.kind == Kind::boolean) return {false, true};
  std::vector<Value> members;
  const auto count = static_cast<std::uint32_t>(types.enumerations[type.enumeration].members.size());
  for (std::uint32_t i = 0; i < count; ++i) members.emplace_back(Member{i});
  return members;
}

template <typename Item>
void add_once(std::vector<Item>& items, const Item& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

/// A fact of ordered type and those with which it is compared, and what cuts their line.
struct Company {
  std::size_t size = 0;
  bool is_of_one_kind = true;
  std::vector<Value> cuts;             ///< each once
  std::vector<std::uint32_t> untried;  ///< likewise
};

Company company_of(const OpenFacts& open, std::size_t fact, const model::Types& types) {
  const std::vector<std::size_t> companies = companies_of(open);
  Company made;
  for (std::size_t other = 0; other < companies.size(); ++other) {
    if (companies[other] != companies[fact]) continue;
    ++made.size;
    made.is_of_one_kind &= types[open.facts[other].type].kind == types[open.facts[fact].type].kind;
    for (const Cut& cut : open.facts[other].cuts) add_once(made.cuts, cut.value);
    for (const std::uint32_t slot : open.facts[other].untried) add_once(made.untried, slot);
  }
  return made;
}

/// For how many values at most each of the company is tried, now or later. A fact that is given becomes a cut, so the
/// sum of both never grows.
std::size_t most_values(const Company& company) {
  const std::size_t sum = company.cuts.size() + company.untried.size() + company.size;
  std::size_t most = 0;
  for (std::size_t left = 1; left <= company.size; ++left) {
    const std::size_t cuts = sum - left;
    most = std::max(most, cuts + (cuts + 1) * left);
  }
  return most;
}

}  // namespace

std::optional<std::vector<std::vector<Value>>> cells_of(const OpenFacts& open, const model::Types& types) {
  std::vector<std::vector<Value>> cells;
  for (std::size_t i = 0; i < open.facts.size(); ++i) {
    const model::Type& type = types[open.facts[i].type];
    if (!is_ordered(type.kind)) {
      cells.push_back(finite_values(type, types));
      continue;
    }
    const Company company = company_of(open, i, types);
    // Whole numbers among others would need cuts of their own.
    if (!company.is_of_one_kind) return std::nullopt;
    cells.push_back(values_among(company.cuts, company.size, type.kind));
  }
  return cells;
}

std::size_t most_combinations(const OpenFacts& open, const model::Types& types, std::size_t most) {
  std::size_t combinations = 1;
  for (std::size_t i = 0; i < open.facts.size(); ++i) {
    const model::Type& type = types[open.facts[i].type];
    const std::size_t values =
        is_ordered(type.kind) ? most_values(company_of(open, i, types)) : finite_values(type, types).size();
    if (values == 0 || values > most / combinations) return most + 1;
    combinations *= values;
  }
  return combinations;
}

}  // namespace assay::evaluate
