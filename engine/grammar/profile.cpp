// Profiles: what a nation or a sector changes of a scheme.
#include "grammar/declaration.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/part.hpp"

namespace assay::grammar {

using syntax::ProfileChange;

struct change_tag : Recovering<Construct::change> {};
inline constexpr Rule<change_tag, ProfileChange> change{"a change of a profile"};
inline constexpr Rule<struct because_tag, syntax::Text> because{"'because'"};

auto const because_def = word("because") > text;

auto const addition = node<syntax::Addition>[word("add") > requirement];
auto const more = node<syntax::Requirement>[(requirement_id >> absent<syntax::Text>) > symbol("{") >
                                            *(requirement_item - closed) > symbol("}")];
auto const tightening = node<syntax::Tightening>[word("tighten") > more];
// A provision is called by its number or by its own name.
auto const relaxation =
    node<syntax::Relaxation>[word("relax") > requirement_id > symbol("/") >
                             expected("the number or the name of a shall")[requirement_id] > because];
auto const exemption = node<syntax::Exemption>[word("exempt") > requirement_id > because];
auto const setting = node<syntax::Setting>[word("set") > header_entry];

auto const change_def = expected("a change (add, tighten, relax, exempt, set) or '}'")
    [into<ProfileChange>(addition) | into<ProfileChange>(tightening) | into<ProfileChange>(relaxation) |
     into<ProfileChange>(exemption) | into<ProfileChange>(setting)];

auto const profile_def = node<syntax::Profile>[word("profile") > text > is_there(word("stricter")) > word("of") > text >
                                               symbol("{") > *(change - closed) > symbol("}")];

BOOST_SPIRIT_DEFINE(profile, change, because)
BOOST_SPIRIT_INSTANTIATE(ProfileRule, Iterator, Context)

}  // namespace assay::grammar
