#include "assay/dossier_diagnostic.hpp"

#include <algorithm>
#include <cstdint>

namespace assay {

namespace {

/// The scalar that begins at `offset`, or the bracket of an object or list.
source::Span span_at(std::uint32_t offset, source::FileId file, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = std::min(offset, size);
  if (begin == size) return {file, begin, begin};
  const bool is_scalar = text[begin] != '{' && text[begin] != '[';
  const auto length = is_scalar ? static_cast<std::uint32_t>(dossier::compact_value_at(text, begin).size()) : 1;
  return {file, begin, std::min(size, begin + std::max<std::uint32_t>(length, 1))};
}

}  // namespace

diagnostics::Diagnostic diagnostic_of(const dossier::Unusable& unusable, source::FileId file, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = std::min(unusable.offset, size);
  const std::uint32_t end = std::min(begin + 1, size);
  diagnostics::Diagnostic diagnostic{
      .code = unusable.code, .arguments = unusable.arguments, .at = {.span = {file, begin, end}}};
  if (unusable.code == diagnostics::Code::no_assessment_date) {
    diagnostic.help.push_back("give --as-of, or the dossier an \"assessment_date\"");
  }
  // What was never read has no text to show; its path stands in the message.
  diagnostic.has_place = unusable.code != diagnostics::Code::file_not_readable &&
                         unusable.code != diagnostics::Code::compressed_input_truncated &&
                         unusable.code != diagnostics::Code::compressed_input_damaged;
  return diagnostic;
}

diagnostics::Diagnostic diagnostic_of(const dossier::Finding& finding, source::FileId file, std::string_view text) {
  diagnostics::Diagnostic diagnostic{
      .code = finding.code,
      .arguments = finding.arguments,
      .at = {.span = span_at(finding.offset, file, text), .words = "", .pointer = finding.pointer}};
  if (!finding.help.empty()) diagnostic.help.push_back(finding.help);
  return diagnostic;
}

}  // namespace assay
