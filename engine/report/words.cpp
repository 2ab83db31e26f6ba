#include "report/words.hpp"

namespace assay::report {

std::string_view word(assessment::ReasonKind kind) {
  using Kind = assessment::ReasonKind;
  switch (kind) {
    case Kind::missing: return "missing";
    case Kind::invalid: return "invalid";
    case Kind::lookup: return "lookup";
    case Kind::evidence: return "evidence";
    case Kind::judgement: return "judgement";
    case Kind::guard_band: return "guard_band";
    case Kind::inconclusive: return "inconclusive";
    case Kind::arithmetic: return "arithmetic";
    case Kind::in_force: return "in_force";
    case Kind::not_selected: return "not_selected";
    case Kind::nonconformity: return "nonconformity";
    case Kind::unjustified_exclusion: return "unjustified_exclusion";
    case Kind::value: return "value";
    case Kind::more: return "more";
  }
  return "";
}

std::string_view word(assessment::NeedKind kind) {
  using Kind = assessment::NeedKind;
  switch (kind) {
    case Kind::fact: return "fact";
    case Kind::evidence: return "evidence";
    case Kind::judgement: return "judgement";
    case Kind::measurement: return "measurement";
    case Kind::more_trials: return "more_trials";
    case Kind::scheme: return "scheme";
  }
  return "";
}

std::string_view word(assessment::Basis basis) {
  using assessment::Basis;
  switch (basis) {
    case Basis::none: return "";
    case Basis::declared: return "declared";
    case Basis::evidenced: return "evidenced";
    case Basis::judged: return "judged";
    case Basis::presumed: return "presumed";
  }
  return "";
}

std::string_view word(Truth met) {
  switch (met) {
    case Truth::no: return "not_met";
    case Truth::unknown: return "unknown";
    case Truth::yes: return "met";
  }
  return "";
}

std::string grounds_of_decision(const assessment::Assessment& assessment) {
  if (assessment.decision.text != "otherwise") return assessment.decision.text;
  const assessment::Summary& summary = assessment.summary;
  const bool is_all = summary.conforming > 0 && summary.conforming == summary.applicable;
  if (!is_all) return "no earlier rule holds";
  if (summary.applicable == 1) return "the one applicable requirement is conforming, and no earlier rule holds";
  return "all " + std::to_string(summary.applicable) +
         " applicable requirements are conforming, and no earlier rule holds";
}

}  // namespace assay::report
