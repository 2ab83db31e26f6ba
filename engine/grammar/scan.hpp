#pragma once

#include "grammar/session.hpp"

#include <string>
#include <string_view>

// What the tokens that carry a value look like. Each scanner starts at a token's first byte and moves `first` only if
// it succeeds.
namespace assay::grammar {

bool scan_name(Iterator& first, Iterator last, Session& session, syntax::Name& name);
bool scan_free_name(Iterator& first, Iterator last, Session& session, syntax::Name& name);
/// With the name of the file that it comes from before it, if that is used as a name.
bool scan_callee(Iterator& first, Iterator last, Session& session, syntax::Name& callee);
bool scan_unit(Iterator& first, Iterator last, Session& session, syntax::Name& unit);
bool scan_requirement_id(Iterator& first, Iterator last, Session& session, syntax::Name& id);
bool scan_text(Iterator& first, Iterator last, Session& session, syntax::Text& text);
bool scan_number(Iterator& first, Iterator last, Session& session, syntax::Number& number);
bool scan_plain_number(Iterator& first, Iterator last, Session& session, syntax::Number& number);
bool scan_signed_number(Iterator& first, Iterator last, Session& session, syntax::Number& number);
bool scan_moment(Iterator& first, Iterator last, Session& session, syntax::Moment& moment);
bool scan_truth(Iterator& first, Iterator last, Session& session, syntax::TruthLiteral& truth);

/// Is this word never a name of its own in an expression?
bool is_reserved(std::string_view word);

/// Where the token that begins at `first` ends; a text that is not closed ends with its line. For recovery and for
/// marking what stands where something else was expected.
Iterator end_of_token(Iterator first, Iterator last);

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
constexpr bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
constexpr bool continues_word(char letter) { return is_letter(letter) || is_digit(letter) || letter == '_'; }

/// The identifier at `first`, or nothing.
std::string_view word_at(Iterator first, Iterator last);
/// Does the word stand here, with no further letter? Asked for every keyword that could stand at a place.
inline bool is_word_at(Iterator first, Iterator last, std::string_view spelled) {
  if (first == last || *first != spelled.front()) return false;
  if (static_cast<std::size_t>(last - first) < spelled.size()) return false;
  Iterator const end = first + spelled.size();
  return std::string_view(first, spelled.size()) == spelled && (end == last || !continues_word(*end));
}
/// What stands there, with single blanks between tokens.
std::string on_one_line(Iterator first, Iterator last);
/// Does the symbol stand here, and no longer symbol that begins with it?
bool is_symbol_at(Iterator first, Iterator last, std::string_view spelled);

}  // namespace assay::grammar
