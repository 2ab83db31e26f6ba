// What was expected, what was found, and why that was found.
#include "trial/judge.hpp"

#include "assessment/measured.hpp"
#include "base/match.hpp"
#include "dossier/json_reader.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace assay::trial {

namespace {

using assessment::Assessment;
using assessment::DossierPlace;
using assessment::Ground;
using assessment::OpenPoint;
using assessment::Reason;
using assessment::ReasonKind;
using assessment::RequirementResult;

// Of a long list; a report of the dossier itself has them all.
constexpr std::size_t most_causes = 10;

std::string words_of(Verdict verdict, std::optional<Grade> grade) {
  std::string words(to_string(verdict));
  if (verdict == Verdict::nonconforming && grade) words += " " + std::string(to_string(*grade));
  return words;
}

/// A fact as a person writes it, if it was measured.
std::string value_at(const DossierPlace& place, std::string_view json, const RequirementResult& requirement) {
  for (const assessment::ProvisionResult& provision : requirement.provisions)
    for (const assessment::Measurement& measured : provision.measurements)
      if (measured.place.pointer == place.pointer) return assessment::words_of_value(measured);
  return std::string(json);
}

std::string words_of(const Ground& ground, const RequirementResult& requirement) {
  switch (ground.kind) {
    case Ground::Kind::fact: return value_at(ground.fact->place, ground.fact->value, requirement);
    case Ground::Kind::judgement: return "the judgement " + std::string(ground.statement->name);
    case Ground::Kind::evidence: return "the evidence " + std::string(ground.statement->name);
    case Ground::Kind::nonconformity: return "a nonconformity record";
    case Ground::Kind::presumption: return "the presumption \"" + std::string(ground.statement->name) + "\"";
  }
  return {};
}

class Judge {
 public:
  Judge(const Assessment& assessment, const evaluate::Scheme& scheme, const Locate& locate, const ExplainValue& explain)
      : assessment_(assessment), scheme_(scheme), locate_(locate), explain_(explain) {}

  ExpectationResult judge(const model::Expectation& expectation) {
    result_.text = expectation.text;
    match(expectation.what, [this](const auto& what) { hold_to(what); });
    if (result_.is_met) result_.because.clear();
    cut();
    return std::move(result_);
  }

 private:
  void hold_to(const model::ExpectedVerdict& expected);
  void hold_to(const model::ExpectedValue& expected);
  void hold_to(const model::ExpectedOpen& expected);
  void hold_to(const model::ExpectedDecision& expected);

  void add_why(const RequirementResult& requirement);
  void add_provisions(const RequirementResult& requirement, Truth met);
  void add_grounds(const RequirementResult& requirement);
  void add_leaves(const assessment::Explanation& part);
  void add_reasons(std::span<const Reason> reasons, const std::string& before, const RequirementResult& requirement);
  void add(std::string message, const DossierPlace& place);
  void add(std::string message) { result_.because.push_back({std::move(message), {}, std::nullopt}); }
  void cut();

  std::string shown(std::string_view json, model::TypeId type) const;
  static std::string text_of(std::string_view json);
  bool is_value(std::string_view json, const Value& value, model::TypeId type) const;

  const Assessment& assessment_;
  const evaluate::Scheme& scheme_;
  const Locate& locate_;
  const ExplainValue& explain_;
  ExpectationResult result_;
};

void Judge::add(std::string message, const DossierPlace& place) {
  Cause cause{std::move(message), std::string(place.pointer), std::nullopt};
  if (place.line > 0) cause.at = locate_(place);
  const auto is_same = [&](const Cause& known) {
    return known.message == cause.message && known.pointer == cause.pointer;
  };
  if (std::none_of(result_.because.begin(), result_.because.end(), is_same))
    result_.because.push_back(std::move(cause));
}

void Judge::cut() {
  const std::size_t all = result_.because.size();
  if (all <= most_causes) return;
  result_.because.resize(most_causes);
  add("and " + std::to_string(all - most_causes) + " more");
}

void Judge::add_reasons(std::span<const Reason> reasons, const std::string& before,
                        const RequirementResult& requirement) {
  for (const Reason& reason : reasons) {
    std::string message(reason.message);
    if (reason.kind == ReasonKind::value && !reason.value.empty()) {
      message = "found ";
      message += reason.place ? value_at(*reason.place, reason.value, requirement) : std::string(reason.value);
      if (!reason.asked.empty()) message.append(", asked ").append(reason.asked);
    }
    if (reason.place)
      add(before + message, *reason.place);
    else
      add(before + message);
  }
}

void Judge::add_provisions(const RequirementResult& requirement, Truth met) {
  for (const assessment::ProvisionResult& provision : requirement.provisions) {
    if (provision.modal != "shall" || provision.met != met) continue;
    add_reasons(provision.reasons, std::string(provision.id) + ": ", requirement);
  }
}

void Judge::add_grounds(const RequirementResult& requirement) {
  for (const assessment::Ground& ground : requirement.rests_on)
    add("rests on " + words_of(ground, requirement), ground.place());
}

void Judge::add_leaves(const assessment::Explanation& part) {
  for (const assessment::Explanation& inner : part.parts) add_leaves(inner);
  const bool is_pending = part.parts.empty() && !part.note.empty();
  if (!part.place && !is_pending) return;
  std::string message = part.text + " is " + part.value;
  if (!part.note.empty() && part.value != "missing") message += " (" + part.note + ")";
  if (part.place)
    add(std::move(message), *part.place);
  else
    add(std::move(message));
}

void Judge::add_why(const RequirementResult& requirement) {
  switch (requirement.judged.verdict) {
    case Verdict::conforming: return add_grounds(requirement);
    case Verdict::nonconforming:
      add_reasons(requirement.reasons, "", requirement);
      add_provisions(requirement, Truth::no);
      if (!requirement.judged.grade_settled) add_provisions(requirement, Truth::unknown);
      return;
    case Verdict::undetermined:
      add_reasons(requirement.applies_reasons, "whether it applies: ", requirement);
      add_provisions(requirement, Truth::unknown);
      return add_reasons(requirement.evidence_reasons, "", requirement);
    case Verdict::not_applicable:
      if (!requirement.not_applicable_because.empty()) add(std::string(requirement.not_applicable_because));
      return;
  }
}

// A grade that an unknown could still make graver is none that a test may rely on.
void Judge::hold_to(const model::ExpectedVerdict& expected) {
  const RequirementResult& requirement = assessment_.requirements[expected.requirement.value];
  const Judged& judged = requirement.judged;
  const bool has_grade = !expected.grade || (judged.grade == expected.grade && judged.grade_settled);
  result_.is_met = judged.verdict == expected.verdict && has_grade;
  result_.expected = words_of(expected.verdict, expected.grade);
  result_.found = words_of(judged.verdict, judged.grade);
  if (!judged.grade_settled) result_.found += ", a grade that is not settled";
  add_why(requirement);
}

/// What a JSON text means; the JSON is the engine's own.
std::string Judge::text_of(std::string_view json) {
  std::vector<dossier::JsonValue> values;
  if (dossier::read_json(json, values)) return std::string(json);
  const dossier::Json read(json, values);
  return read.is_text(0) ? read.decoded(0) : std::string(json);
}

bool Judge::is_value(std::string_view json, const Value& value, model::TypeId type) const {
  if (const auto* truth = std::get_if<bool>(&value)) return json == (*truth ? "true" : "false");
  if (const auto* number = std::get_if<Decimal>(&value)) return Decimal::parse(json) == *number;
  const std::string text = text_of(json);
  if (const auto* words = std::get_if<std::string_view>(&value)) return text == *words;
  if (const auto* date = std::get_if<Date>(&value)) return text == to_string(*date);
  if (const auto* instant = std::get_if<DateTime>(&value)) return text == to_string(*instant);
  if (const auto* duration = std::get_if<Duration>(&value)) return text == to_string(*duration);
  const auto* member = std::get_if<Member>(&value);
  const model::Types& types = scheme_.model.types;
  return member != nullptr && text == types.enumerations[types[type].enumeration].members[member->position].name;
}

std::string Judge::shown(std::string_view json, model::TypeId type) const {
  if (json == "null") return "unknown";
  const model::Type& of = scheme_.model.types[type];
  if (of.kind == model::Kind::enumeration) return text_of(json);
  const bool has_unit = of.kind == model::Kind::integer || of.kind == model::Kind::number;
  if (!has_unit || of.unit == model::plain_unit) return std::string(json);
  return std::string(json) + " " + scheme_.model.types.units[of.unit].name;
}

void Judge::hold_to(const model::ExpectedValue& expected) {
  const assessment::NamedValue& value = assessment_.values[expected.position];
  const bool is_unknown = value.json == "null";
  result_.is_met =
      expected.value ? !is_unknown && is_value(value.json, expected.value->value, expected.type) : is_unknown;
  result_.expected = expected.value ? expected.words : "unknown";
  result_.found = shown(value.json, expected.type);
  if (!result_.is_met) add_leaves(explain_(expected.position));
}

void Judge::hold_to(const model::ExpectedOpen& expected) {
  const std::vector<OpenPoint>& points = assessment_.open_points;
  const auto is_it = [&](const OpenPoint& point) {
    return expected.is_pointer ? point.place.pointer == expected.point : point.name == expected.point;
  };
  const bool is_nothing = expected.point.empty();
  result_.is_met = is_nothing ? points.empty() : std::any_of(points.begin(), points.end(), is_it);
  result_.expected = is_nothing ? "nothing open" : "open " + expected.point;
  result_.found = points.empty() ? "nothing open" : std::to_string(points.size()) + " open";
  for (const OpenPoint& point : points) {
    const std::string message(point.message);
    if (point.name.empty())
      add("open: " + message, point.place);
    else
      add("open: " + std::string(point.name) + ", \"" + message + "\"");
  }
}

void Judge::hold_to(const model::ExpectedDecision& expected) {
  const assessment::DecisionResult& decision = assessment_.decision;
  result_.is_met = decision.outcome == expected.outcome;
  result_.expected = to_string(expected.outcome);
  result_.found = to_string(decision.outcome);
  add(decision.text);
  if (decision.at) result_.because.back().at = Place{std::string(decision.at->file), decision.at->position};
  for (const RequirementResult& requirement : assessment_.requirements) {
    const Judged& judged = requirement.judged;
    if (judged.verdict != Verdict::nonconforming && judged.verdict != Verdict::undetermined) continue;
    add(std::string(requirement.id) + " is " + words_of(judged.verdict, judged.grade));
  }
}

}  // namespace

ExpectationResult judge(const model::Expectation& expectation, const Assessment& assessment,
                        const evaluate::Scheme& scheme, const Locate& locate, const ExplainValue& explain) {
  return Judge(assessment, scheme, locate, explain).judge(expectation);
}

}  // namespace assay::trial
