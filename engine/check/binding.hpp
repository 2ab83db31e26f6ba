#pragma once

#include "check/expression.hpp"

namespace assay::check {

/// A checked range. Its variable is visible as long as this stands.
class Binding {
 public:
  Binding(const syntax::Range& range, Scope& scope);
  Binding(const syntax::Name& variable, const syntax::Expression& list, Scope& scope);
  ~Binding() {
    scope_.variables.pop_back();
    --scope_.quantifiers;
  }
  Binding(const Binding&) = delete;
  Binding& operator=(const Binding&) = delete;

  model::TypeId element() const { return scope_.context.scheme.variables[range_.variable].type; }
  model::Range take() { return std::move(range_); }

 private:
  Scope& scope_;
  model::Range range_;
};

}  // namespace assay::check
