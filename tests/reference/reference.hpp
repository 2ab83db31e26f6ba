#pragma once

#include "logic/verdict.hpp"
#include "model/scheme.hpp"
#include "reference/document.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

// An assessment as the language defines it, slow and obvious: what the engine is compared with. It shares types,
// numbers and dates with the engine, and no evaluation.
namespace assay::reference {

struct Need {
  std::string kind;     ///< "fact", "judgement", "evidence", "scheme"
  std::string subject;  ///< a pointer, a judgement's name, or an evidence's with the key that it must cover
  std::vector<std::string> requirements;
  bool if_applicable = false;
};

struct ProvisionFinding {
  std::string id;
  Truth met = Truth::unknown;
  std::set<std::string> reasons;  ///< of an unknown one: "missing /subject/x"
  bool by_completions = false;    ///< it is definite because all completions agree
};

struct RequirementFinding {
  std::string id;
  std::string verdict;
  std::string grade;  ///< empty: none
  bool grade_settled = true;
  bool is_presumed = false;
  bool is_rebutted = false;
  bool is_waived = false;
  bool has_open_record = false;
  std::set<std::string> applies_reasons;
  std::vector<ProvisionFinding> provisions;
  std::set<std::string> evidence_reasons;
};

struct Findings {
  std::string decision;
  std::map<std::string, std::uint64_t> summary;
  std::vector<RequirementFinding> requirements;
  std::vector<Need> needs;
  std::vector<std::pair<std::string, std::string>> values;
};

/// `dossier` is an object with the key `dossier`, or a bare subject.
Findings assess(const model::Scheme& scheme, const Json& dossier, Date date);

/// A line for each thing found, so that two findings are compared as texts.
std::string to_text(const Findings& findings);

}  // namespace assay::reference
