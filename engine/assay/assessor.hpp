#pragma once

#include "assessment/assessment.hpp"
#include "assessment/outlook.hpp"
#include "diagnostics/diagnostic.hpp"
#include "dossier/dossier.hpp"
#include "evaluate/evaluate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assay {

/// The assessment date: `as_of`, else the dossier's own, else `otherwise`, else the dossier is refused.
struct DatePolicy {
  std::optional<Date> as_of;
  std::optional<Date> otherwise;
};

/// Assesses one dossier after another with one scheme and keeps its memory between them: one for each thread.
class Assessor {
 public:
  explicit Assessor(const evaluate::Scheme& scheme)
      : scheme_(scheme),
        vocabulary_(dossier::vocabulary_of(scheme.model.types)),
        workspace_(evaluate::make_workspace(scheme)) {}

  /// Where the files of evidence are looked for and their SHA-256 compared; empty: nowhere.
  void look_for_evidence_below(std::string root) { evidence_root_ = std::move(root); }

  /// The assessment, its path and place in a stream left to the caller, or why there is none.
  std::variant<assessment::Assessment, dossier::Unusable> assess(std::string_view text, const DatePolicy& dates);

  /// Its verdicts and decision alone, which costs much less. Reuses the memory of `decided`.
  std::optional<dossier::Unusable> judge(std::string_view text, const DatePolicy& dates, assessment::Decided& decided);

  /// The account of what `judge` has just found for the same text.
  std::variant<assessment::Assessment, dossier::Unusable> account(std::string_view text);

  /// Why requirements are nonconforming or undetermined that `judge` has just found so: these alone.
  std::variant<assessment::Assessment, dossier::Unusable> reasons();

  /// Takes back an assessment that nobody reads any more, for the memory of the next one.
  void give_back(assessment::Assessment used) { used_ = std::move(used); }

  /// Why one requirement got its verdict.
  std::variant<std::vector<assessment::Explanation>, dossier::Unusable> explain(std::string_view text,
                                                                                const DatePolicy& dates,
                                                                                std::uint32_t requirement);

  /// What the case that was assessed last may still come to; nothing if that takes too many steps.
  std::optional<assessment::Outlook> outlook(const assessment::Assessment& last);

  /// What the last dossier that was assessed had wrong.
  const std::vector<dossier::Finding>& findings() const { return dossier_.findings; }
  /// What to call its object; may be empty.
  const std::string& subject() const { return dossier_.subject; }

 private:
  /// Reads the dossier and settles the date.
  std::variant<Date, dossier::Unusable> read(std::string_view text, const DatePolicy& dates);

  const evaluate::Scheme& scheme_;
  dossier::Vocabulary vocabulary_;
  evaluate::WorkspacePtr workspace_;
  dossier::Dossier dossier_;
  Date date_;  ///< of the last that was judged
  std::string evidence_root_;
  assessment::Assessment used_;
};

}  // namespace assay
