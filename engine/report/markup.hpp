#pragma once

#include <string>
#include <string_view>

// Text of others in documents for people. What would act on the page, or turn the direction of reading, is shown and
// does not act.
namespace assay::report {

/// For the text of an element and for an attribute in double quotes; line ends become <br>.
std::string html_text(std::string_view text);

/// For a paragraph or a cell of a table, on one line.
std::string markdown_text(std::string_view text);

}  // namespace assay::report
