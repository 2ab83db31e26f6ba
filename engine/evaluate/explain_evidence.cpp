#include "evaluate/explain_evidence.hpp"

#include "base/limits.hpp"
#include "dossier/findings.hpp"
#include "evaluate/evidence.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace assay::evaluate {

using assessment::Explanation;

namespace {

Explanation leaf(std::string role, std::string text, std::string value) {
  return {.text = std::move(text),
          .role = std::move(role),
          .value = std::move(value),
          .place = {},
          .note = {},
          .parts = {}};
}

Explanation rest(std::size_t count, std::string_view what) {
  return leaf("and " + std::to_string(count) + " more " + std::string(what), {}, {});
}

/// Each key with whether a good item covers it.
void add_keys(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence, Explanation& made) {
  const Coverage coverage = coverage_of(scheme, evaluator, evidence);
  const std::unordered_set<std::string_view> missing(coverage.missing.begin(), coverage.missing.end());
  std::size_t keys = 0;
  const bool is_list_known = for_each_key(scheme, evaluator, evidence, [&](const std::optional<std::string>& key) {
    if (++keys > limits::shown_elements) return;
    const bool is_covered = key && !missing.contains(*key);
    made.parts.push_back(leaf("key", key ? "'" + dossier::clipped(*key) + "'" : "",
                              !key         ? "unknown"
                              : is_covered ? "covered"
                                           : "not covered"));
  });
  if (!is_list_known) made.parts.push_back(leaf("keys", {}, "unknown"));
  if (keys > limits::shown_elements) made.parts.push_back(rest(keys - limits::shown_elements, "keys"));
}

/// What may be such an item, for nobody can read of what kind it is.
void add_unplaced(const std::vector<dossier::UnplacedEvidence>& items, SecondWalk& walk,
                  std::vector<Explanation>& parts) {
  const std::size_t shown = std::min<std::size_t>(items.size(), limits::shown_elements);
  for (std::size_t i = 0; i < shown; ++i) {
    Explanation part = leaf("item", items[i].name, "cannot be placed");
    part.place = walk.place_at(items[i].pointer, items[i].offset);
    part.note = items[i].mistake;
    parts.push_back(std::move(part));
  }
  if (items.size() > shown) parts.push_back(rest(items.size() - shown, "items"));
}

}  // namespace

std::vector<Explanation> explain_items(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                       std::uint32_t evidence) {
  const model::Evidence& asked = scheme.model.evidence[model::EvidenceId{evidence}];
  const auto& items = evaluator.evidence().items[evidence];
  std::vector<Explanation> parts;
  for (std::size_t i = 0; i < std::min<std::size_t>(items.size(), limits::shown_elements); ++i) {
    const dossier::EvidenceRecord& record = evaluator.dossier().evidence[items[i].record];
    Explanation part = leaf("item", name_of(record), items[i].is_good ? "good" : "not good");
    part.place = walk.place_of_item(items[i]);
    part.note = why_not(asked, record, evaluator.date());
    parts.push_back(std::move(part));
  }
  if (items.size() > limits::shown_elements) parts.push_back(rest(items.size() - limits::shown_elements, "items"));
  if (items.empty()) add_unplaced(evaluator.dossier().unplaced_evidence, walk, parts);
  return parts;
}

Explanation explain_evidence(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk, std::uint32_t evidence) {
  const bool is_there = is_satisfied(scheme, evaluator, evidence) == Truth::yes;
  const model::Evidence& asked = scheme.model.evidence[model::EvidenceId{evidence}];
  Explanation made = leaf({}, asked.text, is_there ? "true" : "unknown");
  if (evaluator.evidence().items[evidence].empty()) made.note = "no item";
  made.parts = explain_items(scheme, evaluator, walk, evidence);
  if (scheme.program.evidence[evidence].covered != program::no_node) add_keys(scheme, evaluator, evidence, made);
  return made;
}

}  // namespace assay::evaluate
