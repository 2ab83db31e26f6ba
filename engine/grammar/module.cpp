// A file: one declaration after the other.
#include "grammar/declaration.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"

namespace assay::grammar {

using syntax::Declaration;

struct declaration_tag : Recovering<Construct::declaration> {};
inline constexpr Rule<declaration_tag, Declaration> declaration{"a declaration"};

/// The closing braces of a declaration that was given up before they came.
struct LeftBraces : x3::parser<LeftBraces> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals, Attribute&) const {
    int& unclosed = session_of(context).unclosed_braces;
    while (unclosed > 0 && symbol("}").parse(first, last, context, locals, x3::unused)) --unclosed;
    return true;
  }
};

auto const declaration_def = expected("a declaration (such as record, define, section or requirement)")
    [into<Declaration>(requirement) | into<Declaration>(section) | into<Declaration>(define) |
     into<Declaration>(record) | into<Declaration>(enumeration) | into<Declaration>(table) |
     into<Declaration>(document) | into<Declaration>(unit_declaration) | into<Declaration>(use) |
     into<Declaration>(subject) | into<Declaration>(header) | into<Declaration>(decision) |
     into<Declaration>(presumption) | into<Declaration>(attestation) | into<Declaration>(surveillance) |
     into<Declaration>(test) | into<Declaration>(profile)];

auto const module_file_def = *(LeftBraces{} >> !end_of_file >> declaration);

BOOST_SPIRIT_DEFINE(module_file, declaration)
BOOST_SPIRIT_INSTANTIATE(ModuleRule, Iterator, Context)

}  // namespace assay::grammar
