#pragma once

#include <string_view>

namespace assay::grammar::test {

/// A scheme with every construct of this version.
inline constexpr std::string_view sample = R"scheme(scheme "Trustworthy AI mark" {
  id             "example.org/trustworthy-ai"
  version        "1.2.0"
  owner          "Example Standards Institute"
  object         product                     # product | process | service | management_system | person | body
  type           "5"                         # ISO/IEC 17067 scheme type: 1a 1b 2 3 4 5 6
  party          third                       # first | second | third
  bodies         accredited to "ISO/IEC 17065:2012"
  default_grade  major
  waivers        by scheme_committee for DG-1, PR-1
  in_force       2026-07-01 ..               # both ends in; open-ended here
}

document AIA  "Regulation (EU) 2024/1689"
document LIB  "Scheme owner's list of cited standards"

use "std/ai-system.assay"                    # records and enumerations that several schemes share
use "std/other.assay" as other

unit FLOP                                    # a base unit
unit kWh
unit MWh = 1000 kWh                          # % is built in

enum RiskClass { prohibited, high, limited, minimal }
enum Impact    { rights "Rights-Impacting", safety "Safety-Impacting", neither "Neither" }
enum Answer    { yes "item1-3" = 3, no "item2-0" = 0, perhaps "item3--1" = -1 }
enum Oversight { none, basic, enhanced }

record Dataset {
  name           text
  personal_data  boolean
  collected      date
  missing_share  number in %
  licence        optional text
}

subject system {
  name              text                "Unambiguous name"
  version           text
  intended_purpose  text                "What the provider intends the system to be used for"
  risk_class        RiskClass
  impact            Impact              at "Rights/Safety Impact"
  impacts           set of Impact
  datasets          list of Dataset
  metrics           list of Metric
  standards         list of StandardApplied
  red_team          proportion          # {"successes": 991, "trials": 1000}
  training_compute  number in FLOP
  energy            number in kWh
  operational_date  date written "M/D/YYYY" or "YYYY-MM-DD hh:mm:ss"
}

define is_high_risk      = system.risk_class is high
define presumed_systemic = system.training_compute > 1e25 FLOP
define share(d: Dataset, limit: number in %) = d.missing_share <= limit

table oversight_level by count(system.datasets) {
  0       => none
  1 .. 5  => basic
  6 ..    => enhanced
}
table weight(r: RiskClass, n: number) by r, n -> number {
  {high, prohibited}, > 0 .. < 10 => (1 + 2)
  minimal, any                    => -1
  RiskClass.limited, .. 3         => count(system.datasets)
  otherwise                       => 0
}

section "Data and data governance" {
  requirement DG-1 "Training data are documented" {
    source   AIA "Article 10(2)"
    applies  when is_high_risk else system.intended_purpose
    shall    every d in system.datasets satisfies d.missing_share <= 5 % and d.collected is provided
             else minor "A data set is undocumented or has too many gaps"
    should   no d in system.datasets satisfies d.licence is missing
    evidence datasheet "Data sheet of each data set" covering each d in system.datasets by d.name issued within 12 months
    method   examination, sampling
    guidance """
      Look at the data sheets, not at the summary.
      """
  }
}

section "Performance and robustness" {
  requirement PR-1 "Accuracy is demonstrated with its uncertainty" {
    source   AIA "Article 15(1)"
    shall    as accuracy (the m in system.metrics where m.name is "sensitivity").value >= 90 %
    shall    judgement "The test population represents the intended use" by lead_assessor as representative
    evidence test_report "Test report" covering system.version by accredited to "ISO/IEC 17025:2017"
    shall    provide test_report else minor "There is no test report"
    may      at least 2 d in system.datasets satisfies d.personal_data
    method   testing, examination
  }
}

requirement 4.2.1 "Stands outside of sections" {
  shall system.operational_date is within 12 months else "Too old"
}

decision {
  refuse       when majors > 0 or verdict(DG-1) is nonconforming
  conditional  when minors > 0 or waived > 0
  grant        otherwise
}
)scheme";

}  // namespace assay::grammar::test
