// Requirements and their provisions.
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

constexpr auto methods = std::to_array<std::string_view>(
    {"examination", "testing", "inspection", "audit", "sampling", "interview", "document_review", "observation",
     "calculation", "assessment", "review", "verification", "validation", "measurement", "analysis"});

Modal modal_of(syntax::Modal modal) {
  switch (modal) {
    case syntax::Modal::shall: return Modal::shall;
    case syntax::Modal::should: return Modal::should;
    case syntax::Modal::may: return Modal::may;
  }
  return Modal::shall;
}

/// `assessment_date >= from`: a condition, so that it is unknown and explained as every other.
model::ExpressionPtr not_before(model::ExpressionPtr from, model::TypeId date, Context& context) {
  const auto node = [span = from->span](model::TypeId type, auto content) {
    auto expression = std::make_unique<model::Expression>();
    expression->type = type;
    expression->span = span;
    expression->node = std::move(content);
    return expression;
  };
  model::Comparison comparison;
  comparison.comparator = model::Comparator::greater_equal;
  comparison.left = node(date, model::AssessmentDate{});
  comparison.right = std::move(from);
  return node(context.scheme.types.intern({.kind = model::Kind::boolean}), std::move(comparison));
}

class RequirementCheck {
 public:
  RequirementCheck(const Declared<syntax::Requirement, model::RequirementId>& declared, Context& context)
      : node_(*declared.node),
        module_(declared.module),
        id_(declared.id),
        context_(context),
        model_(context.scheme.requirements[declared.id]),
        has_shall_(!model_.provisions.empty() || !model_.evidence.empty()) {
    for (const auto& provision : model_.provisions) names_.emplace(provision.id, provision.span);
  }

  void check() {
    // Before the provisions, which may say `provide NAME`.
    for (const auto& item : node_.items)
      if (const auto* evidence = std::get_if<syntax::Evidence>(&item))
        check_evidence(*evidence, scope(Scope::Place::provision, model_.id + "/" + evidence->name.text));
    for (const auto& item : node_.items) std::visit([this](const auto& part) { add(part); }, item);
    if (!has_shall_ && model_.evidence.empty())
      report(Code::requirement_without_shall, span(node_.id), {model_.id}, {"add 'shall' and a condition"});
  }

 private:
  void add(std::monostate) { has_shall_ = true; }
  void add(const syntax::Evidence&) {}
  void add(const syntax::Source& source);
  void add(const syntax::Applies& applies);
  void add(const syntax::Provision& provision);
  void add(const syntax::Method& method);
  void add(const syntax::Guidance& guidance);
  void add(const syntax::InForce& in_force);

  std::string name_of(const syntax::Provision& provision);
  Grade grade_of(const syntax::Provision& provision);
  Scope scope(Scope::Place place, std::string provision_id);
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, module_); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {},
              std::vector<diagnostics::Place> also = {}) {
    context_.diagnostics.add({.code = code,
                              .arguments = std::move(arguments),
                              .at = {at, ""},
                              .also = std::move(also),
                              .help = std::move(help)});
  }

  const syntax::Requirement& node_;
  std::size_t module_;
  model::RequirementId id_;
  Context& context_;
  model::Requirement& model_;
  const syntax::Applies* applies_ = nullptr;
  const syntax::InForce* in_force_ = nullptr;
  std::map<std::string, source::Span, std::less<>> names_;
  bool has_shall_;  ///< also what a profile tightens: it demands something already
};

void RequirementCheck::add(const syntax::Source& source) {
  if (auto reference = check_source(source, context_, module_)) model_.sources.push_back(*std::move(reference));
}

void RequirementCheck::add(const syntax::InForce& in_force) {
  if (in_force_ != nullptr)
    return report(Code::second_entry, span(in_force), {"'in_force'", "requirement " + model_.id}, {},
                  {{span(*in_force_), "the first one"}});
  in_force_ = &in_force;
  if (in_force.period) {
    model_.in_force = check_period(*in_force.period, context_, module_);
    return;
  }
  auto at = scope(Scope::Place::define, model_.id + "/in_force");
  const auto date = context_.scheme.types.intern({.kind = model::Kind::date});
  auto from = coerce(check_expression(*in_force.from, at, date), date, at);
  model_.in_force_from = not_before(std::move(from), date, context_);
}

void RequirementCheck::add(const syntax::Applies& applies) {
  if (applies_ != nullptr)
    return report(Code::second_applies, span(applies), {model_.id}, {"join the two with 'and' or 'or'"},
                  {{span(*applies_), "the first one"}});
  applies_ = &applies;
  auto at = scope(Scope::Place::applies, model_.id + "/applies");
  model_.applies = check_condition(*applies.condition, at);
  model_.applies_text = phrase_of(*applies.condition, context_, module_);
  if (!applies.otherwise) return;
  const auto text = context_.scheme.types.intern({.kind = model::Kind::text});
  model_.not_applicable_because = coerce(check_expression(*applies.otherwise, at, text), text, at);
}

void RequirementCheck::add(const syntax::Provision& provision) {
  has_shall_ = has_shall_ || provision.modal == syntax::Modal::shall;
  model::Provision row;
  row.id = name_of(provision);
  row.modal = modal_of(provision.modal);
  auto at = scope(Scope::Place::provision, row.id);
  row.condition = check_condition(*provision.condition, at);
  row.text = phrase_of(*provision.condition, context_, module_);
  row.grade = grade_of(provision);
  row.message = provision.message ? provision.message->value : "";
  row.absence_can_flip = absence_can_flip(*row.condition, context_);
  row.span = span(*provision.condition);
  model_.provisions.push_back(std::move(row));
}

/// Its own name, or its position: all provisions of a requirement count, so that a name never renumbers the others.
std::string RequirementCheck::name_of(const syntax::Provision& provision) {
  if (!provision.name) return model_.id + "/" + std::to_string(model_.provisions.size() + 1);
  const auto [first, is_new] = names_.emplace(provision.name->text, span(*provision.name));
  if (!is_new)
    report(Code::duplicate_name, span(*provision.name), {provision.name->text}, {},
           {{first->second, "first declared here"}});
  return provision.name->text;
}

Grade RequirementCheck::grade_of(const syntax::Provision& provision) {
  if (!provision.grade) return context_.scheme.header.default_grade;
  if (provision.grade->text == to_string(Grade::minor)) return Grade::minor;
  if (provision.grade->text != to_string(Grade::major))
    report(Code::wrong_header_value, span(*provision.grade), {provision.grade->text, "a grade"},
           {"write 'major' or 'minor'"});
  return Grade::major;
}

void RequirementCheck::add(const syntax::Method& method) {
  for (const auto& name : method.methods) {
    const bool is_known = std::find(methods.begin(), methods.end(), name.text) != methods.end();
    const bool is_new = std::find(model_.methods.begin(), model_.methods.end(), name.text) == model_.methods.end();
    if (is_new) model_.methods.push_back(name.text);
    if (is_known) continue;
    const auto candidates = [] { return std::vector<std::string_view>(methods.begin(), methods.end()); };
    report(Code::unknown_method, span(name), {name.text}, suggest(name.text, candidates, context_));
  }
}

void RequirementCheck::add(const syntax::Guidance& guidance) {
  if (!model_.guidance.empty()) model_.guidance += "\n";
  model_.guidance += guidance.text.value;
}

Scope RequirementCheck::scope(Scope::Place place, std::string provision_id) {
  return {.context = context_,
          .module = module_,
          .place = place,
          .variables = {},
          .quantifiers = 0,
          .requirement = id_,
          .provision_id = std::move(provision_id)};
}

}  // namespace

void check_requirements(const Declarations& declarations, Context& context) {
  // What tightens a requirement comes right behind it, for the judgements of one requirement stand together.
  std::multimap<model::RequirementId, const Declared<syntax::Requirement, model::RequirementId>*> more;
  for (const auto& tightening : declarations.tightenings) more.emplace(tightening.id, &tightening);
  for (const auto& declared : declarations.requirements) {
    RequirementCheck(declared, context).check();
    const auto [first, last] = more.equal_range(declared.id);
    for (auto at = first; at != last; ++at) RequirementCheck(*at->second, context).check();
  }
}

}  // namespace assay::check
