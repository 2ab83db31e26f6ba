// Where a JSON value ends. Only its tokens are looked at here: whether they stand in the right order is the dossier
// reader's to say, once for all JSON. What can be no token is refused at once, so that a bracket that was forgotten
// does not swallow the rest of the file.
#include "grammar/json.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace assay::grammar {

using diagnostics::Code;

namespace {

bool is_opening(char letter) { return letter == '{' || letter == '['; }
bool is_closing(char letter) { return letter == '}' || letter == ']'; }
bool is_between(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n' || letter == ',' || letter == ':';
}
bool is_of_scalar(char letter) { return continues_word(letter) || letter == '-' || letter == '+' || letter == '.'; }

std::string text_between(Iterator first, Iterator last) { return {first, last}; }

class JsonScan {
 public:
  JsonScan(Iterator first, Iterator last, Session& session)
      : start_(first), at_(first), last_(last), session_(session) {}

  /// Behind the value.
  Iterator end() {
    do token();
    while (depth_ > 0);
    return at_;
  }

 private:
  void token() {
    at_ = std::find_if_not(at_, last_, is_between);
    if (at_ == last_) session_.refuse(Code::test_json_syntax, {"its bracket is not closed"}, start_, start_ + 1);
    if (static_cast<std::size_t>(at_ - start_) > limits::test_json_bytes) refuse_large();
    if (is_opening(*at_))
      open();
    else if (is_closing(*at_))
      --depth_, ++at_;
    else if (*at_ == '"')
      text();
    else
      scalar();
  }

  void open() {
    if (++depth_ > limits::json_depth)
      session_.refuse(Code::test_json_too_deep, {std::to_string(limits::json_depth)}, at_, at_ + 1);
    ++at_;
  }

  void text() {
    Iterator const begin = at_++;
    while (at_ != last_ && *at_ != '"' && *at_ != '\n') at_ += *at_ == '\\' && last_ - at_ > 1 ? 2 : 1;
    if (at_ == last_ || *at_ == '\n') session_.refuse(Code::unterminated_text, {}, begin, at_);
    ++at_;
  }

  void scalar() {
    Iterator const begin = at_;
    at_ = std::find_if_not(at_, last_, is_of_scalar);
    std::string const word = text_between(begin, at_);
    bool const is_word = begin != at_ && is_letter(*begin);
    if (begin != at_ && (!is_word || word == "true" || word == "false" || word == "null")) return;
    Iterator const end = std::max(at_, end_of_token(begin, last_));
    if (*begin == '#') session_.refuse(Code::test_json_syntax, {"it has no comments"}, begin, begin + 1);
    session_.refuse(Code::test_json_syntax, {"expected a value, found '" + text_between(begin, end) + "'"}, begin, end);
  }

  [[noreturn]] void refuse_large() {
    session_.refuse(Code::test_json_too_large, {std::to_string(limits::test_json_bytes >> 20) + " MB"}, start_,
                    start_ + 1, "put the dossier into a file of its own and write 'given' and its path");
  }

  Iterator start_;
  Iterator at_;
  Iterator last_;
  Session& session_;
  int depth_ = 0;
};

}  // namespace

bool scan_json(Iterator& first, Iterator last, Session& session, syntax::JsonText&) {
  if (first == last || !(is_opening(*first) || *first == '"' || is_of_scalar(*first))) return false;
  first = JsonScan(first, last, session).end();
  return true;
}

bool scan_json_object(Iterator& first, Iterator last, Session& session, syntax::JsonText& value) {
  return first != last && *first == '{' && scan_json(first, last, session, value);
}

}  // namespace assay::grammar
