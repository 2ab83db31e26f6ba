#pragma once

namespace assay::report {

/// How JSON is laid out: for people, or as one line without white space.
enum class Layout { pretty, line };

}  // namespace assay::report
