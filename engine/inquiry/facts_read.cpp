#include "inquiry/facts_read.hpp"

#include "base/match.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace assay::inquiry {

namespace {

using model::Expression;

/// RFC 6901, section 3: `~` and `/` in a key are written `~0` and `~1`.
std::string token_of(std::string_view key) {
  std::string token = "/";
  for (const char letter : key) {
    if (letter == '~') {
      token += "~0";
    } else if (letter == '/') {
      token += "~1";
    } else {
      token += letter;
    }
  }
  return token;
}

class Reader {
 public:
  explicit Reader(const model::Scheme& scheme) : scheme_(scheme) {}

  void read(const model::ExpressionPtr& expression) {
    if (expression) read(*expression);
  }
  void read(const model::Covering& covering);
  std::vector<FactRead> take() { return std::move(facts_); }

 private:
  void read(const Expression& expression);
  using Path = std::optional<std::string>;

  /// Where the list, record or value stands that the expression names; nothing for what is computed.
  Path path_of(const Expression& expression);
  void read_range(const model::Range& range);
  void read_define(const model::DefineCall& call);
  void read_table(const model::TableCall& call);
  /// What stands inside a path: the conditions of a lookup.
  void read_inside(const Expression& expression);
  void add(const std::string& pointer, const model::FieldAccess& access);
  void bind(const std::vector<model::VariableId>& parameters, const std::vector<model::ExpressionPtr>& arguments);

  const model::Scheme& scheme_;
  std::map<std::uint32_t, Path> variables_;
  std::set<std::string> seen_;
  std::set<std::string> entered_;  ///< definitions, with the paths of their arguments
  std::vector<FactRead> facts_;
};

Reader::Path Reader::path_of(const Expression& expression) {
  if (std::holds_alternative<model::SubjectReference>(expression.node)) return "";
  if (const auto* held = std::get_if<model::DossierListReference>(&expression.node))
    return "/" + std::string(model::dossier_list_words[static_cast<std::size_t>(held->list)]);
  if (const auto* variable = std::get_if<model::VariableReference>(&expression.node)) {
    const auto found = variables_.find(variable->variable.value);
    return found == variables_.end() ? std::nullopt : found->second;
  }
  if (const auto* the = std::get_if<model::The>(&expression.node)) {
    Path list = path_of(*the->range.list);
    return list ? Path(*list + "/*") : std::nullopt;
  }
  if (const auto* call = std::get_if<model::DefineCall>(&expression.node)) {
    bind(scheme_.defines[call->define].parameters, call->arguments);
    return path_of(*scheme_.defines[call->define].value);
  }
  const auto* access = std::get_if<model::FieldAccess>(&expression.node);
  if (access == nullptr) return std::nullopt;
  Path object = path_of(*access->object);
  if (!object) return std::nullopt;
  const model::RecordId record = scheme_.types[access->object->type].record;
  return *object + token_of(scheme_.types.records[record].fields[access->field].key);
}

void Reader::add(const std::string& pointer, const model::FieldAccess& access) {
  if (!seen_.insert(pointer).second) return;
  const model::RecordId record = scheme_.types[access.object->type].record;
  const model::Field& field = scheme_.types.records[record].fields[access.field];
  facts_.push_back({pointer, scheme_.types.words(field.type), field.description});
}

void Reader::read_inside(const Expression& expression) {
  if (const auto* access = std::get_if<model::FieldAccess>(&expression.node)) return read_inside(*access->object);
  const bool is_name = std::holds_alternative<model::SubjectReference>(expression.node) ||
                       std::holds_alternative<model::VariableReference>(expression.node);
  if (!is_name) read(expression);
}

void Reader::bind(const std::vector<model::VariableId>& parameters,
                  const std::vector<model::ExpressionPtr>& arguments) {
  std::vector<Path> paths;
  for (const auto& argument : arguments) paths.push_back(path_of(*argument));
  for (std::size_t i = 0; i < parameters.size(); ++i) variables_[parameters[i].value] = paths[i];
}

void Reader::read_define(const model::DefineCall& call) {
  const model::Define& define = scheme_.defines[call.define];
  for (const auto& argument : call.arguments) read(*argument);
  bind(define.parameters, call.arguments);
  std::string entry = "define " + std::to_string(call.define.value);
  for (const model::VariableId parameter : define.parameters)
    entry += " " + variables_[parameter.value].value_or("computed");
  if (entered_.insert(entry).second) read(*define.value);
}

void Reader::read_table(const model::TableCall& call) {
  const model::DecisionTable& table = scheme_.tables[call.table];
  for (const auto& argument : call.arguments) read(*argument);
  bind(table.parameters, call.arguments);
  std::string entry = "table " + std::to_string(call.table.value);
  for (const model::VariableId parameter : table.parameters)
    entry += " " + variables_[parameter.value].value_or("computed");
  if (!entered_.insert(entry).second) return;
  for (const auto& input : table.inputs) read(*input);
  for (const model::Row& row : table.rows) read(*row.result);
}

void Reader::read(const model::Covering& covering) {
  read(*covering.covered);
  if (!covering.variable) return;
  const Path list = path_of(*covering.covered);
  variables_[covering.variable->value] = list ? Path(*list + "/*") : std::nullopt;
  read(*covering.key);
}

void Reader::read_range(const model::Range& range) {
  read(*range.list);
  const Path list = path_of(*range.list);
  variables_[range.variable.value] = list ? Path(*list + "/*") : std::nullopt;
  if (range.where) read(*range.where);
}

void Reader::read(const Expression& expression) {
  match(
      expression.node,
      [&](const model::FieldAccess& access) {
        read_inside(*access.object);
        if (const Path path = path_of(expression)) add(*path, access);
      },
      [&](const model::DefineCall& call) { read_define(call); },
      [&](const model::TableCall& call) { read_table(call); },
      [&](const model::Quantifier& node) {
        read_range(node.range);
        read(*node.satisfies);
      },
      [&](const model::CountInRange& node) { read_range(node.range); },
      [&](const model::Aggregate& node) {
        read_range(node.range);
        if (node.element) read(*node.element);
      },
      [&](const model::The& node) { read_range(node.range); },
      [&](const auto&) {
        for (const Expression* part : model::parts_of(expression)) read(*part);
      });
}

}  // namespace

std::vector<FactRead> facts_read(model::RequirementId id, const model::Scheme& scheme) {
  const model::Requirement& requirement = scheme.requirements[id];
  Reader reader(scheme);
  reader.read(requirement.in_force_from);
  reader.read(requirement.applies);
  reader.read(requirement.not_applicable_because);
  for (const model::Provision& provision : requirement.provisions) reader.read(provision.condition);
  for (const model::EvidenceId evidence : requirement.evidence)
    if (const auto& covering = scheme.evidence[evidence].covering) reader.read(*covering);
  for (const model::Presumption& presumption : scheme.presumptions)
    if (std::find(presumption.satisfies.begin(), presumption.satisfies.end(), id) != presumption.satisfies.end())
      reader.read(presumption.condition);
  return reader.take();
}

std::vector<FactRead> facts_read_by_decisions(const model::Scheme& scheme) {
  Reader reader(scheme);
  for (const auto& decision : scheme.decisions)
    if (decision)
      for (const model::DecisionRule& rule : decision->rules) reader.read(rule.condition);
  return reader.take();
}

std::optional<FactRead> fact_at(std::string_view pointer, const model::Scheme& scheme) {
  std::optional<model::TypeId> type;
  std::optional<FactRead> found;
  for (std::size_t begin = 0; begin < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin + 1), pointer.size());
    const std::string_view token = pointer.substr(begin, end - begin);
    begin = end;
    const model::Type* at = type ? &scheme.types[*type] : nullptr;
    if (at != nullptr && (at->kind == model::Kind::list || at->kind == model::Kind::set)) {
      type = at->element;
      found = FactRead{std::string(pointer), scheme.types.words(*type), {}};
      continue;
    }
    if (at != nullptr && at->kind != model::Kind::record) return std::nullopt;
    const auto& fields = scheme.types.records[at == nullptr ? scheme.subject : at->record].fields;
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const model::Field& one) { return token_of(one.key) == token; });
    if (field == fields.end()) return std::nullopt;
    type = field->type;
    found = FactRead{std::string(pointer), scheme.types.words(*type), field->description};
  }
  return found;
}

}  // namespace assay::inquiry
