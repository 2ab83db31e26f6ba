// Units, each expressed in its base unit.
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

/// A unit that is a multiple of another one.
struct Multiple {
  const Declared<syntax::Unit, model::UnitId>* declared = nullptr;
  Decimal factor;
  model::UnitId of;
  enum class State : std::uint8_t { untouched, under_way, done } state = State::untouched;
};

void report_factor(const syntax::Number& number, Code code, std::vector<std::string> arguments, Context& context,
                   std::size_t module) {
  context.diagnostics.add({.code = code,
                           .arguments = std::move(arguments),
                           .at = {span_of(number, context, module), ""},
                           .also = {},
                           .help = {}});
}

std::optional<Multiple> multiple_of(const Declared<syntax::Unit, model::UnitId>& unit, Context& context) {
  const auto& number = *unit.node->multiple;
  const auto factor = Decimal::parse(number.digits);
  if (!factor) {
    report_factor(number, Code::number_out_of_range, {number.digits}, context, unit.module);
    return std::nullopt;
  }
  if (factor->is_zero() || factor->is_negative()) {
    report_factor(number, Code::type_mismatch, {"a factor above 0", number.digits}, context, unit.module);
    return std::nullopt;
  }
  if (!number.unit) {
    report_factor(number, Code::type_mismatch, {"a number with a unit", "a plain number"}, context, unit.module);
    return std::nullopt;
  }
  const auto base = check_unit(*number.unit, context, unit.module);
  if (base == model::plain_unit) return std::nullopt;
  return Multiple{.declared = &unit, .factor = *factor, .of = base};
}

class Bases {
 public:
  explicit Bases(Context& context) : context_(context), multiples_(context.scheme.types.units.size()) {}

  void add(Multiple multiple) { multiples_[multiple.declared->id.value] = multiple; }
  void resolve_all() {
    for (std::uint32_t row = 0; row < multiples_.size(); ++row) resolve({row});
  }

 private:
  using State = Multiple::State;

  /// Follows the multiples up to a unit whose base is known and comes back, so that a long chain needs no stack.
  void resolve(model::UnitId unit) {
    std::vector<model::UnitId> chain;
    while (multiples_[unit.value] && multiples_[unit.value]->state == State::untouched) {
      multiples_[unit.value]->state = State::under_way;
      chain.push_back(unit);
      unit = multiples_[unit.value]->of;
    }
    if (multiples_[unit.value] && multiples_[unit.value]->state == State::under_way) report_cycle(unit);
    while (!chain.empty()) {
      settle(chain.back());
      chain.pop_back();
    }
  }

  void settle(model::UnitId unit) {
    auto& multiple = *multiples_[unit.value];
    multiple.state = State::done;
    auto& units = context_.scheme.types.units;
    const auto factor = multiply(multiple.factor, units[multiple.of].factor);
    if (!factor || factor->is_zero()) {
      const auto& number = *multiple.declared->node->multiple;
      return report_factor(number, Code::number_out_of_range, {number.digits}, context_, multiple.declared->module);
    }
    units[unit].base = units[multiple.of].base;
    units[unit].factor = *factor;
  }

  void report_cycle(model::UnitId unit) {
    const auto& row = context_.scheme.types.units[unit];
    context_.diagnostics.add({.code = Code::cyclic_definition,
                              .arguments = {"unit " + row.name},
                              .at = {row.span, ""},
                              .also = {},
                              .help = {}});
  }

  Context& context_;
  std::vector<std::optional<Multiple>> multiples_;  ///< by unit; nothing for a base unit
};

}  // namespace

void check_units(const Declarations& declarations, Context& context) {
  Bases bases(context);
  for (const auto& unit : declarations.units) {
    if (!unit.node->multiple) continue;
    if (const auto multiple = multiple_of(unit, context)) bases.add(*multiple);
  }
  bases.resolve_all();
}

model::UnitId check_unit(const syntax::Name& unit, Context& context, std::size_t module) {
  if (const auto found = find_unit(unit.text, context, module)) return *found;
  const auto units = [](const Names& known) {
    std::vector<std::string_view> names;
    for (const auto& [name, id] : known.units) names.push_back(name);
    return names;
  };
  context.diagnostics.add({.code = Code::unknown_unit,
                           .arguments = {unit.text},
                           .at = {span_of(unit, context, module), ""},
                           .also = {},
                           .help = suggest_name(unit.text, units, context, module)});
  return model::plain_unit;
}

}  // namespace assay::check
