#pragma once

#include "diagnostics/diagnostic.hpp"
#include "grammar/rule.hpp"
#include "syntax/expression.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::grammar {

/// What the rules share while they parse one file.
class Session {
 public:
  using Failure = x3::expectation_failure<Iterator>;

  Session(source::FileId file, std::string_view text, diagnostics::Diagnostics& diagnostics)
      : begin_(text.data()), end_(text.data() + text.size()), file_(file), diagnostics_(&diagnostics) {}

  Iterator end() const { return end_; }
  std::uint32_t offset(Iterator at) const { return static_cast<std::uint32_t>(at - begin_); }
  syntax::Spanned span(Iterator from, Iterator to) const { return {offset(from), offset(to)}; }
  std::string_view text_before(Iterator at) const { return {begin_, static_cast<std::size_t>(at - begin_)}; }

  /// Gives the construct up: the nearest rule that recovers reports this and goes on behind it.
  [[noreturn]] void refuse(diagnostics::Code code, std::vector<std::string> arguments, Iterator from, Iterator to,
                           std::string help = {});

  /// Reports a fault inside a token; parsing goes on. A token that is read twice is reported once.
  void complain(diagnostics::Code code, std::string argument, Iterator from, Iterator to);

  /// Reports what `refuse` left, or else that something was expected.
  void report(const Failure& failure);

  int expression_depth = 0;
  /// Braces that were open where a declaration was given up; their ends are no news.
  int unclosed_braces = 0;

 private:
  diagnostics::Place place(Iterator from, Iterator to, std::string words = {}) const;
  void report_expected(const Failure& failure);

  Iterator begin_;
  Iterator end_;
  source::FileId file_;
  diagnostics::Diagnostics* diagnostics_;
  std::optional<diagnostics::Diagnostic> refusal_;
  Iterator complained_until_ = nullptr;
};

}  // namespace assay::grammar
