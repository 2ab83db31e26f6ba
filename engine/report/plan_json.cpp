// Plans for machines: schemas/plan.schema.json.
#include "report/plan_words.hpp"

#include "report/engine.hpp"
#include "report/json_writer.hpp"
#include "report/requirement_parts_json.hpp"
#include "report/words.hpp"

#include <span>

namespace assay::report {

namespace {

using assessment::DossierPlace;
using assessment::OpenPoint;

void write_head(JsonWriter& json, const model::Header& header) {
  json.member("plan", "1");
  json.key("engine");
  json.begin_object();
  json.member("name", engine_name);
  json.member("version", engine_version());
  json.end_object();
  json.key("scheme");
  json.begin_object();
  json.member("id", header.id);
  json.member("title", header.title);
  json.member("version", header.version);
  json.end_object();
}

void write_place(JsonWriter& json, const DossierPlace& place) {
  if (place.line == 0) {
    json.null_member("pointer");
    json.null_member("line");
    json.null_member("column");
    return;
  }
  json.member("pointer", place.pointer);
  json.member("line", std::uint64_t{place.line});
  json.member("column", std::uint64_t{place.column});
}

void write_ids(JsonWriter& json, std::string_view key, std::span<const std::uint32_t> requirements,
               const model::Scheme& scheme) {
  json.key(key);
  json.begin_array();
  for (const std::uint32_t index : requirements) json.text(scheme.requirements[model::RequirementId{index}].id);
  json.end_array();
}

template <typename Texts>
void write_texts(JsonWriter& json, std::string_view key, const Texts& texts) {
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.text(text);
  json.end_array();
}

void write_route(JsonWriter& json, const inquiry::Step& step, const model::Scheme& scheme) {
  json.key("decides");
  if (!step.route) return json.null();
  json.begin_object();
  json.member("answers", std::uint64_t{step.route->answers});
  json.key("by");
  json.begin_array();
  for (const assessment::Prospect& by : step.route->by) {
    json.begin_object();
    json.member("requirement", scheme.requirements[model::RequirementId{by.requirement}].id);
    json.member("verdict", to_string(by.verdict));
    json.member_or_null("grade", by.grade ? to_string(*by.grade) : "");
    json.member("outcome", to_string(by.outcome));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_steps(JsonWriter& json, const CasePlan& plan) {
  json.key("steps");
  json.begin_array();
  std::uint64_t number = 0;
  for (const inquiry::Step& step : plan.plan.steps) {
    const OpenPoint& point = plan.assessment.open_points[step.point];
    json.begin_object();
    json.member("number", ++number);
    json.member("kind", word(point.kind));
    write_place(json, point.place);
    json.member_or_null("name", point.name);
    json.member_or_null("role", point.role);
    json.member_or_null("message", asked_in(step, point));
    write_ids(json, "requirements", point.requirements, plan.scheme.model);
    write_texts(json, "methods", step.methods);
    json.member("if_applicable", point.if_applicable);
    write_route(json, step, plan.scheme.model);
    json.end_object();
  }
  json.end_array();
}

void write_groups(JsonWriter& json, const std::vector<inquiry::Group>& groups) {
  json.key("groups");
  json.begin_array();
  for (const inquiry::Group& group : groups) {
    json.begin_object();
    json.member_or_null("method", group.method);
    json.key("steps");
    json.begin_array();
    for (const std::uint32_t step : group.steps) json.number(std::uint64_t{step} + 1);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string_view word_of(assessment::Idle why) {
  switch (why) {
    case assessment::Idle::not_applicable: return "not_applicable";
    case assessment::Idle::verdict_settled: return "verdict_settled";
    case assessment::Idle::applies: return "applies";
    case assessment::Idle::provision_settled: return "provision_settled";
    case assessment::Idle::not_reached: return "not_reached";
    case assessment::Idle::changes_nothing: return "changes_nothing";
  }
  return {};
}

void write_because(JsonWriter& json, const inquiry::Idle& idle, const CasePlan& plan) {
  const assessment::IdleQuestion& question = plan.outlook.idle[idle.question];
  json.key("because");
  json.begin_array();
  for (std::size_t i = 0; i < idle.because.size(); ++i) {
    const assessment::Disregard& disregard = question.because[i];
    const model::Requirement& requirement = plan.scheme.model.requirements[model::RequirementId{disregard.requirement}];
    json.begin_object();
    json.member("requirement", requirement.id);
    json.member("why", word_of(disregard.why));
    json.key("provisions");
    json.begin_array();
    for (const std::uint32_t provision : disregard.provisions) json.text(requirement.provisions[provision].id);
    json.end_array();
    json.member("message", idle.because[i]);
    json.end_object();
  }
  json.end_array();
}

void write_idle(JsonWriter& json, const CasePlan& plan) {
  json.key("no_longer_needed");
  json.begin_array();
  for (const inquiry::Idle& idle : plan.plan.idle) {
    const assessment::IdleQuestion& question = plan.outlook.idle[idle.question];
    json.begin_object();
    json.member("kind", word(question.kind));
    write_place(json, question.place);
    json.member_or_null("name", question.name);
    json.member_or_null("role", question.role);
    json.member_or_null("message", question.message);
    write_because(json, idle, plan);
    json.end_object();
  }
  json.end_array();
}

void write_decision(JsonWriter& json, const CasePlan& plan) {
  json.key("decision");
  json.begin_object();
  json.member("outcome", to_string(plan.assessment.decision.outcome));
  json.member("because", plan.assessment.decision.text);
  json.member("is_settled", plan.plan.is_decided);
  json.end_object();
}

void write_facts(JsonWriter& json, std::string_view key, const std::vector<inquiry::FactRead>& facts) {
  json.key(key);
  json.begin_array();
  for (const inquiry::FactRead& fact : facts) {
    json.begin_object();
    json.member("pointer", fact.pointer);
    json.member("type", fact.type);
    json.member_or_null("description", fact.description);
    json.end_object();
  }
  json.end_array();
}

void write_provisions(JsonWriter& json, const model::Requirement& requirement) {
  json.key("provisions");
  json.begin_array();
  for (const model::Provision& provision : requirement.provisions) {
    json.begin_object();
    json.member("id", provision.id);
    json.member("modal", assessment::modal_word(provision.modal));
    json.member("text", provision.text);
    json.member_or_null("grade", provision.modal == Modal::shall ? to_string(provision.grade) : "");
    json.end_object();
  }
  json.end_array();
}

void write_evidence(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.key("evidence");
  json.begin_array();
  for (const model::EvidenceId id : requirement.evidence) {
    const model::Evidence& evidence = scheme.evidence[id];
    json.begin_object();
    json.member("name", evidence.name);
    json.member("title", evidence.title);
    json.member("text", evidence.text);
    json.member_or_null("accreditation", evidence.accreditation);
    json.member_or_null("issued_within", evidence.age ? to_string(*evidence.age) : std::string());
    json.end_object();
  }
  json.end_array();
}

void write_judgements(JsonWriter& json, const std::vector<std::uint32_t>& judgements, const model::Scheme& scheme) {
  json.key("judgements");
  json.begin_array();
  for (const std::uint32_t index : judgements) {
    const model::Judgement& judgement = scheme.judgements[model::JudgementId{index}];
    json.begin_object();
    json.member("name", judgement.name);
    json.member("role", judgement.role);
    json.member("question", judgement.question);
    json.end_object();
  }
  json.end_array();
}

void write_presumptions(JsonWriter& json, const std::vector<std::uint32_t>& presumptions, const model::Scheme& scheme) {
  json.key("presumptions");
  json.begin_array();
  for (const std::uint32_t index : presumptions) {
    json.begin_object();
    json.member("title", scheme.presumptions[index].title);
    json.member("when", scheme.presumptions[index].text);
    json.end_object();
  }
  json.end_array();
}

void write_requirement(JsonWriter& json, const inquiry::RequirementPlan& plan, const model::Scheme& scheme) {
  const model::Requirement& requirement = scheme.requirements[model::RequirementId{plan.requirement}];
  json.begin_object();
  json.member("id", requirement.id);
  json.member("title", requirement.title);
  json.member_or_null("section", requirement.section ? scheme.sections[*requirement.section] : std::string());
  write_sources(json, requirement, scheme);
  write_texts(json, "methods", requirement.methods);
  const auto& [from, to] = requirement.in_force;
  json.member_or_null("in_force_from", from ? to_string(*from) : std::string());
  json.member_or_null("in_force_to", to ? to_string(*to) : std::string());
  json.member_or_null("applies", requirement.applies ? requirement.applies_text : std::string());
  write_provisions(json, requirement);
  write_evidence(json, requirement, scheme);
  write_judgements(json, plan.judgements, scheme);
  write_presumptions(json, plan.presumptions, scheme);
  write_facts(json, "facts", plan.facts);
  json.member_or_null("guidance", requirement.guidance);
  json.end_object();
}

}  // namespace

void write_plan_json(const CasePlan& plan, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  write_head(json, plan.scheme.model.header);
  json.key("dossier");
  json.begin_object();
  json.member("path", plan.assessment.path);
  json.member("sha256", plan.assessment.sha256);
  json.member_or_null("subject", plan.assessment.subject);
  json.end_object();
  json.member("assessment_date", to_string(plan.assessment.date));
  write_decision(json, plan);
  write_steps(json, plan);
  write_groups(json, plan.plan.groups);
  write_idle(json, plan);
  json.end_object();
}

void write_plan_json(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  write_head(json, scheme.model.header);
  json.null_member("dossier");
  json.key("requirements");
  json.begin_array();
  for (const inquiry::RequirementPlan& requirement : plan.requirements)
    write_requirement(json, requirement, scheme.model);
  json.end_array();
  json.key("groups");
  json.begin_array();
  for (const inquiry::MethodPlan& method : plan.methods) {
    json.begin_object();
    json.member_or_null("method", method.method);
    write_ids(json, "requirements", method.requirements, scheme.model);
    write_ids(json, "also", method.also, scheme.model);
    json.end_object();
  }
  json.end_array();
  write_facts(json, "decision_facts", plan.decision_facts);
  json.end_object();
}

}  // namespace assay::report
