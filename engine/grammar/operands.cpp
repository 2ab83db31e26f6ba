// What stands between operators: literals, names, calls, quantifiers and everything that brings its own words.
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/operation.hpp"

namespace assay::grammar {

using syntax::ExpressionPtr;
using syntax::QuantifierKind;

/// `(E)` is E, but reaches over its parentheses.
struct Parenthesised : syntax::Spanned {
  ExpressionPtr inner;
};
void store(ExpressionPtr& target, Parenthesised part) {
  target = std::move(part.inner);
  target->begin = part.begin;
  target->end = part.end;
}

/// What follows the first expression of `sum(`, `min(` …: a range, other arguments or nothing.
struct AggregateRest : syntax::Spanned {
  std::optional<syntax::Range> range;
  std::vector<ExpressionPtr> arguments;
};
struct AggregateOrCall : syntax::Spanned {
  syntax::Name function;
  ExpressionPtr first;
  AggregateRest rest;
};
void store(ExpressionPtr& target, AggregateOrCall part) {
  syntax::Spanned const span = part;
  if (part.rest.range) {
    auto& range = *part.rest.range;
    return store(target, syntax::Aggregate{span, std::move(part.function), std::move(part.first), std::move(range)});
  }
  part.rest.arguments.insert(part.rest.arguments.begin(), std::move(part.first));
  store(target, syntax::Call{span, std::move(part.function), std::move(part.rest.arguments)});
}

inline constexpr Rule<struct operand_tag, ExpressionPtr> operand{"an expression"};
inline constexpr Rule<struct conditional_tag, ExpressionPtr> conditional{"'if'"};
inline constexpr Rule<struct quantified_tag, ExpressionPtr> quantified{"a quantifier"};
inline constexpr Rule<struct range_tag, syntax::Range> range{"a name followed by 'in' and a list"};
inline constexpr Rule<struct selection_tag, syntax::Range> selection{"a name followed by 'in' and a list"};
inline constexpr Rule<struct quantifier_word_tag, QuantifierKind> quantifier_word{"a quantifier"};
inline constexpr Rule<struct counting_word_tag, QuantifierKind> counting_word{"a quantifier"};
inline constexpr Rule<struct counted_tag, ExpressionPtr> counted{"a number without unit, or one in parentheses"};
inline constexpr Rule<struct aggregate_word_tag, syntax::Name> aggregate_word{"an aggregate"};
inline constexpr Rule<struct aggregate_rest_tag, AggregateRest> aggregate_rest{"'for'"};

auto const path_def =
    followed_by_all(operand, into<ExpressionPtr>(node<syntax::Access>[(symbol(".") >> left_operand) > name]));

auto const reference = node<syntax::Reference>[free_name];
auto const element = into<ExpressionPtr>(node<syntax::The>[(word("the") >> &(free_name >> word("in"))) > selection]);
auto const judgement = into<ExpressionPtr>(
    node<syntax::Judgement>[(word("judgement") >> text) > word("by") > free_name > -(word("as") > free_name)]);
auto const operand_def = literal | conditional | quantified | element | judgement | application |
                         into<ExpressionPtr>(reference) | parenthesised;

auto const literal_def =
    into<ExpressionPtr>(moment) | into<ExpressionPtr>(number) | into<ExpressionPtr>(text) | into<ExpressionPtr>(truth);

auto const dotted_name_def = followed_by_all(
    into<ExpressionPtr>(reference), into<ExpressionPtr>(node<syntax::Access>[(symbol(".") >> left_operand) > name]));

auto const parenthesised_def =
    into<ExpressionPtr>(node<Parenthesised>[symbol("(") > expression > expected("an operator or ')'")[symbol(")")]]);

auto const conditional_def = into<ExpressionPtr>(
    node<syntax::Conditional>[word("if") > expression > word("then") > expression > word("else") > expression]);

auto const range_def = node<syntax::Range>[free_name > word("in") > expression > -(word("where") > expression)];
auto const selection_def = node<syntax::Range>[free_name > word("in") > expression > word("where") > expression];

// These words are also names of fields and members, so what follows decides.
auto const quantifier_word_def = ((word("every") >> x3::attr(QuantifierKind::every)) |
                                  (word("some") >> x3::attr(QuantifierKind::some)) |
                                  (word("no") >> x3::attr(QuantifierKind::no))) >>
                                 &(free_name >> word("in"));
auto const counting_word_def = (word("at") >> word("least") >> x3::attr(QuantifierKind::at_least)) |
                               (word("at") >> word("most") >> x3::attr(QuantifierKind::at_most)) |
                               (word("exactly") >> &(plain_number | symbol("(")) >> x3::attr(QuantifierKind::exactly));
// The name of the variable is not the number's unit.
auto const counted_def = into<ExpressionPtr>(plain_number) | parenthesised;
auto const quantified_def =
    into<ExpressionPtr>(
        node<syntax::Quantifier>[(quantifier_word >> absent<ExpressionPtr>) > range > word("satisfies") > expression]) |
    into<ExpressionPtr>(node<syntax::Quantifier>[counting_word > counted > range > word("satisfies") > expression]);

auto const aggregate_word_def = key("sum") | key("min") | key("max") | key("average");
auto const aggregate_rest_def =
    node<AggregateRest>[(word("for") > range) >> absent<std::vector<ExpressionPtr>>] |
    node<AggregateRest>[(absent<std::optional<syntax::Range>> >> symbol(",")) > list_of(expression)] |
    node<AggregateRest>[x3::eps];
auto const end_of_arguments = expected("',' or ')'")[symbol(")")];
auto const requirement_argument = list_of(into<ExpressionPtr>(node<syntax::Reference>[requirement_id]));
auto const application_def =
    into<ExpressionPtr>(node<syntax::Aggregate>[(key("count") >> symbol("(") >> &(free_name >> word("in")) >>
                                                 absent<ExpressionPtr>) > range > symbol(")")]) |
    into<ExpressionPtr>(
        node<AggregateOrCall>[(aggregate_word >> symbol("(")) > expression > aggregate_rest > end_of_arguments]) |
    into<ExpressionPtr>(node<syntax::Call>[(key("verdict") >> symbol("(")) > requirement_argument > symbol(")")]) |
    into<ExpressionPtr>(node<syntax::Call>[(callee >> symbol("(")) > list_of(expression) > end_of_arguments]);

BOOST_SPIRIT_DEFINE(path, operand, literal, dotted_name, parenthesised, conditional, range, selection, quantified,
                    quantifier_word, counting_word, counted, application, aggregate_word, aggregate_rest)
BOOST_SPIRIT_INSTANTIATE(PathRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(LiteralRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(DottedNameRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ApplicationRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ParenthesisedRule, Iterator, Context)

}  // namespace assay::grammar
