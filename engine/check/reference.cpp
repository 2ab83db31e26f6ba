// Names: variables, the subject and its fields, definitions, enumerations and their members.

#include "check/declaration.hpp"
#include "check/expression.hpp"
#include "check/tally.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <span>

namespace assay::check {

using model::Kind;

namespace {

std::optional<model::EnumId> expected_enumeration(Expected expected, const Scope& scope) {
  if (!expected || types(scope)[*expected].kind != Kind::enumeration) return std::nullopt;
  return types(scope)[*expected].enumeration;
}

/// What the language brings along is left out: its members' names would only make those of the scheme ambiguous.
bool is_built_in(model::EnumId id, const model::Scheme& scheme) {
  return id == scheme.verdicts || id == scheme.statuses || id == scheme.inspection_levels ||
         id == scheme.audit_stages || id == scheme.evidence_statuses || id == scheme.results;
}

Draft dossier_list(model::DossierList which, source::Span span, Scope& scope) {
  model::ListOfDossier& list = scope.context.scheme.lists[static_cast<std::size_t>(which)];
  list.is_read = true;
  return make(list.field.type, span, model::DossierListReference{which});
}

std::vector<model::EnumId> visible_with_member(std::string_view name, const Scope& scope) {
  std::vector<model::EnumId> found;
  const auto& enumerations = types(scope).enumerations;
  for (std::size_t row = 0; row < enumerations.size(); ++row) {
    const auto id = enumerations.id_at(row);
    if (is_built_in(id, scope.context.scheme) || !member_named(enumerations[id], name)) continue;
    const auto meaning = find_name(enumerations[id].name, scope.context, scope.module);
    const auto* visible = meaning ? std::get_if<model::EnumId>(&*meaning) : nullptr;
    if (visible && *visible == id) found.push_back(id);
  }
  return found;
}

std::vector<std::string_view> names_visible(const Scope& scope, std::optional<model::EnumId> enumeration) {
  std::vector<std::string_view> names{assessment_date};
  names.insert(names.end(), model::dossier_list_words.begin(), model::dossier_list_words.end());
  for (const auto id : scope.variables) names.push_back(scope.context.scheme.variables[id].name);
  for (const auto& [name, meaning] : scope.context.names[scope.module].general) names.push_back(name);
  if (enumeration) {
    for (const auto& member : types(scope).enumerations[*enumeration].members) names.push_back(member.name);
  }
  if (scope.place == Scope::Place::decision) {
    for (const auto& tally : tally_names) names.push_back(tally.name);
  }
  return names;
}

bool subject_has(std::string_view field, const Scope& scope) {
  if (scope.context.scheme.subject_name.empty()) return false;
  const auto& fields = types(scope).records[scope.context.scheme.subject].fields;
  return std::ranges::any_of(fields, [&](const model::Field& each) { return each.name == field; });
}

Draft refuse_unknown(std::string_view name, source::Span span, std::optional<model::EnumId> enumeration, Scope& scope) {
  Remarks remarks;
  if (subject_has(name, scope))
    remarks.help = {"write '" + scope.context.scheme.subject_name + "." + std::string(name) + "'"};
  else
    remarks.help = suggest(
        name, [&] { return names_visible(scope, enumeration); }, scope);
  return refuse(scope, Code::unknown_name, span, {std::string(name)}, std::move(remarks));
}

Draft refuse_ambiguous(const std::string& name, source::Span span, const std::vector<model::EnumId>& candidates,
                       Scope& scope) {
  Remarks remarks;
  for (const auto id : candidates)
    remarks.help.push_back("write '" + types(scope).enumerations[id].name + "." + name + "'");
  return refuse(scope, Code::ambiguous_member, span, {name}, std::move(remarks));
}

Draft all_members(model::EnumId enumeration, source::Span span, Scope& scope) {
  model::Type list;
  list.kind = Kind::list;
  list.element = enumeration_type(enumeration, scope);
  return make(scope.context.scheme.types.intern(list), span, model::AllMembers{enumeration});
}

Draft subject_node(source::Span span, Scope& scope) {
  model::Type record;
  record.kind = Kind::record;
  record.record = scope.context.scheme.subject;
  return make(scope.context.scheme.types.intern(record), span, model::SubjectReference{});
}

std::string argument_words(std::size_t count) {
  if (count == 0) return "no argument";
  return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

/// A call of a define or table; `arguments` is empty for a name that stands alone.
template <typename CallNode, typename Id>
Draft call_node(Id id, std::string_view name, std::span<const syntax::ExpressionPtr> arguments, source::Span span,
                Scope& scope) {
  const auto signature = signature_of(scope.context, id);
  if (signature.parameters.size() != arguments.size()) {
    const auto found = arguments.empty() ? "none" : std::to_string(arguments.size());
    return refuse(scope, Code::wrong_argument_count, span,
                  {std::string(name), argument_words(signature.parameters.size()), found});
  }
  CallNode call{id, {}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto type = scope.context.scheme.variables[signature.parameters[i]].type;
    call.arguments.push_back(coerce(draft_of(*arguments[i], scope, type), type, scope));
  }
  return make(signature.type, span, std::move(call));
}

Draft refuse_meaning(std::string what, source::Span span, Scope& scope) {
  return refuse(scope, Code::type_mismatch, span, {"a value", std::move(what)});
}

Draft meaning_node(const Meaning& meaning, const std::string& name, source::Span span, Scope& scope) {
  return match(
      meaning, [&](SubjectName) { return subject_node(span, scope); },
      [&](ModuleName) { return refuse_meaning("the module " + name, span, scope); },
      [&](model::UnitId) { return refuse_meaning("the unit " + name, span, scope); },
      [&](model::EnumId id) { return all_members(id, span, scope); },
      [&](model::RecordId) { return refuse_meaning("the record " + name, span, scope); },
      [&](model::DefineId id) { return call_node<model::DefineCall>(id, name, {}, span, scope); },
      [&](model::TableId id) { return call_node<model::TableCall>(id, name, {}, span, scope); },
      [&](model::DocumentId) { return refuse_meaning("the document " + name, span, scope); });
}

Draft tally_node(model::Tally tally, source::Span span, Scope& scope) {
  return make(plain_type(Kind::integer, scope), span, model::TallyReference{tally});
}

/// A name that is neither a variable nor declared: a member of some enumeration, if only one has it.
Draft other_name(const std::string& name, source::Span span, Expected expected, Scope& scope) {
  const auto tally = tally_named(name);
  if (tally && scope.place == Scope::Place::decision) return tally_node(*tally, span, scope);
  const auto candidates = visible_with_member(name, scope);
  const bool depends_on_error = expected == model::TypeId{};
  if (depends_on_error && (tally || candidates.size() > 1)) return erroneous(span);
  if (candidates.size() > 1) return refuse_ambiguous(name, span, candidates, scope);
  if (!candidates.empty()) {
    const auto id = candidates.front();
    return member_node(id, *member_named(types(scope).enumerations[id], name), span, scope);
  }
  if (tally) return refuse(scope, Code::open_outcome_in_count, span, {name});
  return refuse_unknown(name, span, expected_enumeration(expected, scope), scope);
}

/// `alias` or `alias.name`, or a name; nothing for a variable and for what is no name at all.
std::optional<std::string> qualified_name(const syntax::Expression& expression, const Scope& scope) {
  if (const auto* reference = std::get_if<syntax::Reference>(&expression.node))
    return find_variable(reference->name.text, scope) ? std::nullopt : std::optional(reference->name.text);
  const auto* access = std::get_if<syntax::Access>(&expression.node);
  if (!access) return std::nullopt;
  const auto* object = std::get_if<syntax::Reference>(&access->object->node);
  if (!object || find_variable(object->name.text, scope)) return std::nullopt;
  return object->name.text + "." + access->field.text;
}

std::optional<Meaning> meaning_of(const syntax::Expression& expression, const Scope& scope) {
  const auto name = qualified_name(expression, scope);
  return name ? find_name(*name, scope.context, scope.module) : std::nullopt;
}

Draft enumeration_access(model::EnumId id, const syntax::Access& access, Scope& scope) {
  const auto& enumeration = types(scope).enumerations[id];
  if (const auto position = member_named(enumeration, access.field.text))
    return member_node(id, *position, span_of(access, scope), scope);
  std::vector<std::string_view> names;
  for (const auto& member : enumeration.members) names.push_back(member.name);
  return refuse(scope, Code::not_a_member, span_of(access.field, scope), {access.field.text, enumeration.name},
                {"", did_you_mean(access.field.text, names)});
}

Draft module_access(std::size_t module, const syntax::Access& access, Scope& scope) {
  const auto& general = scope.context.names[module].general;
  const auto found = general.find(access.field.text);
  if (found != general.end()) return meaning_node(found->second, access.field.text, span_of(access, scope), scope);
  const auto names = [&] {
    std::vector<std::string_view> all;
    for (const auto& [name, meaning] : general) all.push_back(name);
    return all;
  };
  return refuse(scope, Code::unknown_name, span_of(access.field, scope), {access.field.text},
                {"", suggest(access.field.text, names, scope)});
}

Draft refuse_field(const syntax::Access& access, const model::Expression& object, Scope& scope) {
  const auto type = type_of(object, scope);
  Remarks remarks;
  if (type.kind == Kind::list)
    remarks.label = "speak of its elements: 'some x in … satisfies x." + access.field.text + " …'";
  std::vector<std::string_view> names;
  if (type.kind == Kind::record) {
    for (const auto& field : types(scope).records[type.record].fields) names.push_back(field.name);
  }
  remarks.help = did_you_mean(access.field.text, names);
  return refuse(scope, Code::unknown_field, span_of(access.field, scope), {access.field.text, words(object, scope)},
                std::move(remarks));
}

Draft field_access(const syntax::Access& access, Scope& scope) {
  auto object = draft_of(*access.object, scope);
  const auto span = span_of(access, scope);
  if (is_erroneous(*object)) return erroneous(span);
  const auto type = type_of(*object, scope);
  if (type.kind != Kind::record) return refuse_field(access, *object, scope);
  const auto& fields = types(scope).records[type.record].fields;
  const auto named = [&](const model::Field& field) { return field.name == access.field.text; };
  const auto found = std::ranges::find_if(fields, named);
  if (found == fields.end()) return refuse_field(access, *object, scope);
  const auto position = static_cast<std::uint32_t>(found - fields.begin());
  return make(found->type, span, model::FieldAccess{std::move(object), position});
}

}  // namespace

std::optional<model::VariableId> find_variable(std::string_view name, const Scope& scope) {
  const auto& variables = scope.context.scheme.variables;
  for (auto id = scope.variables.rbegin(); id != scope.variables.rend(); ++id) {
    if (variables[*id].name == name) return *id;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> member_named(const model::Enumeration& enumeration, std::string_view name) {
  const auto named = [&](const model::EnumMember& member) { return member.name == name; };
  const auto found = std::ranges::find_if(enumeration.members, named);
  if (found == enumeration.members.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - enumeration.members.begin());
}

Draft member_node(model::EnumId enumeration, std::uint32_t position, source::Span span, Scope& scope) {
  return make(enumeration_type(enumeration, scope), span, model::Constant{Member{position}, nullptr});
}

std::optional<model::DossierList> dossier_list_named(std::string_view name) {
  const auto& words = model::dossier_list_words;
  const auto found = std::ranges::find(words, name);
  if (found == words.end()) return std::nullopt;
  return static_cast<model::DossierList>(found - words.begin());
}

bool is_bare_member(const syntax::Expression& expression, const Scope& scope) {
  const auto* reference = std::get_if<syntax::Reference>(&expression.node);
  if (!reference) return false;
  const auto& name = reference->name.text;
  if (find_variable(name, scope) || find_name(name, scope.context, scope.module)) return false;
  const bool is_tally = scope.place == Scope::Place::decision && tally_named(name);
  return name != assessment_date && !dossier_list_named(name) && !is_tally;
}

Draft check_node(const syntax::Reference& reference, Scope& scope, Expected expected) {
  const auto span = span_of(reference, scope);
  const auto& name = reference.name.text;
  if (const auto variable = find_variable(name, scope))
    return make(scope.context.scheme.variables[*variable].type, span, model::VariableReference{*variable});
  const auto enumeration = expected_enumeration(expected, scope);
  if (enumeration) {
    if (const auto position = member_named(types(scope).enumerations[*enumeration], name))
      return member_node(*enumeration, *position, span, scope);
  }
  if (const auto meaning = find_name(name, scope.context, scope.module))
    return meaning_node(*meaning, name, span, scope);
  if (name == assessment_date) return make(plain_type(Kind::date, scope), span, model::AssessmentDate{});
  if (const auto list = dossier_list_named(name)) return dossier_list(*list, span, scope);
  return other_name(name, span, expected, scope);
}

Draft check_node(const syntax::Access& access, Scope& scope, Expected) {
  const auto meaning = meaning_of(*access.object, scope);
  const auto* enumeration = meaning ? std::get_if<model::EnumId>(&*meaning) : nullptr;
  if (enumeration) return enumeration_access(*enumeration, access, scope);
  const auto* module = meaning ? std::get_if<ModuleName>(&*meaning) : nullptr;
  if (module) return module_access(module->module, access, scope);
  return field_access(access, scope);
}

Draft check_node(const syntax::Call& call, Scope& scope, Expected) {
  const auto span = span_of(call, scope);
  const auto& name = call.callee.text;
  const auto meaning = find_name(name, scope.context, scope.module);
  if (!meaning) return check_function(call, scope);
  if (const auto* define = std::get_if<model::DefineId>(&*meaning))
    return call_node<model::DefineCall>(*define, name, call.arguments, span, scope);
  if (const auto* table = std::get_if<model::TableId>(&*meaning))
    return call_node<model::TableCall>(*table, name, call.arguments, span, scope);
  return refuse(scope, Code::type_mismatch, span_of(call.callee, scope), {"a function", "'" + name + "'"});
}

}  // namespace assay::check
