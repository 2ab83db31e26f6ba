// Which expressions tell an absent fact, judgement or item of evidence from a given one, so that giving it may flip
// them.
#include "check/declaration.hpp"
#include "model/walk.hpp"

namespace assay::check {

bool absence_can_flip(const model::Expression& expression, const Context& context) {
  return holds_anywhere(expression, [&](const model::Expression& node) {
    if (std::holds_alternative<model::Fallback>(node.node)) return true;
    if (std::holds_alternative<model::EvidenceReference>(node.node)) return true;
    if (const auto* reference = std::get_if<model::DossierListReference>(&node.node))
      return model::completions_extend(reference->list);
    if (const auto* presence = std::get_if<model::Presence>(&node.node))
      return presence->kind != model::PresenceKind::stated;
    if (const auto* call = std::get_if<model::DefineCall>(&node.node))
      return context.lazy->defines[call->define.value].absence_can_flip;
    if (const auto* call = std::get_if<model::TableCall>(&node.node))
      return context.lazy->tables[call->table.value].absence_can_flip;
    return false;
  });
}

}  // namespace assay::check
