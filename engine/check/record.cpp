// Records and the subject: their fields, and how their values lie in slots.
#include "base/limits.hpp"
#include "check/declaration.hpp"

#include <map>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::Kind;

class Fields {
 public:
  Fields(model::RecordId record, std::size_t module, Context& context)
      : record_(record), module_(module), context_(context) {}

  void check(const std::vector<syntax::Field>& fields) {
    std::vector<model::Field> rows;
    for (const auto& field : fields) rows.push_back(check(field));
    context_.scheme.types.records[record_].fields = std::move(rows);
  }

 private:
  using Places = std::map<std::string_view, source::Span>;

  model::Field check(const syntax::Field& field);
  void check_names(const syntax::Field& field);
  void check_forms(const syntax::Field& field, model::Field& row);
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, module_); }

  model::RecordId record_;
  std::size_t module_;
  Context& context_;
  Places names_;
  Places keys_;
};

model::Field Fields::check(const syntax::Field& field) {
  check_names(field);
  model::Field row;
  row.name = field.name.text;
  row.key = field.key ? field.key->value : field.name.text;
  row.type = check_type(field.type, context_, module_);
  row.optional = field.optional;
  row.description = field.description ? field.description->value : "";
  row.span = span(field.name);
  check_forms(field, row);
  return row;
}

void Fields::check_names(const syntax::Field& field) {
  const auto [named, is_new] = names_.emplace(field.name.text, span(field.name));
  if (!is_new) {
    context_.diagnostics.add({.code = Code::duplicate_name,
                              .arguments = {field.name.text},
                              .at = {span(field.name), ""},
                              .also = {{named->second, "first declared here"}},
                              .help = {}});
    return;
  }
  const auto& key = field.key ? field.key->value : field.name.text;
  const auto place = field.key ? span(*field.key) : span(field.name);
  const auto [keyed, is_new_key] = keys_.emplace(key, place);
  if (is_new_key) return;
  context_.diagnostics.add({.code = Code::duplicate_key,
                            .arguments = {context_.scheme.types.records[record_].name, key},
                            .at = {place, ""},
                            .also = {{keyed->second, "the first of them"}},
                            .help = {}});
}

void Fields::check_forms(const syntax::Field& field, model::Field& row) {
  if (field.written.empty()) return;
  const auto& types = context_.scheme.types;
  const auto& type = types[row.type];
  const Kind kind = type.kind == Kind::list ? types[type.element].kind : type.kind;
  if (kind != Kind::date && kind != Kind::datetime && kind != Kind::erroneous) {
    context_.diagnostics.add({.code = Code::type_mismatch,
                              .arguments = {"a date or datetime in front of 'written'", types.words(row.type)},
                              .at = {span(field.type), ""},
                              .also = {},
                              .help = {}});
    return;
  }
  for (const auto& text : field.written) {
    row.form_texts.push_back(text.value);
    if (auto form = DateForm::compile(text.value)) {
      row.forms.push_back(*std::move(form));
      continue;
    }
    context_.diagnostics.add({.code = Code::invalid_date_form,
                              .arguments = {text.value},
                              .at = {span(text), ""},
                              .also = {},
                              .help = {"a form has one YYYY, one MM or M, and one DD or D, as in \"DD.MM.YYYY\""}});
  }
}

/// Lays each record out after those that stand inside it. A stack of its own, for records may nest as deep as a scheme
/// is long.
class Layout {
 public:
  explicit Layout(Context& context) : context_(context), states_(context.scheme.types.records.size()) {}

  void lay_out_all() {
    for (std::uint32_t row = 0; row < states_.size(); ++row)
      if (states_[row] == State::untouched) lay_out({row});
  }

 private:
  enum class State : std::uint8_t { untouched, under_way, done };
  struct Step {
    model::RecordId record;
    std::size_t next_field = 0;
  };

  void lay_out(model::RecordId record) {
    std::vector<Step> steps{{record}};
    states_[record.value] = State::under_way;
    while (!steps.empty()) {
      if (const auto inner = next_inner(steps.back())) {
        states_[inner->value] = State::under_way;
        steps.push_back({*inner});
        continue;
      }
      place_fields(steps.back().record);
      states_[steps.back().record.value] = State::done;
      steps.pop_back();
    }
  }

  /// A record inside this one that has no layout yet.
  std::optional<model::RecordId> next_inner(Step& step) {
    auto& types = context_.scheme.types;
    auto& fields = types.records[step.record].fields;
    while (step.next_field < fields.size()) {
      auto& field = fields[step.next_field++];
      const auto& type = types[field.type];
      if (type.kind != Kind::record) continue;
      if (states_[type.record.value] == State::untouched) return type.record;
      if (states_[type.record.value] == State::under_way) report_containment(field, type.record);
    }
    return std::nullopt;
  }

  void report_containment(model::Field& field, model::RecordId record) {
    const auto& inner = context_.scheme.types.records[record];
    context_.diagnostics.add({.code = Code::record_contains_itself,
                              .arguments = {inner.name},
                              .at = {field.span, "stands inside each " + inner.name},
                              .also = {{inner.span, ""}},
                              .help = {"write 'list of " + inner.name + "'"}});
    field.type = {};
  }

  void place_fields(model::RecordId id) {
    auto& types = context_.scheme.types;
    auto& record = types.records[id];
    std::uint32_t slots = 1;
    for (auto& field : record.fields) {
      field.slot = slots;
      slots += types.slots_of(field.type);
      if (slots <= limits::record_slots) continue;
      context_.diagnostics.add({.code = Code::record_too_wide,
                                .arguments = {record.name, std::to_string(limits::record_slots)},
                                .at = {record.span, ""},
                                .also = {{field.span, "the first that has no room"}},
                                .help = {}});
      slots = 1;
      break;
    }
    record.slots = slots;
  }

  Context& context_;
  std::vector<State> states_;
};

}  // namespace

void check_records(const Declarations& declarations, Context& context) {
  for (const auto& record : declarations.records) Fields(record.id, record.module, context).check(record.node->fields);
  if (declarations.subject != nullptr) Fields(context.scheme.subject, 0, context).check(declarations.subject->fields);
  Layout(context).lay_out_all();
  if (declarations.subject == nullptr) return;
  std::uint32_t behind = context.scheme.types.records[context.scheme.subject].slots;
  for (model::ListOfDossier& list : context.scheme.lists) list.field.slot = behind++;
}

}  // namespace assay::check
