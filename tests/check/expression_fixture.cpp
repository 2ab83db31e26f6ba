#include "check/expression_fixture.hpp"

#include "check/checked.hpp"

namespace assay::check {

namespace {

constexpr std::string_view world = R"(
scheme "Mark" {
  id "example.org/mark"
  version "1"
  owner "Example"
  object product
}
unit kWh
unit MWh = 1000 kWh
unit FLOP
enum Risk { high, low, none }
enum Oversight { none, basic, enhanced }
enum Impact { rights "Rights-Impacting", safety "Safety-Impacting" }
enum Answer { yes "item1-3" = 3, no "item2-0" = 0 }
record Dataset {
  name      text
  share     number in %
  collected date
}
subject system {
  name      text
  risk      Risk
  impact    Impact
  answer    Answer
  answers   set of Answer
  datasets  list of Dataset
  sites     list of text
  loads     list of number in MWh
  energy    number in kWh
  peak      number in MWh
  compute   number in FLOP
  share     number in %
  fraction  number
  number_of integer
  certified boolean
  since     date
  at        datetime
  period    duration
  first     Dataset
}
define is_high = system.risk is high
define doubled(x: number in kWh) = x * 2
define rated(r: Risk, share: number in %) = r is high and share > 5 %
table level(x: integer) by x -> Oversight {
  .. 0 => none
  1 .. => basic
}
)";

}  // namespace

std::string scheme_with(std::string_view condition, std::string_view declarations, std::string_view rule) {
  std::string text(world);
  text += declarations;
  text += "\nrequirement R-1 \"One\" {\n  shall ";
  text += condition;
  text += "\n}\ndecision {\n  refuse when ";
  text += rule;
  text += "\n  grant otherwise\n}\n";
  return text;
}

std::string meaning(std::string_view condition, std::string_view declarations) {
  const Checked result(scheme_with(condition, declarations));
  if (!result.scheme) return result.codes();
  const auto& requirements = result.scheme->requirements;
  return term_of(*result.scheme, *requirements[requirements.id_at(0)].provisions.front().condition);
}

std::string value_meaning(std::string_view value, std::string_view declarations) {
  const auto text = std::string(declarations) + "\ndefine it = " + std::string(value) + "\n";
  const Checked result(scheme_with("true", text));
  if (!result.scheme) return result.codes();
  const auto& defines = result.scheme->defines;
  const auto& it = *defines[defines.id_at(defines.size() - 1)].value;
  return term_of(*result.scheme, it) + " : " + result.scheme->types.words(it.type);
}

std::string rule_meaning(std::string_view condition) {
  const Checked result(scheme_with("true", "", condition));
  if (!result.scheme) return result.codes();
  return term_of(*result.scheme, *result.scheme->initial_decision().rules.front().condition);
}

std::string codes_of(std::string_view condition, std::string_view declarations) {
  return Checked(scheme_with(condition, declarations)).codes();
}

std::string report_of(std::string_view condition, std::string_view declarations) {
  return Checked(scheme_with(condition, declarations)).first();
}

std::string place_of(std::string_view condition) { return Checked(scheme_with(condition)).place(); }

}  // namespace assay::check
