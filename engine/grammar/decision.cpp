#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::ExpressionPtr;

inline constexpr Rule<struct condition_tag, ExpressionPtr> condition{"'when' or 'otherwise'"};

auto const condition_def = (word("when") > expression) | (word("otherwise") >> absent<ExpressionPtr>);
auto const rule = node<syntax::DecisionRule>[name > condition];
auto const rules = *(expected("an outcome or '}'")[rule] - closed);

auto const activity = word("at") > name;
auto const decision_def = node<syntax::Decision>[word("decision") > -activity > symbol("{") > rules > symbol("}")];

BOOST_SPIRIT_DEFINE(decision, condition)
BOOST_SPIRIT_INSTANTIATE(DecisionRule, Iterator, Context)

}  // namespace assay::grammar
