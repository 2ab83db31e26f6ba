// What is attested, and the surveillance that keeps it valid.
#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::AttestationItem;
using syntax::ExpressionPtr;

inline constexpr Rule<struct attestation_item_tag, AttestationItem> attestation_item{"an item of the attestation"};
inline constexpr Rule<struct round_tag, syntax::SurveillanceRound> surveillance_round{"'every'"};

auto const duration = into<ExpressionPtr>(number);

auto const certificate = node<syntax::CertificateTerm>[word("certificate") > -(word("valid") > word("for") > duration)];
auto const identifies = node<syntax::Identifies>[word("identifies") > list_of(path)];
auto const scope = node<syntax::ScopeOfAttestation>[word("scope") > list_of(path)];
auto const mark = node<syntax::Mark>[word("mark") > text];

auto const attestation_item_def = expected(
    "'certificate', 'identifies', 'scope', 'mark' or '}'")[into<AttestationItem>(certificate) |
                                                           into<AttestationItem>(identifies) |
                                                           into<AttestationItem>(scope) | into<AttestationItem>(mark)];
auto const attestation_def =
    node<syntax::Attestation>[word("attestation") > symbol("{") > *(attestation_item - closed) > symbol("}")];

auto const activities = word("by") > list_of(name);
auto const surveillance_round_def = node<syntax::SurveillanceRound>[word("every") > duration > activities >
                                                                    -(word("reassess") > list_of(requirement_id))];
auto const rounds = *(expected("'every' or '}'")[surveillance_round] - closed);
auto const surveillance_def = node<syntax::Surveillance>[word("surveillance") > symbol("{") > rounds > symbol("}")];

BOOST_SPIRIT_DEFINE(attestation, attestation_item, surveillance, surveillance_round)
BOOST_SPIRIT_INSTANTIATE(AttestationRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(SurveillanceRule, Iterator, Context)

}  // namespace assay::grammar
