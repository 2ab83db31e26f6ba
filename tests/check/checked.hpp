#pragma once

#include "check/check.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A scheme that was parsed and checked, and what was reported. What is behind it is compiled once, not in every test.
namespace assay::check {

struct Checked {
  Checked();
  explicit Checked(std::string text);
  Checked(Checked&&) noexcept;
  Checked& operator=(Checked&&) noexcept;
  Checked(const Checked&) = delete;
  Checked& operator=(const Checked&) = delete;
  ~Checked();

  /// What was reported, by place. Many tests declare what they do not call.
  std::vector<diagnostics::Diagnostic> reported() const;
  /// The codes of it: "E0301 W0413".
  std::string codes() const;
  /// "message | label | help" of the first report.
  std::string first() const;
  /// The code that the first report points at.
  std::string place() const;

  source::Files files;
  diagnostics::Diagnostics diagnostics;
  Outcome<model::Scheme> scheme;
};

/// Several files; `uses[i]` are the modules that the i-th draws in.
Checked schemes(const std::vector<std::string>& texts, std::vector<std::vector<std::size_t>> uses);

/// Expressions as prefix terms: (less_equal system.share 5).
std::string term_of(const model::Scheme& scheme, const model::Expression& expression);

}  // namespace assay::check
