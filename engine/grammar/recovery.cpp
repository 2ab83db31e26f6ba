// Where parsing goes on after an error. The rest of what failed is read as tokens, so that prose in a text is no
// keyword, and its braces are counted from its beginning.
#include "grammar/recovery.hpp"

#include "grammar/keywords.hpp"
#include "grammar/scan.hpp"

#include <algorithm>

namespace assay::grammar {

namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t column(const Session& session, Iterator at) {
  std::string_view const before = session.text_before(at);
  std::size_t const line = before.rfind('\n');
  return line == std::string_view::npos ? before.size() : before.size() - line - 1;
}

bool has_quote_on_line(Iterator first, Iterator last) {
  Iterator const end = std::find(first, last, '\n');
  return std::find(first, end, '"') != end;
}

/// The tokens from a failed construct on.
class Rest {
 public:
  Rest(Session& session, Construct construct, Iterator start, Iterator failed)
      : session_(session), construct_(construct), failed_(failed), start_(after_blanks(start, session.end())) {}

  Iterator behind() {
    for (token_ = start_; token_ != session_.end(); advance()) {
      if (is_beyond_failure() && (is_foreign_brace() || begins_next())) break;
      count_brace();
      if (is_closed_) return token_ + 1;
    }
    if (construct_ == Construct::declaration) session_.unclosed_braces += depth_;
    return token_;
  }

 private:
  bool is_beyond_failure() const { return token_ >= failed_ && token_ != start_; }

  // The brace closes what stands around the construct. A requirement without opening brace owns the next closing one.
  bool is_foreign_brace() const {
    if (*token_ != '}' || depth_ > 0 || construct_ == Construct::declaration) return false;
    return construct_ == Construct::item || construct_ == Construct::change || has_braces_ || token_ <= failed_;
  }

  bool begins_next() const {
    if (!is_first_on_line_) return false;
    std::string_view const word = word_at(token_, session_.end());
    if (construct_ == Construct::item && is_one_of(item_words, word)) return true;
    if (construct_ == Construct::change && depth_ == 0 && is_one_of(change_words, word)) return true;
    return is_one_of(declaration_words, word) && is_outside(word);
  }

  // Fields may be called `subject` or `unit`: inside braces a word begins a declaration only if it stands as far to
  // the left as what failed, or has the looks of a requirement.
  bool is_outside(std::string_view word) const {
    if (construct_ == Construct::declaration && depth_ == 0) return true;
    if (word == "requirement" || word == "section") return has_quote_on_line(token_, session_.end());
    std::size_t const here = column(session_, token_);
    std::size_t const own = column(session_, start_);
    return construct_ == Construct::item || construct_ == Construct::change ? here < own : here <= own;
  }

  void count_brace() {
    if (*token_ == '{' || opens_in_open_text()) {
      ++depth_;
      has_braces_ = true;
    } else if (*token_ == '}' && depth_ > 0) {
      --depth_;
    }
    bool const may_close = construct_ != Construct::item && *token_ == '}' && depth_ == 0;
    is_closed_ = may_close && is_beyond_failure() && (has_braces_ || construct_ == Construct::requirement);
  }

  // The text of `section "Data {` swallows a brace that was meant.
  bool opens_in_open_text() const {
    if (*token_ != '"') return false;
    Iterator const end = end_of_token(token_, session_.end());
    if (end != session_.end() && *end != '\n') return false;
    std::string_view text(token_, static_cast<std::size_t>(end - token_));
    while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
    return text.ends_with('{');
  }

  void advance() {
    Iterator const end = end_of_token(token_, session_.end());
    token_ = after_blanks(end, session_.end());
    is_first_on_line_ = std::find(end, token_, '\n') != token_;
  }

  Session& session_;
  Construct construct_;
  Iterator failed_;
  Iterator start_;
  Iterator token_ = nullptr;
  bool is_first_on_line_ = false;
  bool has_braces_ = false;
  bool is_closed_ = false;
  int depth_ = 0;
};

}  // namespace

Iterator resume(Session& session, Construct construct, Iterator start, Iterator failed) {
  return Rest(session, construct, start, failed).behind();
}

}  // namespace assay::grammar
