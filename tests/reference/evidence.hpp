#pragma once

#include "reference/evaluator.hpp"

#include <string>
#include <vector>

// Evidence, from the words of the language: which items of the dossier are good, and what they leave open.
namespace assay::reference {

/// The items that belong to an evidence of the scheme and count by themselves.
std::vector<const Json*> good_items(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier,
                                    Date date);

/// `provide`: no without an item, yes with a good one.
Truth provided(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier, Date date);

/// What an evidence leaves open: nothing if it is there.
struct Gap {
  std::vector<std::string> keys;  ///< that no good item covers; an empty one where no key is asked for
  std::vector<Cause> causes;      ///< facts that are not known of what it must cover
  bool has_bad_items = false;     ///< each of which says why it does not count
  bool is_open() const { return !keys.empty() || !causes.empty(); }
};
Gap gap(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier, Date date,
        const Evaluator& evaluator);

}  // namespace assay::reference
