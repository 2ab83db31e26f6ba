#include "grammar/type.hpp"

#include "grammar/lexical.hpp"
#include "grammar/operation.hpp"
#include "grammar/qualified.hpp"

namespace assay::grammar {

using Shape = syntax::Type::Shape;
using Element = std::unique_ptr<syntax::Type>;

inline constexpr Rule<struct list_tag, syntax::Type> list_type{"a list type"};
inline constexpr Rule<struct set_tag, syntax::Type> set_type{"a set type"};
inline constexpr Rule<struct plain_tag, syntax::Type> plain_type{"a type"};

auto const no_unit = absent<std::optional<syntax::Name>>;

auto const type_def = list_type | set_type | plain_type;
auto const list_type_def = node<syntax::Type>[(word("list") >> word("of") >> x3::attr(Shape::list) >>
                                               absent<syntax::Name> >> no_unit) > into<Element>(limited[type])];
auto const set_type_def = node<syntax::Type>[((word("set") >> word("of") >> x3::attr(Shape::set)) > qualified_name) >>
                                             no_unit >> absent<Element>];
auto const plain_type_def =
    node<syntax::Type>[x3::attr(Shape::plain) >> qualified_name >> -(word("in") > unit) >> absent<Element>];

auto const parameter = node<syntax::Parameter>[name > symbol(":") > type];
auto const parameters_def = symbol("(") > list_of(parameter) > expected("',' or ')'")[symbol(")")];

BOOST_SPIRIT_DEFINE(type, list_type, set_type, plain_type, parameters)
BOOST_SPIRIT_INSTANTIATE(TypeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ParametersRule, Iterator, Context)

}  // namespace assay::grammar
