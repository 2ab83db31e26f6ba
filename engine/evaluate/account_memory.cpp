#include "evaluate/account_memory.hpp"

namespace assay::evaluate {

const assessment::SchemePlace& AccountMemory::place_of_provision(const Scheme& scheme, std::size_t provision) {
  if (places_.empty()) {
    for (const model::Requirement& requirement : scheme.model.requirements) {
      for (const model::Provision& written : requirement.provisions) {
        const source::File& file = (*scheme.files)[written.span.file];
        places_.push_back({file.path(), file.position(written.span.begin)});
      }
    }
  }
  return places_[provision];
}

}  // namespace assay::evaluate
