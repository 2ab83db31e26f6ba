#include "evaluate/attested.hpp"

#include "model/expression.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::evaluate {

namespace {

/// Where a fact lies and how the scheme names it. A path of the subject leads through records that are laid out in
/// place, so its slot follows from the types alone; a certificate carries no element of a list.
struct Path {
  std::uint32_t slot = 0;
  std::string name;
};

Path path_of(const model::Expression& expression, const model::Scheme& scheme) {
  const auto* access = std::get_if<model::FieldAccess>(&expression.node);
  if (access == nullptr) return {0, scheme.subject_name};
  Path path = path_of(*access->object, scheme);
  const model::RecordId record = scheme.types[access->object->type].record;
  const model::Field& field = scheme.types.records[record].fields[access->field];
  path.slot += field.slot;
  path.name += "." + field.name;
  return path;
}

std::span<const assessment::AttestedFact> facts(const std::vector<model::ExpressionPtr>& paths,
                                                const model::Scheme& scheme, const Evaluator& evaluator,
                                                SecondWalk& walk) {
  std::vector<assessment::AttestedFact> told;
  for (const model::ExpressionPtr& expression : paths) {
    const Path path = path_of(*expression, scheme);
    const Operand found = evaluator.fact(path.slot);
    told.push_back({walk.keep(path.name), walk.keep(walk.json(found, expression->type.value)),
                    found.is_known() ? walk.unit_of_type(expression->type) : std::string_view()});
  }
  return walk.memory().keep(told);
}

}  // namespace

std::optional<assessment::Attestation> attested(const Scheme& scheme, const Evaluator& evaluator, SecondWalk& walk) {
  if (!scheme.model.attestation) return std::nullopt;
  const model::Attestation& asked = *scheme.model.attestation;
  return assessment::Attestation{facts(asked.identifies, scheme.model, evaluator, walk),
                                 facts(asked.scope, scheme.model, evaluator, walk)};
}

}  // namespace assay::evaluate
