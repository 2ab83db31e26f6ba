#pragma once

#include "grammar/parse.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace assay::grammar::test {

/// What parsing a text gave.
struct Parsed {
  Outcome<syntax::Module> module;
  diagnostics::Diagnostics diagnostics;
  std::string text;

  /// "E0201 'shal' expected …", one a diagnostic: its code, the text that it marks, its arguments and help.
  std::vector<std::string> errors() const {
    std::vector<std::string> lines;
    for (const auto& found : diagnostics.all()) {
      std::string line(diagnostics::entry(found.code).code);
      line += " '" + text.substr(found.at.span.begin, found.at.span.end - found.at.span.begin) + "'";
      for (const auto& argument : found.arguments) line += " " + argument;
      for (const auto& help : found.help) line += "; " + help;
      lines.push_back(line);
    }
    return lines;
  }
};

inline Parsed parse_text(std::string text, std::string path = "mark.assay") {
  Parsed parsed{{}, {}, text};
  source::File const file(std::move(path), std::move(text));
  parsed.module = parse(source::FileId{0}, file, parsed.diagnostics);
  return parsed;
}

/// The only declaration of a file that has no errors.
template <typename Declaration>
Declaration only(std::string text) {
  Parsed parsed = parse_text(std::move(text));
  EXPECT_EQ(parsed.errors(), std::vector<std::string>{});
  if (!parsed.module || parsed.module->declarations.size() != 1) {
    ADD_FAILURE() << "not one declaration";
    return {};
  }
  return std::get<Declaration>(std::move(parsed.module->declarations.front()));
}

}  // namespace assay::grammar::test
