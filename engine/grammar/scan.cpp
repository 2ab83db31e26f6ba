// Names, numbers and dates, and where a token ends.
#include "grammar/scan.hpp"

#include "grammar/keywords.hpp"
#include "quantity/calendar.hpp"
#include "quantity/decimal.hpp"

#include <algorithm>
#include <array>

namespace assay::grammar {

using diagnostics::Code;

namespace {

std::string_view between(Iterator first, Iterator last) { return {first, static_cast<std::size_t>(last - first)}; }

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

Iterator after_line_blanks(Iterator first, Iterator last) {
  return std::find_if(first, last, [](char letter) { return letter != ' ' && letter != '\t'; });
}

constexpr auto reserved_words =
    std::to_array<std::string_view>({"and", "else", "false", "if", "implies", "in", "includes", "is", "matches", "not",
                                     "or", "otherwise", "satisfies", "then", "true", "where"});
static_assert(std::is_sorted(reserved_words.begin(), reserved_words.end()));

// A number is followed by these where it has no unit.
constexpr auto never_units = std::to_array<std::string_view>(
    {"accredited", "and",         "any",      "applies",  "as",          "at",       "attestation",  "because",
     "by",         "conditional", "covering", "decision", "decline",     "defer",    "define",       "document",
     "each",       "else",        "enum",     "evidence", "exactly",     "expect",   "extend",       "for",
     "from",       "given",       "grant",    "guidance", "identifies",  "if",       "implies",      "in",
     "in_force",   "includes",    "is",       "issued",   "judgement",   "maintain", "mark",         "matches",
     "may",        "method",      "not",      "of",       "on",          "or",       "otherwise",    "presumption",
     "profile",    "record",      "reduce",   "refuse",   "requirement", "restore",  "satisfies",    "scheme",
     "scope",      "section",     "shall",    "should",   "source",      "subject",  "surveillance", "suspend",
     "table",      "test",        "then",     "to",       "unit",        "use",      "when",         "where",
     "with",       "withdraw"});
static_assert(std::is_sorted(never_units.begin(), never_units.end()));

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

Iterator after_digits(Iterator first, Iterator last) {
  Iterator at = first;
  while (at != last && (is_digit(*at) || (*at == '_' && at != first && at + 1 != last && is_digit(at[1])))) ++at;
  return at;
}

// The first dot of `1 .. 5` or `1..5` is not the number's.
Iterator after_fraction(Iterator first, Iterator last) {
  if (last - first < 2 || *first != '.' || !is_digit(first[1])) return first;
  return after_digits(first + 1, last);
}

Iterator after_exponent(Iterator first, Iterator last) {
  if (first == last || (*first != 'e' && *first != 'E')) return first;
  Iterator at = first + 1;
  if (at != last && (*at == '+' || *at == '-')) ++at;
  return at != last && is_digit(*at) ? after_digits(at, last) : first;
}

Iterator after_number(Iterator first, Iterator last) {
  Iterator const whole = after_digits(first, last);
  return whole == first ? first : after_exponent(after_fraction(whole, last), last);
}

std::string without_underscores(std::string_view digits) {
  std::string plain(digits);
  std::erase(plain, '_');
  return plain;
}

/// Behind `.kWh` of `shared.kWh`; `first` where no such name stands.
Iterator after_qualification(Iterator first, Iterator last) {
  if (first == last || *first != '.') return first;
  std::string_view const name = word_at(first + 1, last);
  return name.empty() ? first : first + 1 + name.size();
}

std::optional<syntax::Name> unit_behind(Iterator& first, Iterator last, const Session& session) {
  Iterator const start = after_line_blanks(first, last);
  if (start != last && *start == '%') {
    first = start + 1;
  } else {
    std::string_view const word = word_at(start, last);
    if (word.empty() || holds(never_units, word)) return std::nullopt;
    first = after_qualification(start + word.size(), last);
  }
  return syntax::Name{session.span(start, first), std::string(between(start, first))};
}

bool is_first_on_line(Iterator at, const Session& session) {
  std::string_view const before = session.text_before(at);
  std::size_t const visible = before.find_last_not_of(" \t\r");
  return visible == std::string_view::npos || before[visible] == '\n';
}

// `define x =` with nothing behind it shall not take the next line's `define y = …` for its value.
bool begins_construct(std::string_view word, Iterator first, Iterator last, const Session& session) {
  bool const is_keyword =
      std::find(declaration_words.begin(), declaration_words.end(), word) != declaration_words.end() ||
      std::find(item_words.begin(), item_words.end(), word) != item_words.end();
  if (!is_keyword || !is_first_on_line(first, session)) return false;
  Iterator const next = after_line_blanks(first + word.size(), last);
  if (next == last) return false;
  std::string_view const follower = word_at(next, last);
  if (follower.empty()) return *next == '"' || *next == '{' || is_digit(*next);
  return follower == "when" || !holds(never_units, follower);
}

bool follows_pattern(Iterator first, Iterator last, std::string_view pattern) {
  if (static_cast<std::size_t>(last - first) < pattern.size()) return false;
  return std::equal(pattern.begin(), pattern.end(), first,
                    [](char wanted, char found) { return wanted == 'd' ? is_digit(found) : wanted == found; });
}

// Generous, so that a mistaken time is one impossible moment and not a date with something behind it.
Iterator after_moment(Iterator first, Iterator last) {
  Iterator at = first + std::string_view("dddd-dd-dd").size();
  if (at != last && *at == 'T')
    at = std::find_if(at, last, [](char letter) { return !continues_word(letter) && letter != ':' && letter != '+'; });
  if (follows_pattern(at, last, ".d")) at = std::find_if(at + 1, last, [](char c) { return !continues_word(c); });
  if (follows_pattern(at, last, "-dd:dd") || follows_pattern(at, last, "+dd:dd")) at += 6;
  return std::find_if(at, last, [](char letter) { return !continues_word(letter); });
}

}  // namespace

std::string_view word_at(Iterator first, Iterator last) {
  if (first == last || !is_letter(*first)) return {};
  return between(first, std::find_if_not(first, last, continues_word));
}

bool is_symbol_at(Iterator first, Iterator last, std::string_view spelled) {
  constexpr std::array<std::string_view, 6> double_symbols = {"..", "=>", "->", "<=", ">=", "!="};
  if (!between(first, last).starts_with(spelled)) return false;
  if (spelled.size() > 1 || last - first < 2) return true;
  return std::find(double_symbols.begin(), double_symbols.end(), between(first, first + 2)) == double_symbols.end();
}

bool is_reserved(std::string_view word) { return holds(reserved_words, word); }

std::string on_one_line(Iterator first, Iterator last) {
  std::string line;
  while (first != last) {
    Iterator const end = std::min(end_of_token(first, last), last);
    line.append(first, end);
    first = after_blanks(end, last);
    if (first != last) line += ' ';
  }
  return line;
}

Iterator after_blanks(Iterator first, Iterator last) {
  while (first != last) {
    if (*first == '#')
      first = std::find(first, last, '\n');
    else if (is_blank(*first))
      ++first;
    else
      break;
  }
  return first;
}

bool scan_name(Iterator& first, Iterator last, Session&, syntax::Name& name) {
  name.text = word_at(first, last);
  first += name.text.size();
  return !name.text.empty();
}

bool scan_free_name(Iterator& first, Iterator last, Session& session, syntax::Name& name) {
  std::string_view const word = word_at(first, last);
  if (is_reserved(word) || begins_construct(word, first, last, session)) return false;
  return scan_name(first, last, session, name);
}

bool scan_callee(Iterator& first, Iterator last, Session& session, syntax::Name& callee) {
  Iterator const start = first;
  if (!scan_free_name(first, last, session, callee)) return false;
  first = after_qualification(first, last);
  callee.text = between(start, first);
  return true;
}

bool scan_unit(Iterator& first, Iterator last, Session& session, syntax::Name& unit) {
  if (first == last || *first != '%') return scan_callee(first, last, session, unit);
  unit.text = "%";
  ++first;
  return true;
}

bool scan_requirement_id(Iterator& first, Iterator last, Session&, syntax::Name& id) {
  if (first == last || !(is_letter(*first) || is_digit(*first))) return false;
  Iterator at = std::find_if(first, last, [](char c) { return !continues_word(c) && c != '-' && c != '.'; });
  while (at[-1] == '-' || at[-1] == '.') --at;
  id.text = between(first, at);
  first = at;
  return true;
}

bool scan_plain_number(Iterator& first, Iterator last, Session& session, syntax::Number& number) {
  Iterator const end = after_number(first, last);
  if (end == first) return false;
  number.digits = without_underscores(between(first, end));
  if (!Decimal::parse(number.digits))
    session.complain(Code::number_out_of_range, std::string(between(first, end)), first, end);
  first = end;
  return true;
}

bool scan_number(Iterator& first, Iterator last, Session& session, syntax::Number& number) {
  if (!scan_plain_number(first, last, session, number)) return false;
  number.unit = unit_behind(first, last, session);
  return true;
}

bool scan_signed_number(Iterator& first, Iterator last, Session& session, syntax::Number& number) {
  bool const negative = first != last && *first == '-';
  Iterator at = negative ? after_line_blanks(first + 1, last) : first;
  if (!scan_plain_number(at, last, session, number)) return false;
  if (negative) number.digits.insert(0, 1, '-');
  first = at;
  return true;
}

bool scan_moment(Iterator& first, Iterator last, Session& session, syntax::Moment& moment) {
  if (!follows_pattern(first, last, "dddd-dd-dd")) return false;
  Iterator const end = after_moment(first, last);
  moment.text = between(first, end);
  if (!parse_date(moment.text) && !parse_datetime(moment.text))
    session.complain(Code::impossible_date, moment.text, first, end);
  first = end;
  return true;
}

bool scan_truth(Iterator& first, Iterator last, Session&, syntax::TruthLiteral& truth) {
  std::string_view const spelled = word_at(first, last);
  if (spelled != "true" && spelled != "false") return false;
  truth.value = spelled == "true";
  first += spelled.size();
  return true;
}

}  // namespace assay::grammar
