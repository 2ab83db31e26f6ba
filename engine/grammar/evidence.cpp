// What a requirement asks for beside facts: documents, and how good they must be.
#include "grammar/evidence.hpp"

#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::ExpressionPtr;

inline constexpr Rule<struct covering_tag, syntax::Covering> covering{"'covering'"};

// A define may be called `each`: only `each x` begins a list.
auto const goes_on = (word("by") >> word("accredited")) | (word("issued") >> word("within"));
auto const covering_each = node<syntax::Covering>[(word("covering") >> word("each") >> !goes_on >> free_name) >
                                                  word("in") > expression > word("by") > expression];
auto const covering_value = node<syntax::Covering>[(word("covering") >> absent<std::optional<syntax::Name>>) >
                                                   expression > absent<ExpressionPtr>];
auto const covering_def = covering_each | covering_value;
auto const accreditation = word("by") > word("accredited") > word("to") > text;
auto const age = word("issued") > word("within") >
                 expected("a duration such as '12 months'")[into<ExpressionPtr>(number)];

auto const evidence_def =
    node<syntax::Evidence>[word("evidence") > free_name > text > -covering > -accreditation > -age];

auto const provide_def = into<ExpressionPtr>(node<syntax::Provide>[word("provide") >> free_name]);

BOOST_SPIRIT_DEFINE(covering, evidence, provide)
BOOST_SPIRIT_INSTANTIATE(EvidenceRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ProvideRule, Iterator, Context)

}  // namespace assay::grammar
