#include "cli/refusal.hpp"

#include "assay/dossier_diagnostic.hpp"
#include "base/limits.hpp"
#include "cli/console.hpp"
#include "cli/problem.hpp"
#include "diagnostics/render.hpp"

#include <iostream>
#include <sstream>

namespace assay::cli {

namespace {

using diagnostics::Code;

std::string rendered(const diagnostics::Diagnostics& found, const source::Files& files, const CommonOptions& options) {
  std::ostringstream out;
  diagnostics::render_text(found, files, color_of_errors(options), out);
  return out.str();
}

}  // namespace

dossier::Unusable unusable_of(const source::ReadFailure& failure, const std::string& path) {
  if (failure.kind == source::ReadFailure::Kind::too_large) {
    return {.code = Code::dossier_too_large, .arguments = {dossier_limit()}, .offset = 0};
  }
  return {.code = Code::file_not_readable, .arguments = {path, failure.words}, .offset = 0};
}

std::string dossier_limit() { return std::to_string(limits::dossier_bytes >> 20) + " MB"; }

std::string rendered_unusable(const dossier::Unusable& unusable, const std::string& name, std::string_view text,
                              const CommonOptions& options) {
  source::Files files;
  const source::FileId file = files.add(source::File(name, std::string(text)));
  diagnostics::Diagnostics found;
  found.add(diagnostic_of(unusable, file, text));
  return rendered(found, files, options);
}

void report_unusable(const dossier::Unusable& unusable, const std::string& name, std::string_view text,
                     const CommonOptions& options) {
  std::cerr << rendered_unusable(unusable, name, text, options);
}

std::string rendered_findings(const std::vector<dossier::Finding>& findings, const std::string& name,
                              std::string_view text, const CommonOptions& options) {
  diagnostics::Diagnostics found;
  source::Files files;
  for (const dossier::Finding& finding : findings) {
    if (diagnostics::entry(finding.code).severity != diagnostics::Severity::error) continue;
    if (files.empty()) files.add(source::File(name, std::string(text)));
    found.add(diagnostic_of(finding, files.id_at(0), text));
  }
  return files.empty() ? std::string() : rendered(found, files, options);
}

}  // namespace assay::cli
