// Which names a module sees, and the row of the model that each declaration becomes.
#include "check/builtins.hpp"
#include "check/declaration.hpp"
#include "check/profile.hpp"
#include "check/reserved.hpp"

#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

bool is_alias(const Meaning& meaning) { return std::holds_alternative<ModuleName>(meaning); }
bool is_alias(model::UnitId) { return false; }

/// The scheme's own file and those that it draws in.
std::vector<bool> modules_of_scheme(const std::vector<LoadedModule>& modules) {
  std::vector<bool> found(modules.size(), false);
  std::vector<std::size_t> open{0};
  found[0] = true;
  while (!open.empty()) {
    const std::size_t module = open.back();
    open.pop_back();
    for (const std::size_t used : modules[module].uses) {
      if (!found[used]) open.push_back(used);
      found[used] = true;
    }
  }
  return found;
}

class Registry {
 public:
  Registry(const std::vector<LoadedModule>& modules, Context& context)
      : modules_(modules),
        context_(context),
        is_of_scheme_(modules_of_scheme(modules)),
        general_(modules.size()),
        units_(modules.size()),
        visible_(modules.size()),
        visible_units_(modules.size()) {}

  Declarations declare_all();

 private:
  using Places = std::map<std::string, source::Span, std::less<>>;

  void declare_module();
  void import_names();
  template <typename NameSpace>
  void import(const syntax::Use& use, const Places& exported, const NameSpace& from, Places& known, NameSpace& to);
  template <typename NameSpace>
  void import_from_scheme(const Places& exported, const NameSpace& from, const Places& known, NameSpace& to);
  void share_subject();
  void add_to_scheme(const syntax::Profile& profile);

  void add(const syntax::Header& header);
  void add(const syntax::Document& document);
  void add(const syntax::Use& use);
  void add(const syntax::Unit& unit);
  void add(const syntax::Enum& enumeration);
  void add(const syntax::Record& record);
  void add(const syntax::Subject& subject);
  void add(const syntax::Define& define);
  void add(const syntax::Table& table);
  void add(const syntax::Section& section);
  void add(const syntax::Requirement& requirement) { add(requirement, std::nullopt); }
  void add(const syntax::Requirement& requirement, std::optional<model::SectionId> section);
  void add(const syntax::Decision& decision);
  void add(const syntax::Presumption& presumption) { declarations_.presumptions.push_back({module_, &presumption}); }
  void add(const syntax::Attestation& node) { add_only(node, "attestation", declarations_.attestation); }
  void add(const syntax::Surveillance& node) { add_only(node, "surveillance", declarations_.surveillance); }
  template <typename Node>
  void add_only(const Node& node, const std::string& what, const Node*& place);
  void add(const syntax::Test& test);
  void add(const syntax::Profile& profile);
  void add(std::monostate) {}

  void name(const syntax::Name& name, Meaning meaning);
  void report_duplicate(const std::string& name, source::Span second, source::Span first);
  void report_reserved(const syntax::Name& name);
  void report_activity(const syntax::Name& activity);
  /// Is this the scheme itself, which alone may have `what`? Reports it elsewhere.
  bool is_scheme(const syntax::Spanned& node, const std::string& what);
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, module_); }

  const std::vector<LoadedModule>& modules_;
  Context& context_;
  Declarations declarations_;
  std::vector<bool> is_of_scheme_;  ///< by module; the others are there for a profile
  std::size_t module_ = 0;
  std::size_t uses_seen_ = 0;    ///< in the module
  std::vector<Places> general_;  ///< where each name stands that a module declares
  std::vector<Places> units_;
  std::vector<Places> visible_;  ///< the same with the names that each module draws in
  std::vector<Places> visible_units_;
};

Declarations Registry::declare_all() {
  declare_builtins(context_);
  for (module_ = 0; module_ < modules_.size(); ++module_) declare_module();
  if (declarations_.profile != nullptr) add_to_scheme(*declarations_.profile);
  for (module_ = 0; module_ < modules_.size(); ++module_) import_names();
  if (const std::size_t root = context_.root; root != 0) {
    auto& names = context_.names;
    import_from_scheme(visible_[0], names[0].general, visible_[root], names[root].general);
    import_from_scheme(visible_units_[0], names[0].units, visible_units_[root], names[root].units);
  }
  share_subject();
  return std::move(declarations_);
}

void Registry::declare_module() {
  uses_seen_ = 0;
  for (const auto& declaration : modules_[module_].tree.declarations) {
    if (!is_of_scheme_[module_] && !may_stand_in_profile(declaration))
      report_in_profile(declaration, module_, context_);
    else
      std::visit([this](const auto& node) { add(node); }, declaration);
  }
}

/// A module sees what those export that it uses without an alias. What they use themselves is not handed on.
void Registry::import_names() {
  Places known_general = general_[module_];
  Places known_units = units_[module_];
  auto& names = context_.names[module_];
  std::size_t number = 0;
  for (const auto& declaration : modules_[module_].tree.declarations) {
    const auto* use = std::get_if<syntax::Use>(&declaration);
    if (use == nullptr) continue;
    const std::size_t used = modules_[module_].uses[number++];
    if (use->alias || used == module_) continue;
    import(*use, general_[used], context_.names[used].general, known_general, names.general);
    import(*use, units_[used], context_.names[used].units, known_units, names.units);
  }
  visible_[module_] = std::move(known_general);
  visible_units_[module_] = std::move(known_units);
}

/// A profile sees what the scheme sees that it changes, for it speaks of the same things.
template <typename NameSpace>
void Registry::import_from_scheme(const Places& exported, const NameSpace& from, const Places& known, NameSpace& to) {
  for (const auto& [name, place] : exported) {
    to.emplace(name, from.at(name));
    const auto own = known.find(name);
    if (own != known.end() && own->second != place) report_duplicate(name, own->second, place);
  }
}

/// The same module may be drawn in twice, so a name clashes only with one that stands elsewhere.
template <typename NameSpace>
void Registry::import(const syntax::Use& use, const Places& exported, const NameSpace& from, Places& known,
                      NameSpace& to) {
  for (const auto& [name, place] : exported) {
    if (is_alias(from.at(name))) continue;
    const auto [earlier, is_new] = known.emplace(name, place);
    if (is_new) to.emplace(name, from.at(name));
    if (is_new || earlier->second == place) continue;
    context_.diagnostics.add({.code = Code::duplicate_name,
                              .arguments = {name},
                              .at = {span(use), "draws in a second '" + name + "'"},
                              .also = {{earlier->second, "first declared here"}, {place, "and here"}},
                              .help = {"write 'as' and a name behind the path"}});
  }
}

/// Requirements of a module speak of the subject too; a name of the module's own comes first.
void Registry::share_subject() {
  if (declarations_.subject == nullptr) return;
  for (auto& names : context_.names) names.general.emplace(declarations_.subject->name.text, SubjectName{});
}

void Registry::add(const syntax::Header& header) {
  if (!is_scheme(header, "a scheme header")) return;
  if (declarations_.header == nullptr) {
    declarations_.header = &header;
    return;
  }
  context_.diagnostics.add({.code = Code::second_scheme_header,
                            .arguments = {},
                            .at = {span(header.title), ""},
                            .also = {{span(declarations_.header->title), "the first header"}},
                            .help = {"remove one of the two"}});
}

void Registry::add(const syntax::Document& document) {
  name(document.name, context_.scheme.documents.add(
                          {.name = document.name.text, .title = document.title.value, .span = span(document.name)}));
}

void Registry::add(const syntax::Use& use) {
  const std::size_t used = modules_[module_].uses[uses_seen_++];
  if (use.alias) name(*use.alias, ModuleName{used});
}

void Registry::add(const syntax::Unit& unit) {
  const auto id = context_.scheme.types.units.add(
      {.name = unit.name.text, .base = model::plain_unit, .factor = Decimal::of(1), .span = span(unit.name)});
  context_.scheme.types.units[id].base = id;
  declarations_.units.push_back({module_, &unit, id});
  if (is_time_unit(unit.name.text)) return report_reserved(unit.name);
  const auto [known, is_new] = units_[module_].emplace(unit.name.text, span(unit.name));
  if (!is_new) return report_duplicate(unit.name.text, span(unit.name), known->second);
  context_.names[module_].units.emplace(unit.name.text, id);
}

void Registry::add(const syntax::Enum& enumeration) {
  const auto id = context_.scheme.types.enumerations.add(
      {.name = enumeration.name.text, .members = {}, .is_scored = false, .span = span(enumeration.name)});
  declarations_.enumerations.push_back({module_, &enumeration, id});
  name(enumeration.name, id);
}

void Registry::add(const syntax::Record& record) {
  const auto id = context_.scheme.types.records.add(
      {.name = record.name.text, .fields = {}, .slots = 1, .span = span(record.name)});
  declarations_.records.push_back({module_, &record, id});
  name(record.name, id);
}

void Registry::add(const syntax::Subject& subject) {
  if (!is_scheme(subject, "a subject")) return;
  if (declarations_.subject != nullptr) {
    context_.diagnostics.add({.code = Code::second_subject,
                              .arguments = {},
                              .at = {span(subject.name), ""},
                              .also = {{span(declarations_.subject->name), "the first subject"}},
                              .help = {}});
    return;
  }
  declarations_.subject = &subject;
  context_.scheme.subject_name = subject.name.text;
  context_.scheme.subject = context_.scheme.types.records.add(
      {.name = subject.name.text, .fields = {}, .slots = 1, .span = span(subject.name)});
  name(subject.name, SubjectName{});
}

void Registry::add(const syntax::Define& define) {
  const auto id = context_.scheme.defines.add(
      {.name = define.name.text, .parameters = {}, .value = nullptr, .span = span(define.name)});
  declarations_.defines.push_back({module_, &define, id});
  name(define.name, id);
}

void Registry::add(const syntax::Table& table) {
  const auto id = context_.scheme.tables.add(
      {.name = table.name.text, .parameters = {}, .inputs = {}, .type = {}, .rows = {}, .span = span(table.name)});
  declarations_.tables.push_back({module_, &table, id});
  name(table.name, id);
}

void Registry::add(const syntax::Section& section) {
  const auto id = context_.scheme.sections.add(section.title.value);
  for (const auto& requirement : section.requirements) add(requirement, id);
}

void Registry::add(const syntax::Requirement& requirement, std::optional<model::SectionId> section) {
  model::Requirement row;
  row.id = requirement.id.text;
  row.title = requirement.title.value;
  row.section = section;
  row.span = span(requirement.id);
  const auto id = context_.scheme.requirements.add(std::move(row));
  declarations_.requirements.push_back({module_, &requirement, id});
  const auto [known, is_new] = context_.requirements.emplace(requirement.id.text, id);
  if (!is_new)
    report_duplicate(requirement.id.text, span(requirement.id), context_.scheme.requirements[known->second].span);
}

void Registry::add(const syntax::Decision& decision) {
  if (!is_scheme(decision, "a decision")) return;
  auto activity = std::optional(Activity::initial);
  if (decision.activity) activity = activity_of(decision.activity->text);
  if (!activity || (decision.activity && activity == Activity::initial)) return report_activity(*decision.activity);
  auto& place = declarations_.decisions[static_cast<std::size_t>(*activity)];
  if (place == nullptr) {
    place = &decision;
    return;
  }
  context_.diagnostics.add({.code = Code::second_decision,
                            .arguments = {},
                            .at = {span(decision), ""},
                            .also = {{span(*place), "the first decision"}},
                            .help = {"join the rules in one block"}});
}

void Registry::report_activity(const syntax::Name& activity) {
  context_.diagnostics.add(
      {.code = Code::unknown_activity,
       .arguments = {activity.text},
       .at = {span(activity), ""},
       .also = {},
       .help = {"write 'at surveillance' or 'at recertification', or no 'at' for the initial one"}});
}

template <typename Node>
void Registry::add_only(const Node& node, const std::string& what, const Node*& place) {
  if (!is_scheme(node, what)) return;
  if (place == nullptr) {
    place = &node;
    return;
  }
  context_.diagnostics.add({.code = Code::second_block,
                            .arguments = {what},
                            .at = {span(node), ""},
                            .also = {{span(*place), "the first one"}},
                            .help = {"join the two"}});
}

/// The tests of the file that is asked for; those of the scheme behind a profile are about the scheme without it.
void Registry::add(const syntax::Test& test) {
  if (module_ == context_.root)
    declarations_.tests.push_back(&test);
  else
    is_scheme(test.title, "a test");
}

void Registry::add(const syntax::Profile& profile) {
  if (module_ != context_.root || is_of_scheme_[module_]) {
    context_.diagnostics.add({.code = Code::not_in_a_module,
                              .arguments = {"a profile"},
                              .at = {span(profile.title), ""},
                              .also = {},
                              .help = {"check or assess with the profile's own file"}});
    return;
  }
  if (declarations_.profile == nullptr) {
    declarations_.profile = &profile;
    return;
  }
  context_.diagnostics.add({.code = Code::second_profile,
                            .arguments = {},
                            .at = {span(profile.title), ""},
                            .also = {{span(declarations_.profile->title), "the first one"}},
                            .help = {"join the two, or write two files"}});
}

/// What a profile adds stands behind the requirements of the scheme, under the title of the profile.
void Registry::add_to_scheme(const syntax::Profile& profile) {
  module_ = context_.root;
  std::optional<model::SectionId> section;
  for (const auto& change : profile.changes) {
    const auto* addition = std::get_if<syntax::Addition>(&change);
    if (addition == nullptr) continue;
    if (!section) section = context_.scheme.sections.add(profile.title.value);
    add(addition->requirement, section);
  }
  for (const auto& change : profile.changes) {
    const auto* tightening = std::get_if<syntax::Tightening>(&change);
    if (tightening == nullptr) continue;
    const auto known = context_.requirements.find(tightening->more.id.text);
    if (known != context_.requirements.end())
      declarations_.tightenings.push_back({module_, &tightening->more, known->second});
  }
}

void Registry::name(const syntax::Name& name, Meaning meaning) {
  if (is_reserved(name.text)) return report_reserved(name);
  const auto [known, is_new] = general_[module_].emplace(name.text, span(name));
  if (!is_new) return report_duplicate(name.text, span(name), known->second);
  context_.names[module_].general.emplace(name.text, meaning);
}

void Registry::report_duplicate(const std::string& name, source::Span second, source::Span first) {
  context_.diagnostics.add({.code = Code::duplicate_name,
                            .arguments = {name},
                            .at = {second, ""},
                            .also = {{first, "first declared here"}},
                            .help = {}});
}

void Registry::report_reserved(const syntax::Name& name) {
  context_.diagnostics.add({.code = Code::reserved_name,
                            .arguments = {name.text},
                            .at = {span(name), "belongs to the language"},
                            .also = {},
                            .help = {"choose another name"}});
}

bool Registry::is_scheme(const syntax::Spanned& node, const std::string& what) {
  if (module_ == 0) return true;
  context_.diagnostics.add({.code = Code::not_in_a_module,
                            .arguments = {what},
                            .at = {span(node), ""},
                            .also = {},
                            .help = {"move it to the scheme's own file"}});
  return false;
}

}  // namespace

Declarations declare(const std::vector<LoadedModule>& modules, Context& context) {
  return Registry(modules, context).declare_all();
}

}  // namespace assay::check
