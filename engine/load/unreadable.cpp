#include "load/unreadable.hpp"

#include "base/limits.hpp"

namespace assay::load {

diagnostics::Diagnostic unreadable(const std::string& path, const source::ReadFailure& failure) {
  using diagnostics::Code;
  const bool too_large = failure.kind == source::ReadFailure::Kind::too_large;
  const std::string limit = std::to_string(limits::scheme_bytes >> 20) + " MB";
  return {.code = too_large ? Code::file_too_large : Code::file_not_readable,
          .arguments = {path, too_large ? limit : failure.words},
          .at = {},
          .also = {},
          .help = {},
          .has_place = false};
}

}  // namespace assay::load
