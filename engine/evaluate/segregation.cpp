// The persons of a case. Who takes part in its evaluation neither reviews nor decides it; review and decision may be
// one person's. It is persons that are kept apart in one case, not roles.

#include "evaluate/case_findings.hpp"

#include "dossier/findings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace assay::evaluate {

namespace {

using diagnostics::Code;

/// How long a consultant of the client is barred.
constexpr Duration barred{.months = 24, .days = 0, .seconds = 0};

/// Selection and determination, whatever their method, are evaluation (ISO/IEC 17065).
constexpr auto evaluation_tasks = std::to_array<std::string_view>(
    {"evaluation", "selection", "determination", "testing", "inspection", "audit", "validation", "verification"});

/// That somebody did something, as the dossier records it.
struct Part {
  std::string name;
  std::string words;  ///< "evaluation (judgement J1)"
  std::string pointer;
  std::uint32_t offset = 0;
};
/// Each person once, by folded name, with the first part that the dossier records.
using Parts = std::map<std::string, Part>;

void add(const std::string& name, std::string words, std::string pointer, std::uint32_t offset, Parts& parts) {
  std::string person = dossier::folded_name(name);
  if (person.empty()) return;
  parts.try_emplace(std::move(person), Part{dossier::clipped(name), std::move(words), std::move(pointer), offset});
}

bool is_evaluation(const std::string& task) {
  return std::find(evaluation_tasks.begin(), evaluation_tasks.end(), task) != evaluation_tasks.end();
}

// Who raises a nonconformity or verifies its correction determines fulfilment. Accepting a plan decides nothing about
// it, and may be the reviewer's.
void add_nonconformity(const dossier::NonconformityRecord& record, Parts& parts) {
  const std::string name = dossier::clipped(record.id.empty() ? record.requirement : record.id);
  if (record.raised)
    add(record.raised->by, "evaluation (nonconformity " + name + " raised)", record.pointer + "/raised/by",
        record.raised->offset, parts);
  if (record.closed)
    add(record.closed->by, "evaluation (correction of nonconformity " + name + " verified)",
        record.pointer + "/closed/verified_by", record.closed->offset, parts);
}

// Signing a judgement is taking part, also where it does not count.
Parts evaluators_of(const dossier::Dossier& dossier) {
  Parts parts;
  for (const dossier::JudgementRecord& record : dossier.judgements) {
    const std::string name = record.id.empty() ? record.requirement + "/" + record.name : record.id;
    add(record.by, "evaluation (judgement " + dossier::clipped(name) + ")", record.pointer + "/by", record.offset,
        parts);
  }
  for (const dossier::NonconformityRecord& record : dossier.nonconformities) add_nonconformity(record, parts);
  for (const dossier::Person& person : dossier.people) {
    for (const std::string& task : person.tasks)
      if (is_evaluation(task))
        add(person.name, task == "evaluation" ? task : "evaluation (" + task + ")", person.pointer, person.offset,
            parts);
  }
  return parts;
}

Parts with_task(const dossier::Dossier& dossier, std::string_view task, Parts parts) {
  for (const dossier::Person& person : dossier.people) {
    if (std::find(person.tasks.begin(), person.tasks.end(), task) != person.tasks.end())
      add(person.name, std::string(task), person.pointer, person.offset, parts);
  }
  return parts;
}

Parts reviewers_of(const dossier::Dossier& dossier) {
  Parts parts;
  if (dossier.review)
    for (const std::string& name : dossier.review->by) add(name, "review", "/review/by", dossier.review->offset, parts);
  return with_task(dossier, "review", std::move(parts));
}

Parts deciders_of(const dossier::Dossier& dossier) {
  Parts parts;
  if (dossier.recorded_decision)
    for (const std::string& name : dossier.recorded_decision->by)
      add(name, "decision", "/decision/by", dossier.recorded_decision->offset, parts);
  return with_task(dossier, "decision", std::move(parts));
}

void breach(std::string words, const Part& part, Findings& findings) {
  findings.push_back({Code::segregation_breached, {std::move(words)}, part.pointer, part.offset, ""});
}

void find_evaluators(const Parts& evaluators, const Parts& others, Findings& findings) {
  for (const auto& [person, part] : others) {
    const auto evaluator = evaluators.find(person);
    if (evaluator == evaluators.end()) continue;
    breach(part.name + " took part in " + evaluator->second.words + " and in the " + part.words, part, findings);
  }
}

void find_consultants(const dossier::Dossier& dossier, const Parts& parts, Date on, Findings& findings) {
  const auto back = negate(barred);
  const auto since = back ? add(on, *back) : std::nullopt;
  for (const dossier::Person& person : dossier.people) {
    const auto found = parts.find(dossier::folded_name(person.name));
    if (found == parts.end() || !person.consulted_until || (since && *person.consulted_until < *since)) continue;
    breach(found->second.name + " consulted for the client until " + to_string(*person.consulted_until) +
               ", within 2 years before the " + found->second.words,
           found->second, findings);
  }
}

/// The last judgement that the case was reviewed and decided on.
const dossier::JudgementRecord* last_judgement(const dossier::Dossier& dossier, Date date) {
  const dossier::JudgementRecord* last = nullptr;
  for (const dossier::JudgementRecord& record : dossier.judgements) {
    if (!record.mistake.empty() || !record.on || *record.on > date) continue;
    if (!last || *record.on > *last->on) last = &record;
  }
  return last;
}

struct Act {
  std::string_view name;
  std::optional<Date> on;
  std::uint32_t offset = 0;
};

void find_too_early(const Act& act, std::string_view earlier, std::optional<Date> on, Findings& findings) {
  if (!act.on || !on || *act.on >= *on) return;
  findings.push_back({Code::acts_out_of_order,
                      {std::string(act.name), to_string(*act.on), std::string(earlier) + " of " + to_string(*on)},
                      "/" + std::string(act.name) + "/on",
                      act.offset,
                      ""});
}

}  // namespace

void find_breaches(const dossier::Dossier& dossier, Date date, Findings& findings) {
  const Parts evaluators = evaluators_of(dossier);
  const Parts reviewers = reviewers_of(dossier);
  const Parts deciders = deciders_of(dossier);
  find_evaluators(evaluators, reviewers, findings);
  find_evaluators(evaluators, deciders, findings);

  Act review{"review", std::nullopt, 0};
  if (dossier.review) review = {"review", dossier.review->on, dossier.review->offset};
  Act decision{"decision", std::nullopt, 0};
  if (dossier.recorded_decision)
    decision = {"decision", dossier.recorded_decision->on, dossier.recorded_decision->offset};
  find_consultants(dossier, reviewers, review.on.value_or(date), findings);
  find_consultants(dossier, deciders, decision.on.value_or(date), findings);

  if (const dossier::JudgementRecord* last = last_judgement(dossier, date)) {
    const std::string name = last->id.empty() ? last->requirement + "/" + last->name : last->id;
    find_too_early(review, "judgement " + dossier::clipped(name), last->on, findings);
    find_too_early(decision, "judgement " + dossier::clipped(name), last->on, findings);
  }
  find_too_early(decision, "the review", review.on, findings);
}

}  // namespace assay::evaluate
