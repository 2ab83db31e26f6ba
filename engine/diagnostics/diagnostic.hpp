#pragma once

#include "source/file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assay::diagnostics {

enum class Severity { error, warning, hint };
std::string_view word_for(Severity severity);

/// Every code of codes.def by its speaking name.
enum class Code {
#define ASSAY_CODE(code, name, severity, headline) name,
#include "diagnostics/codes.def"
#undef ASSAY_CODE
};

/// The row of codes.def.
struct CodeEntry {
  std::string_view code;  ///< "E0304"
  std::string_view name;  ///< "percent_against_plain_number"
  Severity severity;
  std::string_view headline;
};
const CodeEntry& entry(Code code);
const std::vector<CodeEntry>& all_codes();

/// A stretch of a file and what there is to say about it.
struct Place {
  source::Span span{};
  std::string words{};    ///< May be empty.
  std::string pointer{};  ///< JSON Pointer of a place in a dossier, shown behind its position; else empty.
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One problem, as data. `arguments` fill the {0}, {1} … of the code's headline. A diagnostic without a place
/// (a file that is not there, a wrong option) has `has_place` false.
struct Diagnostic {
  Code code;
  std::vector<std::string> arguments{};
  Place at{};
  std::vector<Place> also{};        ///< "missing_share is declared here"
  std::vector<std::string> help{};  ///< What to do, each a thing to do.
  bool has_place = true;
};

/// "expected a condition, found text": the headline with its arguments, in one line, whatever they contain.
std::string message(const Diagnostic& diagnostic);
Severity severity(const Diagnostic& diagnostic);

/// What a run found. Kept in order of arrival; `sorted` brings them into the order of the report.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  /// By file, then offset; equal spans in order of arrival; identical ones once; those without a place first.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace assay::diagnostics
