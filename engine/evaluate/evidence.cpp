// What evidence must cover, what its good items do cover, and what that does to a verdict.

#include "evaluate/evidence.hpp"

#include <algorithm>
#include <unordered_set>

namespace assay::evaluate {

using program::NodeId;

namespace {

model::TypeId type_of(const program::Program& program, NodeId id) {
  return model::TypeId{program.origins[program.nodes[id.value].origin.value].type};
}

/// A key as a dossier writes it in `covers`.
std::string key_of(const Value& value, model::TypeId type, const model::Types& types) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
  if (const auto* number = std::get_if<Decimal>(&value)) return number->to_string();
  if (const auto* date = std::get_if<Date>(&value)) return to_string(*date);
  const auto* member = std::get_if<Member>(&value);
  return member ? types.enumerations[types[type].enumeration].members[member->position].written : std::string();
}

/// The value or values of `covering EXPR`.
bool for_each_value(const Scheme& scheme, Evaluator& evaluator, NodeId covered, const TakeKey& take) {
  const Operand value = evaluator.value(covered);
  if (!value.is_known()) return false;
  const model::Types& types = scheme.model.types;
  const model::TypeId type = type_of(scheme.program, covered);
  const auto* elements = std::get_if<Elements>(&value.value);
  if (!elements) {
    take(key_of(value.value, type, types));
    return true;
  }
  for (std::uint32_t i = 0; i < elements->count; ++i) {
    const Operand one = elements->stride == 0 ? Operand::known(scheme.program.constants[elements->first + i])
                                              : evaluator.fact(elements->first + i * elements->stride);
    take(one.is_known() ? std::optional(key_of(one.value, types[type].element, types)) : std::nullopt);
  }
  return true;
}

/// The key, where there is one and it is known, such as the version that was assessed.
std::optional<std::string> only_key(const Scheme& scheme, Evaluator& evaluator, const program::Evidence& asked) {
  if (asked.range != program::none) return std::nullopt;
  const model::TypeId type = type_of(scheme.program, asked.covered);
  const model::Kind kind = scheme.model.types[type].kind;
  if (kind == model::Kind::list || kind == model::Kind::set) return std::nullopt;
  const Operand value = evaluator.value(asked.covered);
  return value.is_known() ? std::optional(key_of(value.value, type, scheme.model.types)) : std::nullopt;
}

bool is_covered(const Evaluator& evaluator, std::uint32_t evidence, const std::string& key) {
  const auto& items = evaluator.evidence().items[evidence];
  return std::any_of(items.begin(), items.end(), [&](const EvidenceItem& item) {
    const auto& covers = evaluator.dossier().evidence[item.record].covers;
    return item.is_good && std::find(covers.begin(), covers.end(), key) != covers.end();
  });
}

/// What the good items cover, all together.
std::unordered_set<std::string_view> covered_by_good_items(const Evaluator& evaluator, std::uint32_t evidence) {
  std::unordered_set<std::string_view> covered;
  for (const EvidenceItem& item : evaluator.evidence().items[evidence]) {
    if (!item.is_good) continue;
    for (const std::string& key : evaluator.dossier().evidence[item.record].covers) covered.insert(key);
  }
  return covered;
}

}  // namespace

bool for_each_key(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence, const TakeKey& take) {
  const program::Evidence& asked = scheme.program.evidence[evidence];
  if (asked.range == program::none) return for_each_value(scheme, evaluator, asked.covered, take);
  const program::Range& range = scheme.program.ranges[asked.range];
  const Operand list = evaluator.list_of(range);
  if (!list.is_known()) return false;
  const auto& elements = std::get<Elements>(list.value);
  const model::TypeId type = type_of(scheme.program, asked.covered);
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator.bind_element(range, elements, i);
    const Operand key = evaluator.value(asked.covered);
    take(key.is_known() ? std::optional(key_of(key.value, type, scheme.model.types)) : std::nullopt);
  }
  return true;
}

Coverage coverage_of(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence) {
  Coverage coverage;
  const auto covered = covered_by_good_items(evaluator, evidence);
  std::unordered_set<std::string> seen;
  const bool is_list_known = for_each_key(scheme, evaluator, evidence, [&](const std::optional<std::string>& key) {
    coverage.has_keys = true;
    coverage.is_known = coverage.is_known && key;
    if (!key || covered.contains(*key) || !seen.insert(*key).second) return;
    coverage.missing.push_back(*key);
  });
  coverage.is_known = coverage.is_known && is_list_known;
  return coverage;
}

std::optional<std::unordered_set<std::string>> known_keys(const Scheme& scheme, Evaluator& evaluator,
                                                          std::uint32_t evidence) {
  if (scheme.program.evidence[evidence].covered == program::no_node) return std::nullopt;
  std::unordered_set<std::string> keys;
  bool all_known = true;
  const bool is_list_known = for_each_key(scheme, evaluator, evidence, [&](const std::optional<std::string>& key) {
    all_known = all_known && key;
    if (key) keys.insert(*key);
  });
  if (!all_known || !is_list_known) return std::nullopt;
  return keys;
}

bool is_to_the_point(const std::optional<std::unordered_set<std::string>>& keys, const dossier::EvidenceRecord& item) {
  return !keys || std::any_of(item.covers.begin(), item.covers.end(),
                              [&](const std::string& key) { return keys->contains(key); });
}

Truth is_satisfied(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence) {
  const program::Evidence& asked = scheme.program.evidence[evidence];
  if (asked.covered == program::no_node)
    return evaluator.evidence().provided[evidence] == Truth::yes ? Truth::yes : Truth::unknown;
  // One key needs no set of all that is covered.
  if (const auto key = only_key(scheme, evaluator, asked))
    return is_covered(evaluator, evidence, *key) ? Truth::yes : Truth::unknown;
  const Coverage coverage = coverage_of(scheme, evaluator, evidence);
  return coverage.is_known && coverage.missing.empty() ? Truth::yes : Truth::unknown;
}

void judge_evidence(const Scheme& scheme, Evaluator& evaluator, Verdicts& verdicts) {
  verdicts.evidence.assign(scheme.model.evidence.size(), Truth::unknown);
  if (scheme.model.evidence.empty()) return;
  for (std::uint32_t i = 0; i < scheme.model.evidence.size(); ++i) {
    const model::RequirementId requirement = scheme.model.evidence[model::EvidenceId{i}].requirement;
    Verdicts::Requirement& found = verdicts.requirements[requirement.value];
    if (found.applies == Truth::no) continue;
    verdicts.evidence[i] = is_satisfied(scheme, evaluator, i);
    found.evidence = both(found.evidence, verdicts.evidence[i]);
  }
  for (Verdicts::Requirement& found : verdicts.requirements) found.judged = with_evidence(found.judged, found.evidence);
}

}  // namespace assay::evaluate
