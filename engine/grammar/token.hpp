#pragma once

#include "grammar/scan.hpp"

#include <string_view>

// Tokens skip the blanks before them and leave the position alone when they fail, so that a node ends where its last
// token ends.
namespace assay::grammar {

/// What a scanner finds, with its bytes.
template <typename Value, bool (*scan)(Iterator&, Iterator, Session&, Value&)>
struct Token : x3::parser<Token<Value, scan>> {
  using attribute_type = Value;
  static bool const has_attribute = true;

  const char* called;
  constexpr explicit Token(const char* words) : called(words) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals&, Attribute& attribute) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    Session& session = session_of(context);
    Iterator const start = at;
    Value value{};
    if (!scan(at, last, session, value)) return false;
    if constexpr (std::is_base_of_v<syntax::Spanned, Value>) {
      value.begin = session.offset(start);
      value.end = session.offset(at);
    }
    x3::traits::move_to(value, attribute);
    first = at;
    return true;
  }
};

/// A keyword: the word, followed by no further letter.
struct Word : x3::parser<Word> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  std::string_view spelled;
  constexpr explicit Word(std::string_view letters) : spelled(letters) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals&, Attribute&) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    if (!is_word_at(at, last, spelled)) return false;
    first = at + spelled.size();
    return true;
  }
};
constexpr Word word(std::string_view spelled) { return Word(spelled); }

/// A keyword that the tree keeps as a name.
struct Key : x3::parser<Key> {
  using attribute_type = syntax::Name;
  static bool const has_attribute = true;

  std::string_view spelled;
  constexpr explicit Key(std::string_view letters) : spelled(letters) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    Iterator at = first;
    if (!word(spelled).parse(at, last, context, locals, x3::unused)) return false;
    syntax::Name name{session_of(context).span(at - spelled.size(), at), std::string(spelled)};
    x3::traits::move_to(name, attribute);
    first = at;
    return true;
  }
};
constexpr Key key(std::string_view spelled) { return Key(spelled); }

struct Symbol : x3::parser<Symbol> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  std::string_view spelled;
  constexpr explicit Symbol(std::string_view characters) : spelled(characters) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals&, Attribute&) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    if (!is_symbol_at(at, last, spelled)) return false;
    first = at + spelled.size();
    return true;
  }
};
constexpr Symbol symbol(std::string_view spelled) { return Symbol(spelled); }

/// Nothing but blanks up to the end of the file.
struct End : x3::parser<End> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals&, Attribute&) const {
    Iterator at = first;
    x3::skip_over(at, last, context);
    return at == last;
  }
};
inline constexpr End end_of_file{};

/// Where a list in braces is over: `*(item - closed)`.
inline constexpr auto closed = symbol("}") | end_of_file;

}  // namespace assay::grammar

// What a diagnostic calls them.
namespace boost::spirit::x3 {
template <typename Value,
          bool (*scan)(assay::grammar::Iterator&, assay::grammar::Iterator, assay::grammar::Session&, Value&)>
struct get_info<assay::grammar::Token<Value, scan>> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::Token<Value, scan>& token) const { return token.called; }
};
// A sequence is called by what it begins with.
template <typename First, typename Rest>
struct get_info<sequence<First, Rest>> {
  using result_type = std::string;
  std::string operator()(const sequence<First, Rest>& parts) const { return what(parts.left); }
};
template <>
struct get_info<assay::grammar::Word> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::Word& word) const { return "'" + std::string(word.spelled) + "'"; }
};
template <>
struct get_info<assay::grammar::Symbol> {
  using result_type = std::string;
  std::string operator()(const assay::grammar::Symbol& symbol) const { return "'" + std::string(symbol.spelled) + "'"; }
};
}  // namespace boost::spirit::x3
