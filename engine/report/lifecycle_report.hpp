#pragma once

#include "lifecycle/follow.hpp"
#include "report/json.hpp"
#include "report/layout.hpp"
#include "report/text_page.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// What is told of a certificate's life.
namespace assay::report {

/// One history, where it came from, and what came of following it.
struct LifecycleReport {
  std::string path;
  std::uint64_t line = 1;    ///< counts the records of a stream
  std::uint64_t offset = 0;  ///< of the record in the stream
  std::string_view text;     ///< of the record
  const lifecycle::History& history;
  const lifecycle::Course& course;
};

/// As JSON, its keys in the order of schemas/lifecycle-report.schema.json; without a line end.
void write_lifecycle_json(const LifecycleReport& report, Layout layout, std::string& out);

/// The same place in the output for a history that could not be read.
void write_lifecycle_refusal_json(const Refusal& refusal, Layout layout, std::string& out);

/// For people, where it stands at the end.
void write_lifecycle_text(const LifecycleReport& report, TextOptions options, std::string& out);

/// One line of a stream.
void write_lifecycle_line(const LifecycleReport& report, TextOptions options, std::string& out);

/// How many certificates stand where.
struct LifecycleCounts {
  std::array<std::uint64_t, lifecycle::state_count> states{};
  std::uint64_t with_errors = 0;
  std::uint64_t refused = 0;
};
void write_lifecycle_counts(const LifecycleCounts& counts, TextOptions options, std::string& out);

/// Has the record an error, and not warnings or hints only?
bool has_errors(const lifecycle::Course& course);

}  // namespace assay::report
