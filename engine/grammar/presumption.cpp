#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::PresumptionItem;

inline constexpr Rule<struct presumption_item_tag, PresumptionItem> presumption_item{"an item of a presumption"};

auto const satisfies = node<syntax::Satisfies>[word("satisfies") > list_of(requirement_id)];
auto const when = node<syntax::When>[word("when") > expression];
auto const source = node<syntax::Source>[word("source") > name > text];

auto const presumption_item_def =
    expected("'satisfies', 'when', 'source' or '}'")[into<PresumptionItem>(satisfies) | into<PresumptionItem>(when) |
                                                     into<PresumptionItem>(source)];
auto const presumption_def =
    node<syntax::Presumption>[word("presumption") > text > symbol("{") > *(presumption_item - closed) > symbol("}")];

BOOST_SPIRIT_DEFINE(presumption, presumption_item)
BOOST_SPIRIT_INSTANTIATE(PresumptionRule, Iterator, Context)

}  // namespace assay::grammar
