#pragma once

#include "assay/version.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// Assesses dossiers against conformity assessment schemes.
///
///     auto compiled = assay::Scheme::from_file("rules/trustworthy-ai.assay");
///     if (!compiled.scheme) return show(compiled.problems);
///     auto assessed = compiled.scheme->assess_text(dossier, {.as_of = "2026-11-22"});
///     if (assessed.report) std::cout << assessed.report->decision();
///
/// No function throws; what went wrong is in `problems`. Strings are UTF-8.
namespace assay {

/// What is wrong with a scheme or a dossier.
struct Problem {
  std::string code;          ///< "E0304"; every code has a page in the manual
  std::string severity;      ///< "error", "warning" or "hint"
  std::string message;       ///< one sentence without full stop
  std::string path;          ///< the file; empty if the problem has no place
  std::uint32_t line = 0;    ///< from 1; 0 if the problem has no place
  std::uint32_t column = 0;  ///< from 1, in code points
  std::string rendered;      ///< with the excerpt, as the command line shows it; several lines
};

/// Where the files that a scheme draws in by `use` may lie.
struct CompileOptions {
  std::string root;     ///< `use` never leaves it; empty: the folder of the scheme
  std::string library;  ///< where `std/` lies; empty: the library that is installed with Assay
};

struct AssessOptions {
  /// The assessment date, YYYY-MM-DD. Empty: the dossier's own `assessment_date`; without it there is no report, for
  /// the library never asks the clock.
  std::string as_of;
  /// The folder below which files of evidence are opened and their SHA-256 compared. Empty: none is opened.
  std::string evidence_root = {};
  /// What report and problems call the dossier.
  std::string path = "dossier.json";
};

/// The four verdicts, the proposed decision, and all that they stand on. Cheap to move; keeps its scheme alive.
class Report {
 public:
  enum class Verdict { conforming, nonconforming, undetermined, not_applicable };

  Report(Report&&) noexcept;
  Report& operator=(Report&&) noexcept;
  ~Report();

  /// The proposed decision: "grant", "refuse", "defer", …
  std::string_view decision() const;
  /// The verdict on a requirement; nothing if the scheme has none of that id.
  std::optional<Verdict> verdict(std::string_view requirement) const;

  /// The report as JSON (schemas/report.schema.json), laid out for people or on one line.
  std::string json() const;
  std::string json_line() const;
  /// The report for a terminal of `width` columns.
  std::string text(std::size_t width = 100, bool color = false) const;

 private:
  friend class Scheme;
  struct Content;
  explicit Report(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

/// "conforming", "nonconforming", "undetermined", "not_applicable"
std::string_view to_string(Report::Verdict verdict);

/// A report, or the reason why there is none.
struct Assessed {
  std::optional<Report> report;
  /// With a report: findings in the data, which never stop an assessment. Without one: why the dossier is not usable.
  std::vector<Problem> problems;
};

struct Compiled;

/// A scheme that was parsed, checked and compiled. Immutable and cheap to copy; any number of threads may assess with
/// it at the same time.
class Scheme {
 public:
  /// Reads a scheme and the files that it uses.
  static Compiled from_file(const std::string& path, const CompileOptions& options = {});
  /// The same for a text; `name` is what problems call it. Its `use` is relative to the root, else to the working
  /// directory.
  static Compiled from_text(const std::string& name, std::string text, const CompileOptions& options = {});

  std::string_view id() const;
  std::string_view title() const;
  std::string_view version() const;
  /// The ids of the requirements, in the order of the scheme.
  std::vector<std::string> requirements() const;

  /// Assesses a dossier: JSON text, UTF-8.
  Assessed assess_text(std::string_view dossier, const AssessOptions& options = {}) const;
  /// The same for JSON in memory. It is written out and read by the one reader that there is, so that a number, a
  /// duplicate or a place means the same however a dossier comes in.
  Assessed assess_json(const nlohmann::json& dossier, const AssessOptions& options = {}) const;

 private:
  friend class Report;
  struct Content;
  explicit Scheme(std::shared_ptr<const Content> content);
  std::shared_ptr<const Content> content_;
};

/// A scheme, or what is wrong with it.
struct Compiled {
  std::optional<Scheme> scheme;
  std::vector<Problem> problems;  ///< warnings too, which stand beside a scheme
};

}  // namespace assay
