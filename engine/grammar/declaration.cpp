// Documents, uses, units, enumerations and definitions.
#include "grammar/declaration.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/type.hpp"

namespace assay::grammar {

inline constexpr Rule<struct member_tag, syntax::EnumMember> member{"a name"};

auto const document_def = node<syntax::Document>[word("document") > name > text];
auto const use_def = node<syntax::Use>[word("use") > text > -(word("as") > free_name)];
auto const unit_declaration_def = node<syntax::Unit>[word("unit") > name > -(symbol("=") > number)];

auto const member_def = node<syntax::EnumMember>[name >> -text >> -(symbol("=") > signed_number)];
auto const enumeration_def =
    node<syntax::Enum>[word("enum") > name > symbol("{") > list_of(member) > expected("',' or '}'")[symbol("}")]];

auto const define_def = node<syntax::Define>[word("define") > name > -parameters > symbol("=") > expression];

BOOST_SPIRIT_DEFINE(document, use, unit_declaration, enumeration, member, define)
BOOST_SPIRIT_INSTANTIATE(DocumentRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(UseRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(UnitRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(EnumRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(DefineRule, Iterator, Context)

}  // namespace assay::grammar
