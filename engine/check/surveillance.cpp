// Surveillance: how often, by which activities, and what is assessed again.
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::SurveillanceActivity;

/// In the order of SurveillanceActivity.
constexpr auto activity_names =
    std::to_array<std::string_view>({"market_sample", "factory_sample", "process_assessment", "system_audit"});

std::vector<SurveillanceActivity> check_activities(const std::vector<syntax::Name>& names, Context& context) {
  std::vector<SurveillanceActivity> activities;
  for (const auto& name : names) {
    const auto* known = std::find(activity_names.begin(), activity_names.end(), name.text);
    if (known != activity_names.end()) {
      activities.push_back(static_cast<SurveillanceActivity>(known - activity_names.begin()));
      continue;
    }
    const auto candidates = [] { return std::vector<std::string_view>(activity_names.begin(), activity_names.end()); };
    auto help = suggest(name.text, candidates, context);
    if (help.empty()) help = {"write one of market_sample, factory_sample, process_assessment, system_audit"};
    context.diagnostics.add({.code = Code::unknown_surveillance_activity,
                             .arguments = {name.text},
                             .at = {span_of(name, context, 0), ""},
                             .also = {},
                             .help = std::move(help)});
  }
  return activities;
}

void report(Code code, std::vector<std::string> arguments, source::Span at, std::string help, Context& context) {
  context.diagnostics.add(
      {.code = code, .arguments = std::move(arguments), .at = {at, ""}, .also = {}, .help = {std::move(help)}});
}

}  // namespace

std::optional<Duration> check_interval(const syntax::Expression& written, Context& context, std::size_t module) {
  Scope scope{.context = context,
              .module = module,
              .place = Scope::Place::define,
              .variables = {},
              .quantifiers = 0,
              .requirement = std::nullopt,
              .provision_id = ""};
  const auto expression = check_expression(written, scope);
  if (expression->type == model::TypeId{}) return std::nullopt;
  const auto constant = constant_of(*expression);
  const auto* duration = constant ? std::get_if<Duration>(&constant->value) : nullptr;
  // Both ends of a period of validity are days, so that hours have no meaning there.
  if (duration != nullptr && duration->seconds == 0 && (duration->months > 0 || duration->days > 0)) return *duration;
  report(Code::not_a_period, {phrase_of(written, context, module)}, span_of(written, context, module),
         "write a period such as '3 years' or '12 months'", context);
  return std::nullopt;
}

void check_surveillance(const Declarations& declarations, Context& context) {
  if (declarations.surveillance == nullptr) return;
  const syntax::Surveillance& node = *declarations.surveillance;
  model::Surveillance surveillance;
  surveillance.span = span_of(node, context, 0);
  for (const auto& round : node.rounds) {
    model::SurveillanceRound row;
    row.interval = check_interval(*round.interval, context, 0).value_or(Duration{});
    row.activities = check_activities(round.activities, context);
    row.reassess = check_requirement_names(round.reassess, context, 0);
    surveillance.rounds.push_back(std::move(row));
  }
  if (node.rounds.empty())
    report(Code::missing_entry, {"surveillance", "'every'"}, surveillance.span, "add 'every 12 months by system_audit'",
           context);
  context.scheme.surveillance = std::move(surveillance);
}

}  // namespace assay::check
