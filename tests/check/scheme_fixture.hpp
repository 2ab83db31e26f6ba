#pragma once

#include "check/expression_fixture.hpp"

#include <string>
#include <string_view>
#include <vector>

// Small schemes for what declarations say, and what was reported about them.
namespace assay::check {

/// A scheme with what every scheme needs, and `declarations`.
inline Checked scheme(std::string_view declarations) {
  std::string text = R"(scheme "Mark" { id "example.org/mark" version "1" }
subject system { name text share number in % size integer level number since date certified boolean }
requirement R-1 "One" { shall system.certified }
)";
  return Checked(text + std::string(declarations));
}

/// The codes of what was reported, by place.
inline std::string codes_in(std::string_view declarations) { return scheme(declarations).codes(); }
/// "message | label | help" of the first report.
inline std::string report_in(std::string_view declarations) { return scheme(declarations).first(); }

/// Several files; `uses[i]` are the modules that the i-th draws in.
inline Checked schemes(const std::vector<std::string>& texts, std::vector<std::vector<std::size_t>> uses) {
  Checked result;
  std::vector<LoadedModule> modules;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto id = result.files.add(source::File(std::to_string(i) + ".assay", texts[i]));
    auto tree = grammar::parse(id, result.files[id], result.diagnostics);
    if (!tree) return result;
    modules.push_back({id, *std::move(tree), std::move(uses[i])});
  }
  result.scheme = check(modules, result.files, result.diagnostics);
  return result;
}

}  // namespace assay::check
