// The levels of precedence, from the loosest to the tightest.
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/operation.hpp"

namespace assay::grammar {

using diagnostics::Code;
using syntax::Comparator;
using syntax::ExpressionPtr;
using syntax::PresenceKind;

inline constexpr Rule<struct implication_tag, ExpressionPtr> implication{"an expression"};
inline constexpr Rule<struct disjunction_tag, ExpressionPtr> disjunction{"an expression"};
inline constexpr Rule<struct conjunction_tag, ExpressionPtr> conjunction{"an expression"};
inline constexpr Rule<struct negation_tag, ExpressionPtr> negation{"an expression"};
inline constexpr Rule<struct comparison_tag, ExpressionPtr> comparison{"an expression"};
inline constexpr Rule<struct compared_tag, ExpressionPtr> compared{"a comparison"};
inline constexpr Rule<struct comparator_tag, Comparator> comparator{"a comparison"};
inline constexpr Rule<struct presence_tag, PresenceKind> presence_kind{"'provided', 'missing' or 'stated'"};
inline constexpr Rule<struct sum_tag, ExpressionPtr> sum{"a value"};
inline constexpr Rule<struct product_tag, ExpressionPtr> product{"a value"};
inline constexpr Rule<struct signed_tag, ExpressionPtr> signed_value{"a value"};

auto const expression_def = limited[implication];

auto const implied = into<ExpressionPtr>(node<syntax::Implication>[(word("implies") >> left_operand) > disjunction]);
auto const implication_def = followed(disjunction, implied) >>
                             not_again(word("implies"), Code::chained_implication,
                                       "write parentheses around one of the two implications");

auto const disjunction_def = chain(conjunction, word("or") >> x3::attr('|'));
auto const conjunction_def = chain(negation, word("and") >> x3::attr('&'));
auto const negation_def = into<ExpressionPtr>(node<syntax::Negation>[word("not") > limited[negation]]) | comparison;

auto const comparator_def =
    (word("is") >> word("not") >> x3::attr(Comparator::is_not)) | (word("is") >> x3::attr(Comparator::is)) |
    (symbol("=") >> x3::attr(Comparator::equal)) | (symbol("!=") >> x3::attr(Comparator::not_equal)) |
    (symbol("<") >> x3::attr(Comparator::less)) | (symbol("<=") >> x3::attr(Comparator::less_equal)) |
    (symbol(">") >> x3::attr(Comparator::greater)) | (symbol(">=") >> x3::attr(Comparator::greater_equal)) |
    (word("includes") >> x3::attr(Comparator::includes));
auto const presence_kind_def = (word("provided") >> x3::attr(PresenceKind::provided)) |
                               (word("missing") >> x3::attr(PresenceKind::missing)) |
                               (word("stated") >> x3::attr(PresenceKind::stated));

auto const in_range = node<syntax::InRange>[(word("is") >> word("in") >> left_operand) > sum > symbol("..") > sum];
auto const one_of =
    node<syntax::OneOf>[(word("is") >> left_operand >> is_there(word("not")) >> word("one") >> word("of")) >
                        symbol("{") > list_of(sum) > expected("',' or '}'")[symbol("}")]];
auto const presence = node<syntax::Presence>[word("is") >> presence_kind >> left_operand];
auto const within = node<syntax::WithinDuration>[(word("is") >> word("within") >> left_operand) > sum];
auto const matched = node<syntax::Matches>[(word("matches") >> left_operand) > text];
auto const ordered = node<syntax::Comparison>[(comparator >> left_operand) > sum];

auto const comparison_sign = word("is") | symbol("=") | symbol("!=") | symbol("<") | symbol("<=") | symbol(">") |
                             symbol(">=") | word("includes") | word("matches");
auto const compared_def = into<ExpressionPtr>(in_range) | into<ExpressionPtr>(one_of) | into<ExpressionPtr>(presence) |
                          into<ExpressionPtr>(within) | into<ExpressionPtr>(matched) | into<ExpressionPtr>(ordered);
auto const comparison_def = ruled(followed(sum, compared), conformity_rule) >>
                            not_again(comparison_sign, Code::chained_comparison,
                                      "write two comparisons joined by 'and', as in 'a < b and b < c'");

auto const sum_def = chain(product, (symbol("+") >> x3::attr('+')) | (symbol("-") >> x3::attr('-')));
auto const product_def = chain(signed_value, (symbol("*") >> x3::attr('*')) | (symbol("/") >> x3::attr('/')));

auto const replaced =
    into<ExpressionPtr>(node<syntax::Fallback>[(word("otherwise") >> left_operand) > limited[signed_value]]);
auto const signed_value_def =
    into<ExpressionPtr>(node<syntax::Minus>[symbol("-") > limited[signed_value]]) | followed(path, replaced);

BOOST_SPIRIT_DEFINE(expression, implication, disjunction, conjunction, negation, comparison, compared, comparator,
                    presence_kind, sum, product, signed_value)
BOOST_SPIRIT_INSTANTIATE(ExpressionRule, Iterator, Context)

}  // namespace assay::grammar
