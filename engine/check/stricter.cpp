// A profile that says `stricter` never gets a better outcome than the scheme that it changes, or it does not compile.
// What only adds demands keeps every verdict or makes it worse; whether the decision follows is found out from its
// rules, and where it cannot be found out the claim is refused.
#include "check/course.hpp"
#include "check/profile.hpp"

#include <algorithm>
#include <array>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::ProfileChange;
using model::Tally;

constexpr auto harmless_entries = std::to_array<std::string_view>({"title", "id", "version", "owner", "bodies"});

bool is_harmless(const ProfileChange& change) {
  if (change.kind == ProfileChange::Kind::add || change.kind == ProfileChange::Kind::tighten) return true;
  return change.kind == ProfileChange::Kind::set &&
         std::find(harmless_entries.begin(), harmless_entries.end(), change.what) != harmless_entries.end();
}

/// From worst to best. Whether `defer` becomes better or worse shows when what is open is known.
int rank(DecisionOutcome outcome) {
  switch (outcome) {
    case DecisionOutcome::refuse:
    case DecisionOutcome::decline:
    case DecisionOutcome::withdraw: return 0;
    case DecisionOutcome::suspend: return 1;
    case DecisionOutcome::reduce: return 2;
    case DecisionOutcome::conditional: return 3;
    case DecisionOutcome::defer: return 4;
    case DecisionOutcome::grant:
    case DecisionOutcome::maintain:
    case DecisionOutcome::extend:
    case DecisionOutcome::restore: return 5;
  }
  return 0;
}

bool is_positive(const model::DecisionRule& rule) { return sign_of(rule.outcome) == OutcomeSign::positive; }

/// The condition and, if it joins several by the connective, each of these: `a or b or c`.
bool has_part(const model::DecisionRule& rule, bool is_and, Tally tally,
              bool (*holds)(const model::Expression&, Tally)) {
  if (!rule.condition) return false;
  if (holds(*rule.condition, tally)) return true;
  const auto* connective = std::get_if<model::Connective>(&rule.condition->node);
  return connective != nullptr && connective->is_and == is_and &&
         std::any_of(connective->operands.begin(), connective->operands.end(),
                     [&](const model::ExpressionPtr& operand) { return holds(*operand, tally); });
}

bool stops_at(const model::DecisionRule& rule, Tally tally) {
  return !is_positive(rule) && (has_part(rule, false, tally, is_at_least_one) ||
                                has_part(rule, false, Tally::nonconforming, is_at_least_one));
}

class StricterCheck {
 public:
  StricterCheck(const Declarations& declarations, Context& context)
      : node_(*declarations.profile),
        header_(*declarations.header),
        context_(context),
        profile_(*context.scheme.profile),
        demand_(demand()) {}

  void check() {
    for (const auto& change : profile_.changes)
      if (!is_harmless(change)) report_weaker(change);
    if (!demand_.adds && demand_.tightened.empty()) return;
    check_applicability();
    for (const auto& decision : context_.scheme.decisions)
      if (decision) check(*decision);
  }

 private:
  Demand demand() const;
  void check_applicability();
  void check(const model::Decision& decision);
  void check_rule(const model::Decision& decision, std::size_t position);
  bool is_guarded(const model::Decision& decision, std::size_t position, Tally tally) const;
  std::vector<Tally> tallies_to_guard() const;
  void report_weaker(const ProfileChange& change);
  diagnostics::Place place_in_scheme(const ProfileChange& change) const;
  diagnostics::Place place_of_provision(const std::string& id) const;
  diagnostics::Place place_of_entry(const std::string& key) const;
  void refuse(std::string why, source::Span at, std::string label);

  const syntax::Profile& node_;
  const syntax::Header& header_;  ///< of the scheme
  Context& context_;
  const model::Profile& profile_;
  Demand demand_;
};

Demand StricterCheck::demand() const {
  Demand demand;
  for (const auto& change : profile_.changes) {
    demand.adds |= change.kind == ProfileChange::Kind::add;
    if (change.kind == ProfileChange::Kind::tighten)
      demand.tightened.insert(context_.requirements.find(change.what)->second);
  }
  const auto& requirements = context_.scheme.requirements;
  demand.applies_anyway = std::any_of(requirements.begin(), requirements.end(), [&](const auto& requirement) {
    const bool is_always_in_force =
        !requirement.in_force.from && !requirement.in_force.to && requirement.in_force_from == nullptr;
    return !requirement.applies && is_always_in_force && requirement.span.file != context_.module_files[context_.root];
  });
  return demand;
}

/// Where nothing applies the outcome is `defer`; what is added could apply alone, conform, and be granted.
void StricterCheck::check_applicability() {
  if (!demand_.adds || demand_.applies_anyway) return;
  refuse("no requirement of the scheme applies to everything, so one that is added may stand alone",
         context_.scheme.header.span, "each of its requirements says 'applies when' or 'in_force'");
}

void StricterCheck::check(const model::Decision& decision) {
  for (std::size_t i = 0; i < decision.rules.size(); ++i) check_rule(decision, i);
}

void StricterCheck::check_rule(const model::Decision& decision, std::size_t position) {
  const auto& rule = decision.rules[position];
  const auto later_is = [&](auto holds) {
    return std::any_of(decision.rules.begin() + static_cast<std::ptrdiff_t>(position) + 1, decision.rules.end(), holds);
  };
  if (is_positive(rule)) {
    for (const Tally tally : tallies_to_guard())
      if (!is_guarded(decision, position, tally))
        return refuse("its decision may be positive although something is nonconforming or waived", rule.span,
                      "is not kept from what a tightened requirement lacks");
  }
  if (!rule.condition) return;
  demand_.majors_come_first =
      std::any_of(decision.rules.begin(), decision.rules.begin() + static_cast<std::ptrdiff_t>(position) + 1,
                  [](const model::DecisionRule& earlier) { return stops_at(earlier, Tally::majors); });
  const auto better = [&](const model::DecisionRule& later) { return rank(later.outcome) > rank(rule.outcome); };
  const auto worse = [&](const model::DecisionRule& later) { return rank(later.outcome) < rank(rule.outcome); };
  switch (course_of(*rule.condition, demand_)) {
    case Course::same: return;
    case Course::rises:
      if (is_positive(rule) || later_is(worse)) break;
      return;
    case Course::falls:
      if (later_is(better) || later_is(is_positive)) break;
      return;
    case Course::either:
      return refuse("a rule of the decision may turn either way when more is demanded", rule.span,
                    "'" + rule.text + "' may begin or cease to hold");
  }
  refuse("a rule of the decision may lead to a better outcome when more is demanded", rule.span,
         "'" + rule.text + "' stands before rules that may be better or worse");
}

/// A requirement that was undetermined may become nonconforming, and then nothing is open any more: no positive
/// outcome may pass that by.
std::vector<Tally> StricterCheck::tallies_to_guard() const {
  bool major = false;
  bool minor = false;
  for (const auto id : demand_.tightened)
    for (const auto& provision : context_.scheme.requirements[id].provisions) {
      if (provision.modal != Modal::shall || provision.span.file != context_.module_files[context_.root]) continue;
      (provision.grade == Grade::major ? major : minor) = true;
    }
  std::vector<Tally> tallies;
  if (major) tallies.push_back(Tally::majors);
  if (minor) tallies.push_back(Tally::minors);
  if (!tallies.empty() && !context_.scheme.header.waiver_role.empty()) tallies.push_back(Tally::waived);
  return tallies;
}

bool StricterCheck::is_guarded(const model::Decision& decision, std::size_t position, Tally tally) const {
  const auto& rule = decision.rules[position];
  if (has_part(rule, true, tally, is_none)) return true;
  if (tally != Tally::waived && has_part(rule, true, Tally::nonconforming, is_none)) return true;
  return std::any_of(decision.rules.begin(), decision.rules.begin() + static_cast<std::ptrdiff_t>(position),
                     [&](const model::DecisionRule& earlier) {
                       const bool counts_waived = has_part(earlier, false, Tally::waived, is_at_least_one);
                       return tally == Tally::waived ? counts_waived && !is_positive(earlier)
                                                     : stops_at(earlier, tally);
                     });
}

void StricterCheck::report_weaker(const ProfileChange& change) {
  context_.diagnostics.add({.code = Code::change_not_stricter,
                            .arguments = {words_of(change)},
                            .at = {change.span, "is no stricter demand"},
                            .also = {place_in_scheme(change)},
                            .help = {"take the change out, or the word 'stricter'"}});
}

/// What the change makes weaker, where it stands in the scheme.
diagnostics::Place StricterCheck::place_in_scheme(const ProfileChange& change) const {
  const auto& scheme = context_.scheme;
  if (change.kind == ProfileChange::Kind::relax) return place_of_provision(change.what);
  if (change.kind == ProfileChange::Kind::exempt)
    return {scheme.requirements[context_.requirements.find(change.what)->second].span, "is demanded here"};
  return place_of_entry(change.what);
}

diagnostics::Place StricterCheck::place_of_entry(const std::string& key) const {
  for (const auto& entry : header_.entries)
    if (entry.key.text == key) return {span_of(entry, context_, 0), "is set here"};
  return {context_.scheme.header.span, "leaves it open"};
}

diagnostics::Place StricterCheck::place_of_provision(const std::string& what) const {
  for (const auto& change : node_.changes) {
    const auto* relaxation = std::get_if<syntax::Relaxation>(&change);
    if (relaxation == nullptr || relaxation->requirement.text + "/" + relaxation->provision.text != what) continue;
    if (const auto* provision = find_provision(*relaxation, context_)) return {provision->span, "is a shall here"};
  }
  return {context_.scheme.header.span, "the scheme"};
}

void StricterCheck::refuse(std::string why, source::Span at, std::string label) {
  context_.diagnostics.add({.code = Code::not_shown_stricter,
                            .arguments = {std::move(why)},
                            .at = {span_of(node_.title, context_, context_.root), "says 'stricter'"},
                            .also = {{at, std::move(label)}},
                            .help = {"take out the word 'stricter'"}});
}

}  // namespace

void check_stricter(const Declarations& declarations, Context& context) {
  const auto* profile = declarations.profile;
  if (profile == nullptr || !profile->is_stricter || declarations.header == nullptr) return;
  StricterCheck(declarations, context).check();
}

}  // namespace assay::check
