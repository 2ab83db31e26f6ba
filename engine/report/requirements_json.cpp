// Requirements in the JSON report.
#include "report/requirements_json.hpp"

#include "report/completions.hpp"
#include "report/measurement.hpp"
#include "report/records_json.hpp"
#include "report/words.hpp"

#include <charconv>

namespace assay::report {

namespace {

using namespace assessment;

// Objects and arrays around the members of a requirement, and around those of a provision or of what it rests on.
constexpr unsigned requirement_depth = 3;
constexpr unsigned part_depth = 5;

constexpr std::size_t most_digits = 10;

char* copied(std::string_view text, char* to) { return to + text.copy(to, text.size()); }
char* copied(std::uint32_t number, char* to) { return std::to_chars(to, to + most_digits, number).ptr; }

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

void write_judgement(JsonWriter& json, const DossierPlace& place, const Statement& judgement) {
  json.member("kind", "judgement");
  write_dossier_place(json, place);
  json.member("name", judgement.name);
  json.member_or_null("id", judgement.id);
  json.member("result", judgement.met ? "met" : "not_met");
  json.member_or_null("by", judgement.by);
  json.member_or_null("role", judgement.role);
  json.member_or_null("on", judgement.on);
  json.member_or_null("rationale", judgement.rationale);
}

void write_evidence_ground(JsonWriter& json, const DossierPlace& place, const Statement& evidence) {
  json.member("kind", "evidence");
  write_dossier_place(json, place);
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
    case Ground::Kind::judgement: write_judgement(json, ground.place, *ground.statement); break;
    case Ground::Kind::evidence: write_evidence_ground(json, ground.place, *ground.statement); break;
    case Ground::Kind::nonconformity: write_ground_of_record(json, ground.place, *ground.statement); break;
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
RequirementsJson::Extent RequirementsJson::extent(JsonWriter& json, unsigned depth, bool is_first, Write write) {
  const std::size_t begin = json.size();
  json.stand_at(depth, is_first);
  write();
  return {begin, json.size()};
}

RequirementsJson::RequirementsJson(const evaluate::Scheme& scheme, Layout layout) {
  JsonWriter json(text_, layout);
  write_scheme(json, scheme);
  write_results(json);
}

void RequirementsJson::write_scheme(JsonWriter& json, const evaluate::Scheme& scheme) {
  for (const model::Requirement& requirement : scheme.model.requirements) {
    const Extent head = extent(json, requirement_depth, true, [&] { write_head(json, requirement, scheme.model); });
    requirements_.push_back({head, provisions_.size()});
    for (const model::Provision& provision : requirement.provisions) {
      const Extent provision_head = extent(json, part_depth, true, [&] { write_head(json, provision); });
      const Extent place = extent(json, part_depth, false, [&] { write_place(json, provision, *scheme.files); });
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
        judged_[place_of(judged)] = extent(json, requirement_depth, false, [&] { write_judged(json, judged); });
      }
    }
  }
  for (const Truth met : {Truth::no, Truth::unknown, Truth::yes})
    for (const bool vacuous : {false, true})
      provision_results_[place_of(met, vacuous)] =
          extent(json, part_depth, false, [&] { write_result(json, met, vacuous); });
  fact_.pointer = extent(json, part_depth - 1, false, [&] {
    json.stand_behind_key(part_depth - 1);
    json.begin_object(), json.member("kind", "fact"), json.key("pointer");
  });
  fact_.line = extent(json, part_depth, false, [&] { json.key("line"); });
  fact_.column = extent(json, part_depth, false, [&] { json.key("column"); });
  fact_.value = extent(json, part_depth, false, [&] { json.key("value"); });
  fact_.end = extent(json, part_depth, false, [&] { json.end_object(); });
  const RequirementResult requirement;
  no_exemption_ = extent(json, requirement_depth, false, [&] { write_exemption(json, requirement); });
  nothing_open_ = extent(json, requirement_depth, false, [&] { write_open(json, requirement); });
  no_records_ = extent(json, requirement_depth, false, [&] { write_records(json, requirement); });
  no_account_ = extent(json, part_depth, false, [&] { write_account(json, {}); });
}

void RequirementsJson::write_fact(JsonWriter& json, const Ground& ground) const {
  json.value_up_to_key(text(fact_.pointer));
  json.text(ground.place.pointer);
  // Facts are half of a report: the rest of one is written in one go.
  const std::string_view value = ground.value.empty() ? "null" : ground.value;
  const std::size_t frame = size(fact_.line) + size(fact_.column) + size(fact_.value) + size(fact_.end);
  char* to = json.room(frame + 2 * most_digits + value.size());
  to = copied(ground.place.line, copied(text(fact_.line), to));
  to = copied(ground.place.column, copied(text(fact_.column), to));
  to = copied(value, copied(text(fact_.value), to));
  json.advance(copied(text(fact_.end), to));
}

void RequirementsJson::write_grounds(JsonWriter& json, const RequirementResult& requirement) const {
  json.key("rests_on");
  json.begin_array();
  for (const Ground& ground : requirement.rests_on)
    ground.kind == Ground::Kind::fact ? write_fact(json, ground) : write_statement(json, ground);
  if (requirement.more_grounds > 0) {
    json.begin_object();
    json.member("kind", "more");
    json.member("count", requirement.more_grounds);
    json.end_object();
  }
  json.end_array();
}

void RequirementsJson::write(JsonWriter& json, const ProvisionResult& provision, const Provision& constant) const {
  json.begin_object();
  json.members(text(constant.head));
  json.members(text(provision_results_[place_of(provision.met, provision.vacuous)]));
  json.members(text(constant.place));
  has_account(provision) ? write_account(json, provision) : json.members(text(no_account_));
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const RequirementResult& requirement) const {
  const Requirement& constant = requirements_[requirement.index];
  json.begin_object();
  json.members(text(constant.head));
  json.members(text(judged_[place_of(requirement.judged)]));
  json.member_or_null("not_applicable_because", requirement.not_applicable_because);
  is_exempt(requirement) ? write_exemption(json, requirement) : json.members(text(no_exemption_));
  json.member_or_null("basis", requirement.basis);
  write_grounds(json, requirement);
  is_open(requirement) ? write_open(json, requirement) : json.members(text(nothing_open_));
  json.key("provisions");
  json.begin_array();
  // If the requirement applies, all of them.
  for (std::size_t i = 0; i < requirement.provisions.size(); ++i)
    write(json, requirement.provisions[i], provisions_[constant.first_provision + i]);
  json.end_array();
  has_records(requirement) ? write_records(json, requirement) : json.members(text(no_records_));
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const std::vector<RequirementResult>& requirements) const {
  json.key("requirements");
  json.begin_array();
  for (const RequirementResult& requirement : requirements) write(json, requirement);
  json.end_array();
}

}  // namespace assay::report
