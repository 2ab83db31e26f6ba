// The scheme's header and its entries.
#include "grammar/declaration.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/part.hpp"

namespace assay::grammar {

using HeaderValue = decltype(syntax::HeaderEntry::value);
using Bound = std::optional<syntax::Moment>;

inline constexpr Rule<struct plain_value_tag, HeaderValue> plain_value{"a text in quotes or a name"};

auto const period_def = node<syntax::MomentRange>[moment > symbol("..") > -moment] |
                        node<syntax::MomentRange>[(absent<Bound> >> symbol("..")) > moment];
auto const bodies = node<syntax::BodiesEntry>[word("accredited") > word("to") > text];
auto const waivers = node<syntax::WaiverEntry>[(word("by") > name) >> -(word("for") > list_of(requirement_id))];
auto const plain_value_def = into<HeaderValue>(text) | into<HeaderValue>(name);

auto const header_entry_def =
    node<syntax::HeaderEntry>[key("bodies") > expected("'accredited'")[into<HeaderValue>(bodies)]] |
    node<syntax::HeaderEntry>[key("waivers") > expected("'by'")[into<HeaderValue>(waivers)]] |
    node<syntax::HeaderEntry>[key("in_force") > expected("a date or '..'")[into<HeaderValue>(period)]] |
    node<syntax::HeaderEntry>[name > plain_value];

auto const entries = *(expected("an entry of the header or '}'")[header_entry] - closed);
auto const header_def = node<syntax::Header>[word("scheme") > text > symbol("{") > entries > symbol("}")];

BOOST_SPIRIT_DEFINE(header, header_entry, period, plain_value)
BOOST_SPIRIT_INSTANTIATE(HeaderRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PeriodRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(HeaderEntryRule, Iterator, Context)

}  // namespace assay::grammar
