#pragma once

#include "grammar/recovery.hpp"
#include "syntax/scheme.hpp"

#include <vector>

namespace assay::grammar {

using HeaderRule = Rule<struct header_tag, syntax::Header>;
using DocumentRule = Rule<struct document_tag, syntax::Document>;
using UseRule = Rule<struct use_tag, syntax::Use>;
using UnitRule = Rule<struct unit_tag, syntax::Unit>;
using EnumRule = Rule<struct enum_tag, syntax::Enum>;
using RecordRule = Rule<struct record_tag, syntax::Record>;
using SubjectRule = Rule<struct subject_tag, syntax::Subject>;
using DefineRule = Rule<struct define_tag, syntax::Define>;
using TableRule = Rule<struct table_tag, syntax::Table>;
using SectionRule = Rule<struct section_tag, syntax::Section>;
struct requirement_tag : Recovering<Construct::requirement> {};
using RequirementRule = Rule<requirement_tag, syntax::Requirement>;
using DecisionRule = Rule<struct decision_tag, syntax::Decision>;
using PresumptionRule = Rule<struct presumption_tag, syntax::Presumption>;
using AttestationRule = Rule<struct attestation_tag, syntax::Attestation>;
using SurveillanceRule = Rule<struct surveillance_tag, syntax::Surveillance>;
using PeriodRule = Rule<struct period_tag, syntax::MomentRange>;
using ProfileRule = Rule<struct profile_tag, syntax::Profile>;
using TestRule = Rule<struct test_tag, syntax::Test>;
using ModuleRule = Rule<struct module_tag, std::vector<syntax::Declaration>>;

// header.cpp
inline constexpr HeaderRule header{"the scheme's header"};
inline constexpr PeriodRule period{"a period such as 2026-07-01 .."};
// declaration.cpp
inline constexpr DocumentRule document{"a document"};
inline constexpr UseRule use{"a use"};
inline constexpr UnitRule unit_declaration{"a unit"};
inline constexpr EnumRule enumeration{"an enumeration"};
inline constexpr DefineRule define{"a definition"};
// record.cpp
inline constexpr RecordRule record{"a record"};
inline constexpr SubjectRule subject{"a subject"};
// table.cpp
inline constexpr TableRule table{"a table"};
// requirement.cpp
inline constexpr SectionRule section{"a section"};
inline constexpr RequirementRule requirement{"a requirement"};
// decision.cpp
inline constexpr DecisionRule decision{"a decision"};
// presumption.cpp
inline constexpr PresumptionRule presumption{"a presumption"};
// attestation.cpp
inline constexpr AttestationRule attestation{"an attestation"};
inline constexpr SurveillanceRule surveillance{"surveillance"};
// profile.cpp
inline constexpr ProfileRule profile{"a profile"};
// test.cpp
inline constexpr TestRule test{"a test"};
// module.cpp
inline constexpr ModuleRule module_file{"declarations"};

BOOST_SPIRIT_DECLARE(HeaderRule, DocumentRule, UseRule, UnitRule, EnumRule, RecordRule, SubjectRule, DefineRule,
                     TableRule, SectionRule, RequirementRule, DecisionRule, PresumptionRule, AttestationRule,
                     SurveillanceRule, PeriodRule, ProfileRule, TestRule, ModuleRule)

}  // namespace assay::grammar
