#pragma once

#include "assessment/decided.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay::report {

/// Where a record stands: a line of a stream, or a whole file.
struct RecordPlace {
  std::string_view path;
  std::optional<std::uint64_t> line;
};

/// "C", "N", "U" or "A": what stands for a verdict in a compact line.
char letter_of(Verdict verdict);

/// "refuse CNUA systems.ndjson:17": the decision, a letter for each requirement in the order of the scheme, the place.
/// Appended with a line end; nothing is allocated but what `out` needs.
void write_verdict_line(const assessment::Decided& decided, const RecordPlace& place, std::string& out);

/// "error E1001 systems.ndjson:18": the line of a record that could not be assessed.
void write_refusal_verdict_line(std::string_view code, const RecordPlace& place, std::string& out);

}  // namespace assay::report
