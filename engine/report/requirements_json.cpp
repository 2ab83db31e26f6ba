// Requirements in the JSON report.
#include "report/requirements_json.hpp"

#include "base/json_text.hpp"
#include "report/completions.hpp"
#include "report/measurement.hpp"
#include "report/records_json.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace assay::report {

namespace {

using namespace assessment;

// Objects and arrays around the members of a requirement, and around those of a provision or of what it rests on.
constexpr unsigned requirement_depth = 3;
constexpr unsigned part_depth = 5;

constexpr std::size_t most_digits = 10;

char* copied(std::string_view text, char* to) { return to + text.copy(to, text.size()); }
char* copied(std::uint32_t number, char* to) {
  if (number >= 10) return std::to_chars(to, to + most_digits, number).ptr;
  *to = static_cast<char>('0' + number);
  return to + 1;
}

/// `value` as a JSON string.
char* json_text(std::string_view value, char* to) {
  *to++ = '"';
  const std::size_t plain = plain_json_length(value);
  to = copied(value.substr(0, plain), to);
  for_each_json_piece(value.substr(plain), ControlCharacters::by_letter,
                      [&](std::string_view piece) { to = copied(piece, to); });
  *to++ = '"';
  return to;
}

/// What a verdict can stand on, the most frequent first.
constexpr std::array<std::string_view, 5> bases = {"declared", "", "evidenced", "judged", "presumed"};

void write_reason(JsonWriter& json, const Reason& reason) {
  json.begin_object();
  json.member("kind", word(reason.kind));
  reason.place ? write_dossier_place(json, *reason.place) : write_no_place(json);
  if (!reason.value.empty()) {
    json.key("value");
    json.raw(reason.value);
  }
  if (!reason.unit.empty()) json.member("unit", reason.unit);
  if (!reason.asked.empty()) json.member("asked", reason.asked);
  if (reason.kind == ReasonKind::more) json.member("count", reason.count);
  json.member("message", reason.message);
  json.end_object();
}

void write_reasons(JsonWriter& json, std::string_view key, std::span<const Reason> reasons) {
  json.key(key);
  json.begin_array();
  for (const Reason& reason : reasons) write_reason(json, reason);
  json.end_array();
}

void write_judgement(JsonWriter& json, const Statement& judgement) {
  json.member("kind", "judgement");
  write_dossier_place(json, judgement.place);
  json.member("name", judgement.name);
  json.member_or_null("id", judgement.id);
  json.member("result", judgement.met ? "met" : "not_met");
  json.member_or_null("by", judgement.by);
  json.member_or_null("role", judgement.role);
  json.member_or_null("on", judgement.on);
  json.member_or_null("rationale", judgement.rationale);
}

void write_evidence_ground(JsonWriter& json, const Statement& evidence) {
  json.member("kind", "evidence");
  write_dossier_place(json, evidence.place);
  json.member("name", evidence.name);
  json.member_or_null("id", evidence.id);
  json.member_or_null("issuer", evidence.by);
  json.member_or_null("issued", evidence.on);
  json.member("digest", evidence.digest);
}

/// What is no fact.
void write_statement(JsonWriter& json, const Ground& ground) {
  json.begin_object();
  switch (ground.kind) {
    case Ground::Kind::judgement: write_judgement(json, *ground.statement); break;
    case Ground::Kind::evidence: write_evidence_ground(json, *ground.statement); break;
    case Ground::Kind::nonconformity: write_ground_of_record(json, *ground.statement); break;
    default: write_ground_of_presumption(json, *ground.statement);
  }
  json.end_object();
}

void write_evidence(JsonWriter& json, std::span<const EvidenceResult> items) {
  json.key("evidence");
  json.begin_array();
  for (const EvidenceResult& item : items) {
    json.begin_object();
    json.member_or_null("id", item.id);
    json.member("name", item.name);
    json.member("counts", item.counts);
    json.member("digest", item.digest);
    json.member_or_null("why_not", item.why_not);
    write_dossier_place(json, item.place);
    json.end_object();
  }
  json.end_array();
}

/// Up to the verdict.
void write_head(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.member("id", requirement.id);
  json.member("title", requirement.title);
  json.member_or_null("section", requirement.section ? std::string_view(scheme.sections[*requirement.section]) : "");
  write_sources(json, requirement, scheme);
}

/// Up to the result.
void write_head(JsonWriter& json, const model::Provision& provision) {
  json.member("id", provision.id);
  json.member("modal", modal_word(provision.modal));
  json.member("text", provision.text);
}

void write_place(JsonWriter& json, const model::Provision& provision, const source::Files& files) {
  const source::File& file = files[provision.span.file];
  json.key("at");
  write_scheme_place(json, {file.path(), file.position(provision.span.begin)});
}

void write_judged(JsonWriter& json, const Judged& judged) {
  json.member("verdict", to_string(judged.verdict));
  json.member_or_null("grade", judged.grade ? to_string(*judged.grade) : "");
  json.member("grade_settled", judged.grade_settled);
}

std::size_t place_of(const Judged& judged) {
  const std::size_t grade = judged.grade ? static_cast<std::size_t>(*judged.grade) + 1 : 0;
  return (static_cast<std::size_t>(judged.verdict) * 3 + grade) * 2 + std::size_t{judged.grade_settled};
}

void write_result(JsonWriter& json, Truth met, bool vacuous) {
  json.member("result", word(met));
  json.member("vacuous", vacuous);
}

std::size_t place_of(Truth met, bool vacuous) { return static_cast<std::size_t>(met) * 2 + std::size_t{vacuous}; }

// Groups of members, and whether a result has anything of them.

bool is_exempt(const RequirementResult& requirement) {
  return requirement.presumption || requirement.waiver || requirement.is_settled_by_completions;
}
void write_exemption(JsonWriter& json, const RequirementResult& requirement) {
  write_presumption(json, requirement);
  write_waiver(json, requirement);
  json.member_or_null("settled_by", requirement.is_settled_by_completions ? "completions" : "");
}

bool is_open(const RequirementResult& requirement) {
  return !requirement.reasons.empty() || !requirement.applies_reasons.empty() || requirement.applies_completions;
}
void write_open(JsonWriter& json, const RequirementResult& requirement) {
  write_reasons(json, "reasons", requirement.reasons);
  write_reasons(json, "applies_reasons", requirement.applies_reasons);
  write_completions(json, "applies_completions", requirement.applies_completions);
}

bool has_records(const RequirementResult& requirement) {
  return !requirement.nonconformities.empty() || !requirement.evidence.empty() || !requirement.evidence_reasons.empty();
}
void write_records(JsonWriter& json, const RequirementResult& requirement) {
  write_nonconformities(json, requirement);
  write_evidence(json, requirement.evidence);
  write_reasons(json, "evidence_reasons", requirement.evidence_reasons);
}

bool has_account(const ProvisionResult& provision) {
  return !provision.message.empty() || !provision.measurements.empty() || !provision.reasons.empty() ||
         provision.completions;
}
void write_account(JsonWriter& json, const ProvisionResult& provision) {
  json.member_or_null("message", provision.message);
  write_measurement(json, provision);
  write_reasons(json, "reasons", provision.reasons);
  write_completions(json, "completions", provision.completions);
}

}  // namespace

void write_sources(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.key("source");
  json.begin_array();
  for (const model::SourceReference& source : requirement.sources) {
    json.begin_object();
    json.member("document", scheme.documents[source.document].name);
    json.member("clause", source.clause);
    json.end_object();
  }
  json.end_array();
}

void write_scheme_place(JsonWriter& json, const SchemePlace& place) {
  json.begin_object();
  json.member("file", place.file);
  json.member("line", std::uint64_t{place.position.line});
  json.member("column", std::uint64_t{place.position.column});
  json.end_object();
}

void write_no_place(JsonWriter& json) {
  json.null_member("pointer");
  json.null_member("line");
  json.null_member("column");
}

template <typename Write>
RequirementsJson::Extent RequirementsJson::members(JsonWriter& json, unsigned depth, Write write) {
  const std::size_t begin = json.size();
  json.stand_at(depth, false);
  write();
  return {begin, json.size()};
}

template <typename Write>
RequirementsJson::Extent RequirementsJson::object(JsonWriter& json, unsigned depth, Write write) {
  const std::size_t begin = json.size();
  json.stand_behind_key(depth - 1);
  json.begin_object();
  write();
  return {begin, json.size()};
}

RequirementsJson::RequirementsJson(const evaluate::Scheme& scheme, Layout layout) {
  JsonWriter json(text_, layout);
  write_scheme(json, scheme);
  write_results(json);
  write_absences(json);
  write_fact_frame(layout);
}

void RequirementsJson::write_scheme(JsonWriter& json, const evaluate::Scheme& scheme) {
  for (const model::Requirement& requirement : scheme.model.requirements) {
    const Extent head = object(json, requirement_depth, [&] { write_head(json, requirement, scheme.model); });
    requirements_.push_back({head, provisions_.size()});
    for (const model::Provision& provision : requirement.provisions) {
      const Extent provision_head = object(json, part_depth, [&] { write_head(json, provision); });
      const Extent place = members(json, part_depth, [&] { write_place(json, provision, *scheme.files); });
      provisions_.push_back({provision_head, place});
    }
  }
}

void RequirementsJson::write_results(JsonWriter& json) {
  for (const Verdict verdict :
       {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined, Verdict::not_applicable}) {
    for (const std::optional<Grade> grade :
         {std::optional<Grade>(), std::optional(Grade::minor), std::optional(Grade::major)}) {
      for (const bool is_settled : {false, true}) {
        const Judged judged{verdict, grade, is_settled};
        judged_[place_of(judged)] = members(json, requirement_depth, [&] { write_judged(json, judged); });
        simply_judged_[place_of(judged)] = members(json, requirement_depth, [&] {
          write_judged(json, judged);
          json.null_member("not_applicable_because");
          write_exemption(json, {});
        });
      }
    }
  }
  for (const Truth met : {Truth::no, Truth::unknown, Truth::yes})
    for (const bool vacuous : {false, true})
      provision_results_[place_of(met, vacuous)] = members(json, part_depth, [&] { write_result(json, met, vacuous); });
  for (std::size_t i = 0; i < bases.size(); ++i)
    grounds_[i] = members(json, requirement_depth, [&] {
      json.member_or_null("basis", bases[i]);
      json.key("rests_on");
      json.begin_array();
    });
}

void RequirementsJson::write_absences(JsonWriter& json) {
  no_exemption_ = members(json, requirement_depth, [&] { write_exemption(json, {}); });
  nothing_open_ = members(json, requirement_depth, [&] {
    write_open(json, {});
    json.key("provisions");
    json.begin_array();
  });
  no_records_ = members(json, requirement_depth, [&] {
    write_records(json, {});
    json.end_object();
  });
  no_account_ = members(json, part_depth, [&] {
    write_account(json, {});
    json.end_object();
  });
}

void RequirementsJson::write_fact_frame(Layout layout) {
  const auto piece = [&](auto write) {
    std::string text;
    JsonWriter json(text, layout);
    json.stand_at(part_depth, false);
    write(json);
    return Piece(std::string_view(text).substr(0, json.size()));
  };
  fact_.pointer = piece([](JsonWriter& json) {
    json.stand_behind_key(part_depth - 1);
    json.begin_object(), json.member("kind", "fact"), json.key("pointer");
  });
  fact_.line = piece([](JsonWriter& json) { json.key("line"); });
  fact_.column = piece([](JsonWriter& json) { json.key("column"); });
  fact_.value = piece([](JsonWriter& json) { json.key("value"); });
  fact_.end = piece([](JsonWriter& json) { json.end_object(); });
}

/// Facts are half of a report: one is written in one go.
void RequirementsJson::write_fact(JsonWriter& json, const Fact& fact) const {
  constexpr std::size_t frame = 5 * Piece::most_bytes + 2 * most_digits;
  constexpr std::size_t longest_escape = 6;
  const std::string_view pointer = fact.place.pointer;
  const std::string_view value = fact.value.empty() ? "null" : fact.value;
  char* to = json.room_for_value(frame + 2 + longest_escape * pointer.size() + value.size());
  to = json_text(pointer, fact_.pointer.copy(to));
  to = copied(fact.place.line, fact_.line.copy(to));
  to = copied(fact.place.column, fact_.column.copy(to));
  to = copied(value, fact_.value.copy(to));
  json.advance(fact_.end.copy(to));
}

void RequirementsJson::open_grounds(JsonWriter& json, std::string_view basis) const {
  const auto place = static_cast<std::size_t>(std::find(bases.begin(), bases.end(), basis) - bases.begin());
  json.open_array(text(grounds_[place]));
}

void RequirementsJson::write_grounds(JsonWriter& json, const RequirementResult& requirement) const {
  open_grounds(json, requirement.basis);
  for (const Ground& ground : requirement.rests_on)
    ground.kind == Ground::Kind::fact ? write_fact(json, *ground.fact) : write_statement(json, ground);
  if (requirement.more_grounds > 0) {
    json.begin_object();
    json.member("kind", "more");
    json.member("count", requirement.more_grounds);
    json.end_object();
  }
  json.end_array();
}

void RequirementsJson::write(JsonWriter& json, const ProvisionResult& provision, const Provision& constant) const {
  json.open_object(text(constant.head));
  json.members(text(provision_results_[place_of(provision.met, provision.vacuous)]));
  json.members(text(constant.place));
  if (!has_account(provision)) return json.close_object(text(no_account_));
  write_account(json, provision);
  json.end_object();
}

void RequirementsJson::write_verdict(JsonWriter& json, const RequirementResult& requirement) const {
  const std::size_t judged = place_of(requirement.judged);
  const bool exempts = is_exempt(requirement);
  if (!exempts && requirement.not_applicable_because.empty()) return json.members(text(simply_judged_[judged]));
  json.members(text(judged_[judged]));
  json.member_or_null("not_applicable_because", requirement.not_applicable_because);
  exempts ? write_exemption(json, requirement) : json.members(text(no_exemption_));
}

void RequirementsJson::write(JsonWriter& json, const RequirementResult& requirement) const {
  const Requirement& constant = requirements_[requirement.index];
  json.open_object(text(constant.head));
  write_verdict(json, requirement);
  write_grounds(json, requirement);
  if (is_open(requirement)) {
    write_open(json, requirement);
    json.key("provisions");
    json.begin_array();
  } else {
    json.open_array(text(nothing_open_));
  }
  // If the requirement applies, all of them.
  for (std::size_t i = 0; i < requirement.provisions.size(); ++i)
    write(json, requirement.provisions[i], provisions_[constant.first_provision + i]);
  json.end_array();
  if (!has_records(requirement)) return json.close_object(text(no_records_));
  write_records(json, requirement);
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const std::vector<RequirementResult>& requirements) const {
  json.key("requirements");
  json.begin_array();
  for (const RequirementResult& requirement : requirements) write(json, requirement);
  json.end_array();
}

}  // namespace assay::report
