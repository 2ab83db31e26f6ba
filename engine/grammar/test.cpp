// Tests: what is given, on which day, and what is expected of it.
#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/json.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

#include <iterator>

namespace assay::grammar {

using syntax::Expectation;
using syntax::ExpressionPtr;
using GivenDossier = std::variant<syntax::Text, syntax::JsonText>;
using OpenPoint = std::optional<std::variant<syntax::Text, syntax::Name>>;
using NewValue = std::optional<syntax::JsonText>;

/// `with { … }` or `without …`
struct Clause : syntax::Spanned {
  std::vector<syntax::Change> changes;
};
struct GivenParts : syntax::Spanned {
  GivenDossier dossier;
  std::vector<Clause> clauses;
};
void store(syntax::Given& target, GivenParts part) {
  syntax::Spanned const span = part;
  target = syntax::Given{span, std::move(part.dossier), {}};
  for (Clause& clause : part.clauses)
    std::move(clause.changes.begin(), clause.changes.end(), std::back_inserter(target.changes));
}

inline constexpr Rule<struct given_dossier_tag, GivenDossier> given_dossier{"a file in quotes or a dossier in braces"};
inline constexpr Rule<struct clause_tag, Clause> clause{"'with' or 'without'"};
inline constexpr Rule<struct given_tag, syntax::Given> given{"'given'"};
inline constexpr Rule<struct open_point_tag, OpenPoint> open_point{"a JSON Pointer in quotes or a name"};
inline constexpr Rule<struct verdict_word_tag, syntax::Name> verdict_word{"a verdict"};
inline constexpr Rule<struct expected_grade_tag, syntax::Name> expected_grade{"'major' or 'minor'"};
inline constexpr Rule<struct expectation_tag, Expectation> expectation{"'expect'"};

auto const given_dossier_def = into<GivenDossier>(text) | into<GivenDossier>(json_object);
auto const change = node<syntax::Change>[text > symbol(":") > json];
auto const removal = node<syntax::Change>[text >> absent<NewValue>];
auto const clause_def =
    node<Clause>[word("with") > symbol("{") > list_of(change) > expected("',' or '}'")[symbol("}")]] |
    node<Clause>[word("without") > list_of(removal)];
auto const given_def = into<syntax::Given>(node<GivenParts>[word("given") > given_dossier > *clause]);

auto const open_point_def = into<OpenPoint>(text) | into<OpenPoint>(name);
// What follows on the next line is no verdict; and 'is' belongs to values.
auto const verdict_word_def = name - (word("expect") | word("is"));
auto const expected_grade_def = key("major") | key("minor");

// The forms begin alike, so that which one it is shows at the second word. The id 'A.7.3' is no dotted name.
auto const equals = word("is") | symbol("=");
auto const value_name = &(requirement_id >> (equals | word("unknown"))) >> dotted_name;
auto const expected_value = node<syntax::ValueExpectation>[(value_name >> equals) > expression];
auto const expected_unknown = node<syntax::ValueExpectation>[value_name >> word("unknown") >> absent<ExpressionPtr>];
auto const expected_open = node<syntax::OpenExpectation>[word("open") > open_point];
auto const expected_nothing = node<syntax::OpenExpectation>[word("nothing") >> word("open") >> absent<OpenPoint>];
auto const expected_decision = node<syntax::DecisionExpectation>[word("decision") > expected("an outcome")[name]];
auto const expected_verdict = node<syntax::VerdictExpectation>[requirement_id > verdict_word > -expected_grade];

auto const expectation_def =
    word("expect") >
    expected("a requirement and its verdict, a value, 'open' or 'decision'")
        [into<Expectation>(expected_value) | into<Expectation>(expected_unknown) | into<Expectation>(expected_nothing) |
         into<Expectation>(expected_open) | into<Expectation>(expected_decision) | into<Expectation>(expected_verdict)];

auto const expectations = expected("'expect'")[&word("expect")] > *(expected("'expect' or '}'")[expectation] - closed);
auto const test_def =
    node<syntax::Test>[word("test") > text > symbol("{") > given > -(word("on") > moment) > expectations > symbol("}")];

BOOST_SPIRIT_DEFINE(test, given_dossier, clause, given, open_point, verdict_word, expected_grade, expectation)
BOOST_SPIRIT_INSTANTIATE(TestRule, Iterator, Context)

}  // namespace assay::grammar
