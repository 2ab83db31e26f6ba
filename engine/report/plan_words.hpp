#pragma once

#include "report/plan.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// What plans for people say in the same words, as text and as Markdown.
namespace assay::report {

/// "evidence datasheet", "judgement boundary by lead_assessor", "/datasets/0/licence"
std::string name_of(assessment::NeedKind kind, std::string_view pointer, std::string_view name, std::string_view role);
/// `datasheet "Data sheet" covering each …`: without the keyword, which stands before it.
std::string text_of(const model::Evidence& evidence);
/// What is asked for, in the scheme's words; may be empty.
std::string asked_in(const inquiry::Step& step, const assessment::OpenPoint& point);
/// "DG-1, DG-2, if applicable"; "the decision" where no requirement waits.
std::string waiting_for(const assessment::OpenPoint& point, const model::Scheme& scheme);
/// "may decide alone: refuse if LG-1 is nonconforming (major)"; empty where only all answers together decide. It names
/// three outcomes at most.
std::string deciding(const inquiry::Step& step, const model::Scheme& scheme);
/// How far the decision is.
std::string standing(const CasePlan& plan);
/// "Examination"; what has no method is said to have none.
std::string heading_of(std::string_view method);

/// Questions that no longer matter for the same reasons.
struct IdleGroup {
  std::string because;
  std::vector<std::string> questions;
};
std::vector<IdleGroup> idle_groups(const CasePlan& plan);

/// "AIA Article 10(2); GDPR Article 6(1)"
std::string sources_of(const model::Requirement& requirement, const model::Scheme& scheme);
/// "2027-01-01 .. 2028-12-31"; empty for a requirement that is always in force.
std::string period_of(const model::Requirement& requirement);
std::string joined_ids(std::span<const std::uint32_t> requirements, const model::Scheme& scheme);

}  // namespace assay::report
