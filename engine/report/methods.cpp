#include "report/methods.hpp"

#include <algorithm>

namespace assay::report {

std::vector<std::string_view> methods_of(const assessment::OpenPoint& point, const model::Scheme& scheme) {
  std::vector<std::string_view> methods;
  for (const std::uint32_t index : point.requirements) {
    for (const std::string& method : scheme.requirements[model::RequirementId{index}].methods) {
      if (std::find(methods.begin(), methods.end(), method) == methods.end()) methods.push_back(method);
    }
  }
  return methods;
}

}  // namespace assay::report
