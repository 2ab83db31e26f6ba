// Tests: what they name is there, and what they expect could be found.
#include "check/declaration.hpp"
#include "check/pointer.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::Kind;

constexpr std::array verdicts = {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined,
                                 Verdict::not_applicable};

std::vector<std::string_view> verdict_words() {
  std::vector<std::string_view> words;
  for (const Verdict verdict : verdicts) words.push_back(to_string(verdict));
  return words;
}

std::vector<std::string_view> outcome_words() {
  std::vector<std::string_view> words;
  for (int number = 0; number <= static_cast<int>(DecisionOutcome::defer); ++number)
    words.push_back(to_string(static_cast<DecisionOutcome>(number)));
  return words;
}

bool has_value(Kind kind) { return kind != Kind::list && kind != Kind::set && kind != Kind::record; }

class TestCheck {
 public:
  TestCheck(const syntax::Test& node, Context& context) : node_(node), context_(context) {}

  model::Test check() {
    model::Test row;
    row.title = node_.title.value;
    row.span = span(node_.title);
    row.given = given();
    row.on = day();
    for (const auto& expectation : node_.expectations) {
      std::visit([&](const auto& node) { add(node, row); }, expectation);
    }
    return row;
  }

 private:
  model::Given given();
  void add(const syntax::Change& change, model::Given& given);
  std::optional<Date> day();

  void add(const syntax::VerdictExpectation& node, model::Test& row);
  void add(const syntax::ValueExpectation& node, model::Test& row);
  void add(const syntax::OpenExpectation& node, model::Test& row);
  void add(const syntax::DecisionExpectation& node, model::Test& row);
  template <typename What>
  void add(const syntax::Spanned& node, What what, model::Test& row);

  std::optional<Verdict> verdict(const syntax::Name& word);
  std::optional<std::uint32_t> position_of(const Meaning& meaning) const;
  std::optional<model::ExpectedValue> named_value(const syntax::Expression& name);
  std::optional<model::Constant> value(const syntax::Expression& written, model::TypeId type);
  std::string name_of(const syntax::Expression& name) const;
  void refuse_name(const syntax::Expression& name, const std::string& word);
  std::optional<model::ExpectedOpen> open_pointer(const syntax::Text& pointer);
  std::optional<model::ExpectedOpen> open_name(const syntax::Name& name);

  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, context_.root); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {},
              std::string label = {}) {
    context_.diagnostics.add({.code = code,
                              .arguments = std::move(arguments),
                              .at = {at, std::move(label)},
                              .also = {},
                              .help = std::move(help)});
  }

  const syntax::Test& node_;
  Context& context_;
};

model::Given TestCheck::given() {
  model::Given given;
  given.at = span(node_.given);
  if (const auto* path = std::get_if<syntax::Text>(&node_.given.dossier)) {
    given.dossier = path->value;
    given.at = span(*path);
  } else {
    given.dossier = span(std::get<syntax::JsonText>(node_.given.dossier));
  }
  for (const auto& change : node_.given.changes) add(change, given);
  return given;
}

void TestCheck::add(const syntax::Change& change, model::Given& given) {
  const auto& pointer = change.pointer.value;
  auto steps = steps_of(pointer);
  if (!steps)
    return report(Code::invalid_json_pointer, span(change.pointer), {pointer},
                  {"a pointer begins with '/', as in \"/subject/name\"; '~' is written '~0', '/' in a key '~1'"});
  if (steps->empty() && !change.value)
    return report(Code::invalid_json_pointer, span(change.pointer), {pointer}, {}, "the whole dossier stays");
  const auto written = change.value ? std::optional(span(*change.value)) : std::nullopt;
  given.changes.push_back(
      {.pointer = pointer, .steps = *std::move(steps), .at = span(change.pointer), .value = written});
}

std::optional<Date> TestCheck::day() {
  if (!node_.on) return std::nullopt;
  const auto date = parse_date(node_.on->text);
  if (!date) report(Code::type_mismatch, span(*node_.on), {"a date", "a datetime"});
  return date;
}

template <typename What>
void TestCheck::add(const syntax::Spanned& node, What what, model::Test& row) {
  row.expectations.push_back(
      {.what = std::move(what), .text = phrase_of(node, context_, context_.root), .span = span(node)});
}

std::optional<Verdict> TestCheck::verdict(const syntax::Name& word) {
  const auto found =
      std::find_if(verdicts.begin(), verdicts.end(), [&](Verdict verdict) { return to_string(verdict) == word.text; });
  if (found != verdicts.end()) return *found;
  auto help = suggest(word.text, verdict_words, context_);
  if (help.empty()) help.push_back("write conforming, nonconforming, undetermined or not_applicable");
  report(Code::unknown_verdict, span(word), {word.text}, std::move(help));
  return std::nullopt;
}

void TestCheck::add(const syntax::VerdictExpectation& node, model::Test& row) {
  const auto known = context_.requirements.find(node.requirement.text);
  if (known == context_.requirements.end()) {
    const auto ids = [this] {
      std::vector<std::string_view> all;
      for (const auto& [id, requirement] : context_.requirements) all.push_back(id);
      return all;
    };
    report(Code::unknown_requirement, span(node.requirement), {node.requirement.text},
           suggest(node.requirement.text, ids, context_));
  }
  const auto expected = verdict(node.verdict);
  if (!expected || known == context_.requirements.end()) return;
  model::ExpectedVerdict what{.requirement = known->second, .verdict = *expected, .grade = std::nullopt};
  if (node.grade) {
    what.grade = node.grade->text == to_string(Grade::minor) ? Grade::minor : Grade::major;
    if (what.verdict != Verdict::nonconforming)
      report(Code::grade_without_nonconformity, span(*node.grade), {}, {"take the grade out"});
  }
  add(node, what, row);
}

std::string TestCheck::name_of(const syntax::Expression& name) const {
  if (const auto* reference = std::get_if<syntax::Reference>(&name.node)) return reference->name.text;
  return phrase_of(name, context_, context_.root);
}

void TestCheck::refuse_name(const syntax::Expression& name, const std::string& word) {
  if (context_.requirements.find(word) != context_.requirements.end())
    return report(Code::not_a_named_value, span(name), {word},
                  {"of a requirement write its verdict behind its id, as in 'expect " + word + " conforming'"});
  const auto candidates = [this] {
    std::vector<std::string_view> names;
    for (const auto& [known, meaning] : context_.names[context_.root].general) {
      if (position_of(meaning)) names.push_back(known);
    }
    return names;
  };
  auto help = suggest(word, candidates, context_);
  if (help.empty()) help.push_back("name a define or table that has no parameters");
  report(Code::not_a_named_value, span(name), {word}, std::move(help));
}

/// Reports list the defines without parameters, then such tables.
std::optional<std::uint32_t> TestCheck::position_of(const Meaning& meaning) const {
  const auto& defines = context_.scheme.defines;
  const auto& tables = context_.scheme.tables;
  const auto is_plain = [](const auto& row) { return row.parameters.empty(); };
  std::ptrdiff_t position = 0;
  if (const auto* define = std::get_if<model::DefineId>(&meaning); define != nullptr && is_plain(defines[*define]))
    position = std::count_if(defines.begin(), defines.begin() + define->value, is_plain);
  else if (const auto* table = std::get_if<model::TableId>(&meaning); table != nullptr && is_plain(tables[*table]))
    position = std::count_if(defines.begin(), defines.end(), is_plain) +
               std::count_if(tables.begin(), tables.begin() + table->value, is_plain);
  else
    return std::nullopt;
  return static_cast<std::uint32_t>(position);
}

std::optional<model::ExpectedValue> TestCheck::named_value(const syntax::Expression& name) {
  const auto word = name_of(name);
  const auto meaning = find_name(word, context_, context_.root);
  const auto position = meaning ? position_of(*meaning) : std::nullopt;
  if (!position) {
    refuse_name(name, word);
    return std::nullopt;
  }
  const auto* define = std::get_if<model::DefineId>(&*meaning);
  const auto signature =
      define != nullptr ? signature_of(context_, *define) : signature_of(context_, std::get<model::TableId>(*meaning));
  return model::ExpectedValue{*position, signature.type, std::nullopt, {}};
}

std::optional<model::Constant> TestCheck::value(const syntax::Expression& written, model::TypeId type) {
  Scope scope{.context = context_,
              .module = context_.root,
              .place = Scope::Place::define,
              .variables = {},
              .quantifiers = 0,
              .requirement = std::nullopt,
              .provision_id = ""};
  const auto checked = coerce(check_expression(written, scope, type), type, scope);
  const bool was_reported = checked->type == model::TypeId{};
  auto constant = constant_of(*checked);
  if (!constant && !was_reported)
    report(Code::not_a_plain_value, span(written), {"an expression"},
           {"write the value itself: a number, text, date, duration, true, false or the name of a member"});
  return constant;
}

void TestCheck::add(const syntax::ValueExpectation& node, model::Test& row) {
  auto what = named_value(*node.name);
  if (!what) return;
  if (node.value) {
    if (!has_value(context_.scheme.types[what->type].kind))
      return report(Code::not_a_plain_value, span(*node.name), {context_.scheme.types.words(what->type)},
                    {"expect a definition that says what matters about it, such as its count"});
    what->value = value(*node.value, what->type);
    if (!what->value) return;
    what->words = phrase_of(*node.value, context_, context_.root);
  }
  add(node, *std::move(what), row);
}

std::optional<model::ExpectedOpen> TestCheck::open_pointer(const syntax::Text& pointer) {
  if (!pointer.value.empty() && steps_of(pointer.value)) return model::ExpectedOpen{pointer.value, true};
  report(Code::invalid_json_pointer, span(pointer), {pointer.value},
         {"a pointer begins with '/', as in \"/subject/name\""});
  return std::nullopt;
}

std::optional<model::ExpectedOpen> TestCheck::open_name(const syntax::Name& name) {
  std::vector<std::string_view> names;
  for (const auto& judgement : context_.scheme.judgements) {
    if (judgement.name == name.text) return model::ExpectedOpen{name.text, false};
    names.push_back(judgement.name);
  }
  for (const auto& evidence : context_.scheme.evidence) {
    if (evidence.name == name.text) return model::ExpectedOpen{name.text, false};
    names.push_back(evidence.name);
  }
  auto help = suggest(
      name.text, [&] { return names; }, context_);
  if (help.empty())
    help.push_back("name a judgement or an evidence of the scheme, or a fact by its JSON Pointer in quotes");
  report(Code::never_open, span(name), {name.text}, std::move(help));
  return std::nullopt;
}

void TestCheck::add(const syntax::OpenExpectation& node, model::Test& row) {
  if (!node.point) return add(node, model::ExpectedOpen{}, row);
  const auto* pointer = std::get_if<syntax::Text>(&*node.point);
  auto what = pointer != nullptr ? open_pointer(*pointer) : open_name(std::get<syntax::Name>(*node.point));
  if (what) add(node, *std::move(what), row);
}

void TestCheck::add(const syntax::DecisionExpectation& node, model::Test& row) {
  if (const auto outcome = outcome_of(node.outcome.text)) return add(node, model::ExpectedDecision{*outcome}, row);
  report(Code::unknown_outcome, span(node.outcome), {node.outcome.text},
         suggest(node.outcome.text, outcome_words, context_));
}

}  // namespace

void check_tests(const Declarations& declarations, Context& context) {
  std::map<std::string_view, source::Span> titles;
  for (const auto* test : declarations.tests) {
    const auto at = span_of(test->title, context, context.root);
    const auto [first, is_new] = titles.emplace(test->title.value, at);
    if (!is_new)
      context.diagnostics.add({.code = Code::duplicate_name,
                               .arguments = {test->title.value},
                               .at = {at, ""},
                               .also = {{first->second, "first declared here"}},
                               .help = {"give each test a title of its own"}});
    context.scheme.tests.push_back(TestCheck(*test, context).check());
  }
}

}  // namespace assay::check
