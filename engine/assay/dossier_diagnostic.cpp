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
  const bool has_place = !text.empty() && unusable.code != diagnostics::Code::no_assessment_date &&
                         unusable.code != diagnostics::Code::too_many_steps;
  return {.code = unusable.code,
          .arguments = unusable.arguments,
          .at = {{file, begin, end}, ""},
          .also = {},
          .help = {},
          .has_place = has_place};
}

diagnostics::Diagnostic diagnostic_of(const dossier::Finding& finding, source::FileId file, std::string_view text) {
  diagnostics::Diagnostic diagnostic{.code = finding.code,
                                     .arguments = finding.arguments,
                                     .at = {span_at(finding.offset, file, text), finding.pointer},
                                     .also = {},
                                     .help = {}};
  if (!finding.help.empty()) diagnostic.help.push_back(finding.help);
  return diagnostic;
}

}  // namespace assay
