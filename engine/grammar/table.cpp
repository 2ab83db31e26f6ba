// Tables: inputs, rows and their patterns.
#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/type.hpp"

#include <algorithm>

namespace assay::grammar {

using syntax::ExpressionPtr;
using syntax::Pattern;

/// `.. B`, `.. < B` or nothing behind the dots.
struct UpperEnd : syntax::Spanned {
  bool excluded = false;
  ExpressionPtr value;
};
/// A pattern that begins with a value.
struct ValueOrRange : syntax::Spanned {
  bool low_excluded = false;
  ExpressionPtr low;
  std::optional<UpperEnd> high;
};
void store(Pattern& target, ValueOrRange part) {
  syntax::Spanned const span = part;
  if (part.high) {
    target = syntax::PatternRange{span, std::move(part.low), std::move(part.high->value), part.low_excluded,
                                  part.high->excluded};
    return;
  }
  syntax::PatternValues values{span, {}};
  values.values.push_back(std::move(part.low));
  target = std::move(values);
}

inline constexpr Rule<struct end_point_tag, ExpressionPtr> end_point{"a value"};
inline constexpr Rule<struct row_value_tag, ExpressionPtr> row_value{
    "a literal, a name, a call or an expression in parentheses"};
inline constexpr Rule<struct upper_end_tag, UpperEnd> upper_end{"a value"};
inline constexpr Rule<struct value_set_tag, syntax::PatternValues> value_set{"a set of values"};
inline constexpr Rule<struct pattern_tag, Pattern> pattern{"a value, a range, 'any' or 'otherwise'"};
inline constexpr Rule<struct row_tag, syntax::Row> row{"a row"};

auto const negative = into<ExpressionPtr>(node<syntax::Minus>[symbol("-") > into<ExpressionPtr>(number)]);
auto const end_point_def = negative | literal | dotted_name;
auto const row_value_def = negative | literal | application | dotted_name | parenthesised;

auto const upper_end_def =
    node<UpperEnd>[(symbol("<") >> x3::attr(true)) > end_point] | node<UpperEnd>[x3::attr(false) >> -end_point];
auto const excluded = symbol(">") >> x3::attr(true);
auto const included = x3::attr(false);
auto const any = node<syntax::PatternAny>[word("any")];
auto const value_set_def =
    node<syntax::PatternValues>[symbol("{") > list_of(end_point) > expected("',' or '}'")[symbol("}")]];
auto const open_below = node<ValueOrRange>[(included >> absent<ExpressionPtr> >> symbol("..")) >
                                           node<UpperEnd>[is_there(symbol("<")) > end_point]];
auto const above = node<ValueOrRange>[excluded > end_point > symbol("..") > upper_end];
auto const from_value = node<ValueOrRange>[included >> end_point >> -(symbol("..") > upper_end)];
auto const pattern_def = into<Pattern>(any) | into<Pattern>(value_set) | into<Pattern>(open_below) |
                         into<Pattern>(above) | into<Pattern>(from_value);

auto const row_def =
    node<syntax::Row>[(word("otherwise") >> x3::attr(true) >> absent<std::vector<Pattern>>) > symbol("=>") >
                      row_value] |
    node<syntax::Row>[(x3::attr(false) >> expected("a value, a range, 'any', 'otherwise' or '}'")[list_of(pattern)]) >
                      symbol("=>") > row_value];

/// The end of a line, so that the value of a row and the next row do not run into each other.
struct LineEnd : x3::parser<LineEnd> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals&, Attribute&) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    return at == last || *at == '}' || std::find(first, at, '\n') != at;
  }
};
auto const rows = *((row >> expected("'}' or the next row on a line of its own")[LineEnd{}]) - closed);

auto const table_def = node<syntax::Table>[word("table") > name > -parameters > word("by") > list_of(expression) >
                                           -(symbol("->") > type) > symbol("{") > rows > symbol("}")];

BOOST_SPIRIT_DEFINE(table, row, pattern, value_set, upper_end, end_point, row_value)
BOOST_SPIRIT_INSTANTIATE(TableRule, Iterator, Context)

}  // namespace assay::grammar
