// Profiles: what may stand in one, which parts of the scheme it changes, and the changes that take something away.
#include "check/profile.hpp"

#include "base/match.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::ProfileChange;

constexpr bool may_stand(std::monostate) { return true; }
template <typename Node>
constexpr bool may_stand(const Node&) {
  return std::is_same_v<Node, syntax::Profile> || std::is_same_v<Node, syntax::Document> ||
         std::is_same_v<Node, syntax::Use> || std::is_same_v<Node, syntax::Unit> ||
         std::is_same_v<Node, syntax::Enum> || std::is_same_v<Node, syntax::Record> ||
         std::is_same_v<Node, syntax::Define> || std::is_same_v<Node, syntax::Table> ||
         std::is_same_v<Node, syntax::Test>;
}

syntax::Spanned span_within(std::monostate) { return {}; }
syntax::Spanned span_within(const syntax::Spanned& node) { return node; }

/// The letters of the file from `begin` up to the end of the word.
std::string word_at(std::uint32_t begin, std::size_t module, const Context& context) {
  const std::string_view text = context.files[context.module_files[module]].text().substr(begin);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  return std::string(text.begin(), std::find_if_not(text.begin(), text.end(), is_letter));
}

bool is_blank(const syntax::Text& text) { return text.value.find_first_not_of(" \t\r\n") == std::string::npos; }

/// Does a tightening leave the requirement's field of application as it is?
bool may_tighten(const syntax::RequirementItem& item) {
  return std::holds_alternative<std::monostate>(item) || std::holds_alternative<syntax::Provision>(item) ||
         std::holds_alternative<syntax::Evidence>(item) || std::holds_alternative<syntax::Source>(item) ||
         std::holds_alternative<syntax::Method>(item) || std::holds_alternative<syntax::Guidance>(item);
}

std::vector<std::string_view> requirement_ids(const Context& context) {
  std::vector<std::string_view> ids;
  for (const auto& [id, row] : context.requirements) ids.push_back(id);
  return ids;
}

class ProfileCheck {
 public:
  ProfileCheck(const syntax::Profile& node, Context& context) : node_(node), context_(context) {}

  void check();

 private:
  /// What was changed first, by what it is called.
  struct First {
    source::Span at;
    bool is_whole = false;  ///< nothing else may be said of the requirement
  };

  void add(std::monostate) {}
  void add(const syntax::Addition& addition);
  void add(const syntax::Tightening& tightening);
  void add(const syntax::Relaxation& relaxation);
  void add(const syntax::Exemption& exemption);
  void add(const syntax::Setting& setting);

  bool is_known(const syntax::Name& requirement);
  void claim(const syntax::Name& requirement, bool is_whole);
  void report_twice(const std::string& what, source::Span second, source::Span first);
  void require_reason(const syntax::Text& because, const ProfileChange& change);
  ProfileChange change_of(ProfileChange::Kind kind, std::string what, const syntax::Spanned& node) const;

  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, context_.root); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {}) {
    context_.diagnostics.add(
        {.code = code, .arguments = std::move(arguments), .at = {at, ""}, .also = {}, .help = std::move(help)});
  }

  const syntax::Profile& node_;
  Context& context_;
  model::Profile row_;
  std::map<std::string_view, First> requirements_;  ///< added, tightened or exempt
  std::map<std::string_view, First> relaxed_;       ///< by requirement
  std::map<std::string, First> provisions_;
};

void ProfileCheck::check() {
  auto& header = context_.scheme.header;
  row_.id = header.id;
  row_.title = std::exchange(header.title, node_.title.value);
  row_.version = header.version;
  row_.file = context_.module_files[0];
  row_.is_stricter = node_.is_stricter;
  check_settings(node_, context_);
  if (!row_.id.empty() && row_.id == header.id) {
    report(Code::profile_id_of_the_scheme, span(node_.title), {row_.id},
           {"give the profile an id of its own, so that nobody takes one for the other"});
  }
  for (const auto& change : node_.changes) std::visit([this](const auto& node) { add(node); }, change);
  context_.scheme.profile = std::move(row_);
}

void ProfileCheck::add(const syntax::Addition& addition) {
  claim(addition.requirement.id, true);
  row_.changes.push_back(change_of(ProfileChange::Kind::add, addition.requirement.id.text, addition.requirement.id));
}

void ProfileCheck::add(const syntax::Tightening& tightening) {
  const auto& more = tightening.more;
  if (!is_known(more.id)) return;
  claim(more.id, false);
  if (more.items.empty())
    report(Code::requirement_without_shall, span(more.id), {more.id.text}, {"add 'shall' and a condition"});
  for (const auto& item : more.items) {
    if (may_tighten(item)) continue;
    const auto at = match(item, [](const auto& node) { return span_within(node); });
    report(Code::not_in_a_tightening, span(at), {"'" + word_at(at.begin, context_.root, context_) + "'"},
           {"the requirement applies as the scheme says; for other cases write 'add requirement'"});
  }
  row_.changes.push_back(change_of(ProfileChange::Kind::tighten, more.id.text, more.id));
}

void ProfileCheck::add(const syntax::Relaxation& relaxation) {
  if (!is_known(relaxation.requirement)) return;
  const std::string what = relaxation.requirement.text + "/" + relaxation.provision.text;
  const auto at = span({relaxation.requirement.begin, relaxation.provision.end});
  const auto [first, is_new] = provisions_.emplace(what, First{at});
  if (!is_new) report_twice(what, at, first->second.at);
  relaxed_.emplace(relaxation.requirement.text, First{at});
  const auto whole = requirements_.find(relaxation.requirement.text);
  if (whole != requirements_.end() && whole->second.is_whole)
    report_twice(relaxation.requirement.text, at, whole->second.at);
  auto change = change_of(ProfileChange::Kind::relax, what, {relaxation.begin, relaxation.end});
  change.because = relaxation.because.value;
  require_reason(relaxation.because, change);
  row_.changes.push_back(std::move(change));
}

void ProfileCheck::add(const syntax::Exemption& exemption) {
  if (!is_known(exemption.requirement)) return;
  claim(exemption.requirement, true);
  auto change = change_of(ProfileChange::Kind::exempt, exemption.requirement.text, exemption);
  change.because = exemption.because.value;
  require_reason(exemption.because, change);
  row_.changes.push_back(std::move(change));
}

void ProfileCheck::add(const syntax::Setting& setting) {
  const auto& entry = setting.entry;
  auto change = change_of(ProfileChange::Kind::set, entry.key.text, setting);
  const syntax::Spanned value = match(entry.value, [](const auto& part) -> syntax::Spanned { return part; });
  change.value = phrase_of(value, context_, context_.root);
  row_.changes.push_back(std::move(change));
}

bool ProfileCheck::is_known(const syntax::Name& requirement) {
  if (context_.requirements.contains(requirement.text)) return true;
  const auto ids = [this] { return requirement_ids(context_); };
  report(Code::unknown_requirement, span(requirement), {requirement.text}, suggest(requirement.text, ids, context_));
  return false;
}

/// A requirement is tightened once; one that is added or exempt is not changed in another way.
void ProfileCheck::claim(const syntax::Name& requirement, bool is_whole) {
  const auto at = span(requirement);
  const auto [first, is_new] = requirements_.emplace(requirement.text, First{at, is_whole});
  if (!is_new) return report_twice(requirement.text, at, first->second.at);
  const auto relaxed = relaxed_.find(requirement.text);
  if (is_whole && relaxed != relaxed_.end()) report_twice(requirement.text, at, relaxed->second.at);
}

void ProfileCheck::report_twice(const std::string& what, source::Span second, source::Span first) {
  context_.diagnostics.add({.code = Code::changed_twice,
                            .arguments = {what},
                            .at = {second, ""},
                            .also = {{first, "the first change"}},
                            .help = {"say in one change what is wanted"}});
}

void ProfileCheck::require_reason(const syntax::Text& because, const ProfileChange& change) {
  if (is_blank(because))
    report(Code::no_reason_for_change, span(because), {words_of(change)}, {"say why, for the report repeats it"});
}

ProfileChange ProfileCheck::change_of(ProfileChange::Kind kind, std::string what, const syntax::Spanned& node) const {
  return {.kind = kind, .what = std::move(what), .value = "", .because = "", .span = span(node)};
}

/// An expression that no text of the scheme stands for, at the place of the change that makes it.
model::ExpressionPtr constant(const Value& value, std::shared_ptr<const std::string> text, model::Kind kind,
                              source::Span at, Context& context) {
  auto made = std::make_unique<model::Expression>();
  made->type = context.scheme.types.intern({.kind = kind});
  made->span = at;
  made->node = model::Constant{value, std::move(text)};
  return made;
}

void relax(const syntax::Relaxation& relaxation, Context& context) {
  const auto known = context.requirements.find(relaxation.requirement.text);
  if (known == context.requirements.end()) return;
  auto* provision = find_provision(relaxation, context);
  auto& requirement = context.scheme.requirements[known->second];
  if (provision == nullptr || provision->modal != Modal::shall) {
    const bool was_relaxed = provision != nullptr && !provision->relaxed_because.empty();
    if (was_relaxed) return;
    context.diagnostics.add({.code = Code::no_such_shall,
                             .arguments = {requirement.id, relaxation.provision.text},
                             .at = {span_of(relaxation.provision, context, context.root), ""},
                             .also = {{provision == nullptr ? requirement.span : provision->span,
                                       provision == nullptr ? "the requirement" : "demands nothing"}},
                             .help = {"count all its provisions from 1, or write the name of one"}});
    return;
  }
  provision->modal = Modal::should;
  provision->relaxed_because = relaxation.because.value;
  const auto is_shall = [](const model::Provision& each) { return each.modal == Modal::shall; };
  const auto& provisions = requirement.provisions;
  if (!requirement.evidence.empty() || std::any_of(provisions.begin(), provisions.end(), is_shall)) return;
  context.diagnostics.add({.code = Code::nothing_left_to_demand,
                           .arguments = {requirement.id},
                           .at = {span_of(relaxation.provision, context, context.root), "is the last one"},
                           .also = {{requirement.span, "the requirement"}},
                           .help = {"write 'exempt " + requirement.id + " because \"…\"'"}});
}

/// It applies to nothing, and the reason stands in the report as any other.
void exempt(const syntax::Exemption& exemption, Context& context) {
  const auto known = context.requirements.find(exemption.requirement.text);
  if (known == context.requirements.end()) return;
  auto& requirement = context.scheme.requirements[known->second];
  const auto at = span_of(exemption, context, context.root);
  requirement.applies = constant(false, nullptr, model::Kind::boolean, at, context);
  requirement.applies_text = phrase_of(exemption, context, context.root);
  const auto because = std::make_shared<const std::string>(exemption.because.value);
  requirement.not_applicable_because = constant(std::string_view(*because), because, model::Kind::text,
                                                span_of(exemption.because, context, context.root), context);
}

}  // namespace

bool may_stand_in_profile(const syntax::Declaration& declaration) {
  return match(declaration, [](const auto& node) { return may_stand(node); });
}

void report_in_profile(const syntax::Declaration& declaration, std::size_t module, Context& context) {
  const auto node = match(declaration, [](const auto& each) { return span_within(each); });
  const auto word = word_at(node.begin, module, context);
  const auto length = static_cast<std::uint32_t>(word.size());
  const bool demands = word == "requirement" || word == "section";
  context.diagnostics.add({.code = Code::not_in_a_profile,
                           .arguments = {"'" + word + "'"},
                           .at = {span_of(syntax::Spanned{node.begin, node.begin + length}, context, module), ""},
                           .also = {},
                           .help = {demands ? "write 'add requirement' among the changes of the profile"
                                            : "it belongs to the scheme that the profile changes"}});
}

model::Provision* find_provision(const syntax::Relaxation& relaxation, Context& context) {
  const auto known = context.requirements.find(relaxation.requirement.text);
  if (known == context.requirements.end()) return nullptr;
  auto& requirement = context.scheme.requirements[known->second];
  const std::string numbered = requirement.id + "/" + relaxation.provision.text;
  const auto is_meant = [&](const model::Provision& each) {
    const bool is_own = each.span.file == context.module_files[context.root];
    return !is_own && (each.id == numbered || each.id == relaxation.provision.text);
  };
  const auto found = std::find_if(requirement.provisions.begin(), requirement.provisions.end(), is_meant);
  return found == requirement.provisions.end() ? nullptr : &*found;
}

std::string words_of(const ProfileChange& change) {
  switch (change.kind) {
    case ProfileChange::Kind::set: return "set " + change.what;
    case ProfileChange::Kind::add: return "add requirement " + change.what;
    case ProfileChange::Kind::tighten: return "tighten " + change.what;
    case ProfileChange::Kind::relax: return "relax " + change.what;
    case ProfileChange::Kind::exempt: return "exempt " + change.what;
  }
  return change.what;
}

void check_profile(const Declarations& declarations, Context& context) {
  if (declarations.profile != nullptr) ProfileCheck(*declarations.profile, context).check();
}

void apply_profile(const Declarations& declarations, Context& context) {
  if (declarations.profile == nullptr) return;
  for (const auto& change : declarations.profile->changes) {
    if (const auto* relaxation = std::get_if<syntax::Relaxation>(&change)) relax(*relaxation, context);
    if (const auto* exemption = std::get_if<syntax::Exemption>(&change)) exempt(*exemption, context);
  }
}

}  // namespace assay::check
