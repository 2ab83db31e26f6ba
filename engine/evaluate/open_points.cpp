#include "evaluate/open_points.hpp"

#include "evaluate/evidence_account.hpp"

#include <utility>

namespace assay::evaluate {

using assessment::OpenPoint;
using assessment::Wait;

namespace {

/// Those who wait, each once: what one requirement waits for is added in one go.
std::vector<std::uint32_t> requirements_of(const std::vector<Wait>& waits) {
  std::vector<std::uint32_t> requirements;
  for (const Wait& wait : waits)
    if (requirements.empty() || requirements.back() != wait.requirement) requirements.push_back(wait.requirement);
  return requirements;
}

}  // namespace

std::size_t OpenPoints::position_of(const Need& need, bool if_applicable) {
  const auto [at, is_new] = positions_.try_emplace({need.kind, need.subject, need.message}, points_.size());
  if (is_new) {
    points_.push_back(point(need));
    points_.back().if_applicable = if_applicable;
    waits_.emplace_back();
  }
  OpenPoint& open = points_[at->second];
  open.if_applicable = open.if_applicable && if_applicable;
  return at->second;
}

OpenPoint OpenPoints::point(const Need& need) {
  OpenPoint made;
  made.kind = need.kind;
  made.message = need.message;
  if (need.kind == assessment::NeedKind::judgement) {
    const model::Judgement& judgement = scheme_.model.judgements[model::JudgementId{need.subject}];
    made.name = judgement.name;
    made.role = judgement.role;
    made.message = judgement.question;
  } else if (need.kind == assessment::NeedKind::evidence) {
    const model::Evidence& asked = scheme_.model.evidence[model::EvidenceId{need.subject}];
    made.name = asked.name;
    made.message = walk_.keep(what_is_needed(asked, need.message));
  } else if (need.subject != program::none) {
    made.place = walk_.place(need.subject);
  }
  return made;
}

void OpenPoints::take(std::vector<OpenPoint>& points, std::vector<std::vector<Wait>>& waits) {
  for (std::size_t i = 0; i < points_.size(); ++i) {
    points_[i].requirements = walk_.memory().keep(requirements_of(waits_[i]));
    points.push_back(points_[i]);
  }
  waits = std::move(waits_);
}

}  // namespace assay::evaluate
