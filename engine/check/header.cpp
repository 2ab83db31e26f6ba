// The header of a scheme: what it is, for what, and by whom.
#include "base/match.hpp"
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using Words = std::vector<std::string_view>;

/// ISO/IEC 17067 names the types of schemes, ISO/IEC 17000 the objects and parties.
const Words& values_of(std::string_view key) {
  static const Words objects{"product", "process", "service", "management_system", "person", "body"};
  static const Words types{"1a", "1b", "2", "3", "4", "5", "6"};
  static const Words parties{"first", "second", "third"};
  static const Words grades{"major", "minor"};
  static const Words none;
  if (key == "object") return objects;
  if (key == "type") return types;
  if (key == "party") return parties;
  if (key == "default_grade") return grades;
  return none;
}

constexpr auto keys = std::to_array<std::string_view>(
    {"id", "version", "owner", "object", "type", "party", "bodies", "default_grade", "waivers", "in_force"});

class HeaderCheck {
 public:
  HeaderCheck(std::size_t module, Context& context)
      : module_(module), context_(context), model_(context.scheme.header) {}

  void check(const syntax::Header& node);
  void set(const syntax::HeaderEntry& entry);
  bool has(std::string_view key) const { return seen_.contains(key); }

 private:
  void check(const syntax::HeaderEntry& entry);
  /// Is this the first entry of its key? Reports a second one.
  bool is_first(const syntax::HeaderEntry& entry);
  void require(std::string_view key);
  void take_text(const syntax::HeaderEntry& entry, std::string& target);
  void take_word(const syntax::HeaderEntry& entry, std::string& target);
  void take_bodies(const syntax::HeaderEntry& entry);
  void take_waivers(const syntax::HeaderEntry& entry);
  void take_dates(const syntax::HeaderEntry& entry);
  void report_unknown(const syntax::Name& key);
  void report_value(const syntax::HeaderEntry& entry, std::vector<std::string> help);

  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, module_); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {}) {
    context_.diagnostics.add(
        {.code = code, .arguments = std::move(arguments), .at = {at, ""}, .also = {}, .help = std::move(help)});
  }

  std::size_t module_;
  Context& context_;
  model::Header& model_;
  std::map<std::string_view, source::Span> seen_;
};

void HeaderCheck::check(const syntax::Header& node) {
  model_.title = node.title.value;
  model_.span = span(node.title);
  for (const auto& entry : node.entries) check(entry);
  require("id");
  require("version");
}

void HeaderCheck::check(const syntax::HeaderEntry& entry) {
  const std::string& key = entry.key.text;
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) return report_unknown(entry.key);
  if (!is_first(entry)) return;
  if (key == "id") return take_text(entry, model_.id);
  if (key == "version") return take_text(entry, model_.version);
  if (key == "owner") return take_text(entry, model_.owner);
  if (key == "bodies") return take_bodies(entry);
  if (key == "waivers") return take_waivers(entry);
  if (key == "in_force") return take_dates(entry);
  if (key == "object") return take_word(entry, model_.object);
  if (key == "type") return take_word(entry, model_.type);
  if (key == "party") return take_word(entry, model_.party);
  std::string grade;
  take_word(entry, grade);
  model_.default_grade = grade == to_string(Grade::minor) ? Grade::minor : Grade::major;
}

/// A profile may also set the title, which in a header stands behind `scheme`.
void HeaderCheck::set(const syntax::HeaderEntry& entry) {
  if (entry.key.text != "title") return check(entry);
  if (is_first(entry)) take_text(entry, model_.title);
}

bool HeaderCheck::is_first(const syntax::HeaderEntry& entry) {
  const auto [first, is_new] = seen_.emplace(entry.key.text, span(entry.key));
  if (is_new) return true;
  context_.diagnostics.add({.code = Code::second_header_entry,
                            .arguments = {entry.key.text},
                            .at = {span(entry.key), ""},
                            .also = {{first->second, "the first one"}},
                            .help = {}});
  return false;
}

void HeaderCheck::require(std::string_view key) {
  if (seen_.contains(key)) return;
  report(Code::missing_header_entry, model_.span, {std::string(key)},
         {"add '" + std::string(key) + " \"…\"' to the header"});
}

void HeaderCheck::take_text(const syntax::HeaderEntry& entry, std::string& target) {
  const auto* text = std::get_if<syntax::Text>(&entry.value);
  if (text == nullptr || text->value.empty()) return report_value(entry, {"write a text in double quotes"});
  target = text->value;
}

/// One of the words of its key; a text for the type, which begins with a digit.
void HeaderCheck::take_word(const syntax::HeaderEntry& entry, std::string& target) {
  const auto& values = values_of(entry.key.text);
  const std::string* word = nullptr;
  if (const auto* text = std::get_if<syntax::Text>(&entry.value)) word = &text->value;
  if (const auto* name = std::get_if<syntax::Name>(&entry.value)) word = &name->text;
  if (word != nullptr && std::find(values.begin(), values.end(), *word) != values.end()) {
    target = *word;
    return;
  }
  std::string choice;
  for (const auto value : values) choice += (choice.empty() ? "" : ", ") + std::string(value);
  report_value(entry, {"write one of " + choice});
}

void HeaderCheck::take_bodies(const syntax::HeaderEntry& entry) {
  const auto* bodies = std::get_if<syntax::BodiesEntry>(&entry.value);
  if (bodies == nullptr) return report_value(entry, {"write 'bodies accredited to \"…\"'"});
  model_.accreditation = bodies->standard.value;
}

void HeaderCheck::take_waivers(const syntax::HeaderEntry& entry) {
  const auto* waivers = std::get_if<syntax::WaiverEntry>(&entry.value);
  if (waivers == nullptr) return report_value(entry, {"write 'waivers by ROLE for ID'"});
  model_.waiver_role = waivers->role.text;
  model_.waivable.clear();
  for (const auto id : check_requirement_names(waivers->requirements, context_, module_))
    model_.waivable.push_back(context_.scheme.requirements[id].id);
}

void HeaderCheck::take_dates(const syntax::HeaderEntry& entry) {
  const auto* range = std::get_if<syntax::MomentRange>(&entry.value);
  if (range == nullptr) return report_value(entry, {"write 'in_force 2026-07-01 ..'"});
  model_.in_force = check_period(*range, context_, module_);
}

void HeaderCheck::report_unknown(const syntax::Name& key) {
  const auto candidates = [] { return Words(keys.begin(), keys.end()); };
  report(Code::unknown_header_entry, span(key), {key.text}, suggest(key.text, candidates, context_));
}

void HeaderCheck::report_value(const syntax::HeaderEntry& entry, std::vector<std::string> help) {
  const auto at = match(entry.value, [this](const auto& value) { return span(value); });
  const auto* text = std::get_if<syntax::Text>(&entry.value);
  const syntax::Spanned& value = match(entry.value, [](const auto& part) -> const syntax::Spanned& { return part; });
  report(Code::wrong_header_value, at,
         {text != nullptr ? text->value : phrase_of(value, context_, module_), entry.key.text}, std::move(help));
}

}  // namespace

void check_header(const Declarations& declarations, Context& context) {
  if (declarations.header != nullptr) HeaderCheck(0, context).check(*declarations.header);
}

void check_settings(const syntax::Profile& profile, Context& context) {
  HeaderCheck header(context.root, context);
  for (const auto& change : profile.changes)
    if (const auto* setting = std::get_if<syntax::Setting>(&change)) header.set(setting->entry);
  for (const std::string_view key : {"id", "version"}) {
    if (header.has(key)) continue;
    context.diagnostics.add({.code = Code::profile_without_entry,
                             .arguments = {std::string(key)},
                             .at = {span_of(profile.title, context, context.root), ""},
                             .also = {},
                             .help = {"add 'set " + std::string(key) + " \"…\"'"}});
  }
}

}  // namespace assay::check
