#pragma once

#include "grammar/token.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/is_sequence.hpp>
#include <boost/fusion/include/size.hpp>

#include <optional>
#include <utility>
#include <vector>

// How the parts that X3 collected become nodes of the tree, without fusion adaptation and semantic actions.
namespace assay::grammar {

namespace fusion = boost::fusion;

template <typename Subject>
using ParserOf = typename x3::extension::as_parser<Subject>::value_type;

template <typename Part>
Part take(Part& part) {
  return std::move(part);
}
template <typename Part>
std::optional<Part> take(boost::optional<Part>& part) {
  return part ? std::optional<Part>(std::move(*part)) : std::nullopt;
}
template <typename Part>
std::vector<Part> take(boost::optional<std::vector<Part>>& part) {
  return part ? std::move(*part) : std::vector<Part>{};
}
inline syntax::ExpressionPtr take(boost::optional<syntax::ExpressionPtr>& part) {
  return part ? std::move(*part) : nullptr;
}

template <typename Node, typename Parts>
Node assemble(Parts& parts) {
  if constexpr (std::is_same_v<Parts, x3::unused_type>) {
    return Node{};
  } else if constexpr (fusion::traits::is_sequence<Parts>::value) {
    return [&]<std::size_t... position>(std::index_sequence<position...>) {
      return Node{{}, take(fusion::at_c<position>(parts))...};
    }
    (std::make_index_sequence<fusion::result_of::size<Parts>::value>{});
  } else {
    return Node{{}, take(parts)};
  }
}

/// node<T>[parts]: a T made of what the parts yield, in the order of its members, with its bytes. The parts go into
/// fresh values, so that a failed alternative leaves nothing behind.
template <typename Node, typename Subject>
struct NodeParser : x3::unary_parser<Subject, NodeParser<Node, Subject>> {
  using attribute_type = Node;
  static bool const has_attribute = true;
  static bool const handles_container = false;

  constexpr explicit NodeParser(const Subject& parts) : x3::unary_parser<Subject, NodeParser>(parts) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    Iterator const start = at;
    typename x3::traits::attribute_of<Subject, Surroundings>::type parts{};
    if (!this->subject.parse(at, last, context, locals, parts)) return false;
    Session const& session = session_of(context);
    Node made = assemble<Node>(parts);
    made.begin = session.offset(start);
    made.end = session.offset(at);
    x3::traits::move_to(made, attribute);
    first = at;
    return true;
  }
};
template <typename Node>
struct NodeDirective {
  template <typename Subject>
  constexpr auto operator[](const Subject& parts) const {
    return NodeParser<Node, ParserOf<Subject>>(x3::as_parser(parts));
  }
};
template <typename Node>
inline constexpr NodeDirective<Node> node{};

template <typename Target, typename Part>
void store(Target& target, Part part) {
  target = std::move(part);
}
template <typename Part>
void store(std::unique_ptr<Part>& target, Part part) {
  target = std::make_unique<Part>(std::move(part));
}
template <typename Part>
void store(syntax::ExpressionPtr& target, Part part) {
  syntax::Spanned const span = part;
  target = std::make_unique<syntax::Expression>(syntax::Expression{span, std::move(part)});
}

/// into<Target>(part): what the part yields, as one case of a variant or on the heap. A part that is not a node of the
/// tree says with its own `store` what it becomes.
template <typename Target, typename Subject>
struct IntoParser : x3::unary_parser<Subject, IntoParser<Target, Subject>> {
  using attribute_type = Target;
  static bool const has_attribute = true;
  static bool const handles_container = false;

  constexpr explicit IntoParser(const Subject& part) : x3::unary_parser<Subject, IntoParser>(part) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    typename x3::traits::attribute_of<Subject, Surroundings>::type part{};
    if (!this->subject.parse(first, last, context, locals, part)) return false;
    Target target{};
    store(target, std::move(part));
    x3::traits::move_to(target, attribute);
    return true;
  }
};
template <typename Target, typename Subject>
constexpr auto into(const Subject& part) {
  return IntoParser<Target, ParserOf<Subject>>(x3::as_parser(part));
}

/// A member that has no words of its own here.
template <typename Value>
struct Absent : x3::parser<Absent<Value>> {
  using attribute_type = Value;
  static bool const has_attribute = true;

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator&, Iterator const&, Surroundings const&, Locals&, Attribute&) const {
    return true;
  }
};
template <typename Value>
inline constexpr Absent<Value> absent{};

/// Is the token there?
template <typename Subject>
struct IsThere : x3::unary_parser<Subject, IsThere<Subject>> {
  using attribute_type = bool;
  static bool const has_attribute = true;
  static bool const handles_container = false;

  constexpr explicit IsThere(const Subject& token) : x3::unary_parser<Subject, IsThere>(token) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    bool found = this->subject.parse(first, last, context, locals, x3::unused);
    x3::traits::move_to(found, attribute);
    return true;
  }
};
template <typename Subject>
constexpr auto is_there(const Subject& token) {
  return IsThere<ParserOf<Subject>>(x3::as_parser(token));
}

/// item, item, …: after a separator there must be another item, and what is missing is called by its name.
template <typename Subject>
struct ListParser : x3::unary_parser<Subject, ListParser<Subject>> {
  using Item = typename x3::traits::attribute_of<Subject, Context>::type;
  using attribute_type = std::vector<Item>;
  static bool const has_attribute = true;
  static bool const handles_container = true;

  std::string_view separator;
  constexpr ListParser(const Subject& item, std::string_view spelled)
      : x3::unary_parser<Subject, ListParser>(item), separator(spelled) {}

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             attribute_type& items) const {
    Item item{};
    if (!this->subject.parse(first, last, context, locals, item)) return false;
    items.push_back(std::move(item));
    while (is_separated(first, last, context, locals)) {
      Item next{};
      if (!this->subject.parse(first, last, context, locals, next))
        throw Session::Failure(first, x3::what(this->subject));
      items.push_back(std::move(next));
    }
    return true;
  }

 private:
  template <typename Surroundings, typename Locals>
  bool is_separated(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals) const {
    if (is_letter(separator.front())) return word(separator).parse(first, last, context, locals, x3::unused);
    return symbol(separator).parse(first, last, context, locals, x3::unused);
  }
};
template <typename Subject>
constexpr auto list_of(const Subject& item, std::string_view separator = ",") {
  return ListParser<ParserOf<Subject>>(x3::as_parser(item), separator);
}

/// expected("…")[part]: the part must be there; the words say to a reader what is missing.
template <typename Subject>
struct ExpectedParser : x3::unary_parser<Subject, ExpectedParser<Subject>> {
  static bool const is_pass_through_unary = true;

  const char* called;
  constexpr ExpectedParser(const Subject& part, const char* words)
      : x3::unary_parser<Subject, ExpectedParser>(part), called(words) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    if (!this->subject.parse(first, last, context, locals, attribute)) throw Session::Failure(first, called);
    return true;
  }
};
struct ExpectedDirective {
  const char* called;
  template <typename Subject>
  constexpr auto operator[](const Subject& part) const {
    return ExpectedParser<ParserOf<Subject>>(x3::as_parser(part), called);
  }
};
constexpr ExpectedDirective expected(const char* words) { return {words}; }

}  // namespace assay::grammar

// These are called by what they are made of.
namespace boost::spirit::x3 {
template <typename Node, typename Subject>
struct get_info<assay::grammar::NodeParser<Node, Subject>> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::NodeParser<Node, Subject>& parser) const { return what(parser.subject); }
};
template <typename Target, typename Subject>
struct get_info<assay::grammar::IntoParser<Target, Subject>> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::IntoParser<Target, Subject>& parser) const {
    return what(parser.subject);
  }
};
template <typename Subject>
struct get_info<assay::grammar::ListParser<Subject>> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::ListParser<Subject>& parser) const { return what(parser.subject); }
};
}  // namespace boost::spirit::x3
