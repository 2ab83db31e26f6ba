// How a failure becomes a diagnostic.
#include "grammar/session.hpp"

#include "base/nearest.hpp"
#include "grammar/keywords.hpp"
#include "grammar/scan.hpp"

namespace assay::grammar {

using diagnostics::Code;

namespace {

// The words in quotes, as in "'when' or 'otherwise'".
void add_quoted_words(std::string_view expected, std::vector<std::string_view>& words) {
  for (std::size_t begin = expected.find('\''); begin != std::string_view::npos; begin = expected.find('\'', begin)) {
    std::size_t const end = expected.find('\'', begin + 1);
    if (end == std::string_view::npos) return;
    words.push_back(expected.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
}

std::vector<std::string_view> words_that_fit(std::string_view expected) {
  std::vector<std::string_view> words;
  if (expected.starts_with("a declaration")) words.assign(declaration_words.begin(), declaration_words.end());
  if (expected.starts_with("a provision")) words.assign(item_words.begin(), item_words.end());
  if (expected.starts_with("a requirement or")) words.push_back("requirement");
  add_quoted_words(expected, words);
  return words;
}

}  // namespace

diagnostics::Place Session::place(Iterator from, Iterator to, std::string words) const {
  return {{file_, offset(from), offset(to)}, std::move(words)};
}

void Session::refuse(Code code, std::vector<std::string> arguments, Iterator from, Iterator to, std::string help) {
  refusal_ = diagnostics::Diagnostic{code, std::move(arguments), place(from, to), {}, {}};
  if (!help.empty()) refusal_->help.push_back(std::move(help));
  throw Failure(from, {});
}

void Session::complain(Code code, std::string argument, Iterator from, Iterator to) {
  if (complained_until_ != nullptr && from < complained_until_) return;
  complained_until_ = to;
  diagnostics_->add({code, {std::move(argument)}, place(from, to), {}, {}});
}

void Session::report(const Failure& failure) {
  if (!refusal_) return report_expected(failure);
  diagnostics_->add(std::move(*refusal_));
  refusal_.reset();
}

void Session::report_expected(const Failure& failure) {
  std::string const expected = failure.which();
  Iterator const from = after_blanks(failure.where(), end_);
  Iterator const to = end_of_token(from, end_);
  diagnostics::Diagnostic found{Code::syntax, {expected}, place(from, to), {}, {}};
  if (from == end_) found.at.words = "the file ends here";

  std::string_view const word = word_at(from, end_);
  auto const candidates = words_that_fit(expected);
  if (auto const meant = nearest(word, candidates); meant && *meant != word)
    found.help.push_back("did you mean '" + std::string(*meant) + "'?");
  diagnostics_->add(std::move(found));
}

}  // namespace assay::grammar
