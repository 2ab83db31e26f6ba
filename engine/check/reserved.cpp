// Words that declarations cannot take.
#include "check/reserved.hpp"

#include "check/tally.hpp"

#include <algorithm>
#include <array>

namespace assay::check {
namespace {

constexpr auto builtin_types =
    std::to_array<std::string_view>({"boolean", "integer", "number", "text", "date", "datetime", "duration",
                                     "measurement", "proportion", "Evidence", "Judgement", "Certificate"});

constexpr auto other_words = std::to_array<std::string_view>({"list",
                                                              "set",
                                                              "Verdict",
                                                              "verdict",
                                                              "assessment_date",
                                                              "round",
                                                              "floor",
                                                              "ceiling",
                                                              "percent",
                                                              "ratio",
                                                              "length",
                                                              "starts_with",
                                                              "ends_with",
                                                              "contains",
                                                              "lower",
                                                              "year",
                                                              "month",
                                                              "day",
                                                              "days_between",
                                                              "value",
                                                              "count",
                                                              "sum",
                                                              "min",
                                                              "max",
                                                              "average",
                                                              "InspectionLevel",
                                                              "AuditStage",
                                                              "certificates",
                                                              "CertificateStatus",
                                                              "EvidenceStatus",
                                                              "JudgementResult",
                                                              "sampling_plan",
                                                              "sites_to_visit",
                                                              "zero_failure_sample"});

// An expression never reads these as a name, so what bears one could not be used.
constexpr auto words_of_expressions =
    std::to_array<std::string_view>({"and", "else", "false", "if", "implies", "in", "includes", "is", "matches", "not",
                                     "or", "otherwise", "satisfies", "then", "true", "where"});

template <typename Words>
bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_builtin_type(std::string_view word) { return has(builtin_types, word); }

bool is_reserved(std::string_view word) {
  return is_builtin_type(word) || has(other_words, word) || has(words_of_expressions, word) ||
         tally_named(word).has_value();
}

}  // namespace assay::check
