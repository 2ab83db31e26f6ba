#pragma once

#include <string>
#include <string_view>

namespace assay::source {

/// A stretch of a scheme on one line: runs of white space become one blank and comments go. Inside texts only line ends
/// do, with the blanks around them. Linear.
std::string one_line(std::string_view code);

}  // namespace assay::source
