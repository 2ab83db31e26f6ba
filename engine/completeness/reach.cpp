// What the provisions rest on. A define that nothing names says nothing about the scheme.
#include "completeness/reach.hpp"

#include "model/walk.hpp"

#include <vector>

namespace assay::completeness {
namespace {

class Search {
 public:
  Search(const model::Scheme& scheme, const std::function<bool(const model::Expression&)>& holds)
      : scheme_(scheme), holds_(holds), defines_(scheme.defines.size()), tables_(scheme.tables.size()) {}

  const model::Expression* run() {
    for (const auto& requirement : scheme_.requirements) {
      push(requirement.applies);
      for (const auto& provision : requirement.provisions) push(provision.condition);
    }
    while (!open_.empty()) {
      const auto* next = open_.back();
      open_.pop_back();
      if (holds_(*next)) return next;
      enter_definition(*next);
      for (const auto* part : model::parts_of(*next)) open_.push_back(part);
    }
    return nullptr;
  }

 private:
  void push(const model::ExpressionPtr& expression) {
    if (expression) open_.push_back(expression.get());
  }
  void enter_definition(const model::Expression& expression) {
    if (const auto* call = std::get_if<model::DefineCall>(&expression.node)) {
      if (is_first(defines_, call->define.value)) push(scheme_.defines[call->define].value);
    } else if (const auto* table_call = std::get_if<model::TableCall>(&expression.node)) {
      if (!is_first(tables_, table_call->table.value)) return;
      const auto& table = scheme_.tables[table_call->table];
      for (const auto& input : table.inputs) push(input);
      for (const auto& row : table.rows) push(row.result);
    }
  }
  static bool is_first(std::vector<bool>& entered, std::uint32_t row) {
    if (entered[row]) return false;
    entered[row] = true;
    return true;
  }

  const model::Scheme& scheme_;
  const std::function<bool(const model::Expression&)>& holds_;
  std::vector<bool> defines_;
  std::vector<bool> tables_;
  std::vector<const model::Expression*> open_;
};

}  // namespace

const model::Expression* find_in_provisions(const model::Scheme& scheme,
                                            const std::function<bool(const model::Expression&)>& holds) {
  return Search(scheme, holds).run();
}

}  // namespace assay::completeness
