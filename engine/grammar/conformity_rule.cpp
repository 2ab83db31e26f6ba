// What stands behind a comparison with a measured value.
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::Acceptance;
using syntax::RuleParameter;
using ParameterKind = RuleParameter::Kind;

inline constexpr Rule<struct acceptance_tag, Acceptance> acceptance{"'acceptance' or 'rejection'"};
inline constexpr Rule<struct guarded_tag, Acceptance> guarded{"'acceptance' or 'rejection'"};
inline constexpr Rule<struct rule_parameter_tag, RuleParameter> rule_parameter{"'guard', 'consumer risk' or '%'"};

auto const guarded_def =
    (word("acceptance") >> word("and") >> word("rejection") >> x3::attr(Acceptance::guarded_acceptance_and_rejection)) |
    (word("acceptance") >> x3::attr(Acceptance::guarded_acceptance)) |
    (word("rejection") >> x3::attr(Acceptance::guarded_rejection));
auto const acceptance_def = ((word("by") >> word("simple")) > word("acceptance") > x3::attr(Acceptance::simple)) |
                            ((word("by") >> word("guarded")) > guarded);

auto const guard =
    node<RuleParameter>[(word("with") >> word("guard") >> x3::attr(ParameterKind::guard)) > plain_number > word("U")];
auto const consumer_risk =
    node<RuleParameter>[(word("with") >> word("consumer") >> x3::attr(ParameterKind::consumer_risk)) > word("risk") >
                        word("at") > word("most") > plain_number > symbol("%")];
auto const confidence = node<RuleParameter>[(word("with") >> x3::attr(ParameterKind::confidence) >> plain_number) >
                                            symbol("%") > word("confidence")];
auto const rule_parameter_def = guard | consumer_risk | confidence;

auto const conformity_rule_def = node<syntax::ConformityRule>[acceptance >> -rule_parameter] |
                                 node<syntax::ConformityRule>[absent<std::optional<Acceptance>> >> rule_parameter];

BOOST_SPIRIT_DEFINE(conformity_rule, acceptance, guarded, rule_parameter)
BOOST_SPIRIT_INSTANTIATE(RuleRule, Iterator, Context)

}  // namespace assay::grammar
