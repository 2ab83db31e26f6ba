#include "assay/problem.hpp"

#include "diagnostics/render.hpp"

#include <sstream>

namespace assay {

namespace {

using diagnostics::Diagnostic;

std::string rendered(const Diagnostic& diagnostic, const source::Files& files) {
  diagnostics::Diagnostics one;
  one.add(diagnostic);
  std::ostringstream out;
  diagnostics::render_text(one, files, diagnostics::Color::never, out);
  return out.str();
}

Problem problem_of(const Diagnostic& diagnostic, const source::Files& files) {
  Problem problem;
  problem.code = diagnostics::entry(diagnostic.code).code;
  problem.severity = diagnostics::word_for(diagnostics::severity(diagnostic));
  problem.message = diagnostics::message(diagnostic);
  problem.rendered = rendered(diagnostic, files);
  if (!diagnostic.has_place) return problem;
  const source::File& file = files[diagnostic.at.span.file];
  const source::Position position = file.position(diagnostic.at.span.begin);
  problem.path = file.path();
  problem.line = position.line;
  problem.column = position.column;
  return problem;
}

}  // namespace

std::vector<Problem> problems_of(const diagnostics::Diagnostics& found, const source::Files& files) {
  std::vector<Problem> problems;
  for (const Diagnostic& diagnostic : found.sorted()) problems.push_back(problem_of(diagnostic, files));
  return problems;
}

Problem internal_problem(std::string_view what) {
  return problem_of({.code = diagnostics::Code::internal,
                     .arguments = {std::string(what)},
                     .at = {},
                     .also = {},
                     .help = {},
                     .has_place = false},
                    {});
}

}  // namespace assay
