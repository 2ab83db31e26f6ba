#include "report/engine.hpp"

namespace assay::report {

std::string_view engine_version() { return ASSAY_VERSION; }

}  // namespace assay::report
