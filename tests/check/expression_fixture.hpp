#pragma once

#include <string>
#include <string_view>

// One expression in a scheme that has something of everything, and what became of it as one line of text.
namespace assay::check {

std::string scheme_with(std::string_view condition, std::string_view declarations = "",
                        std::string_view rule = "majors > 0");

/// The condition as a term, or the codes of what was reported.
std::string meaning(std::string_view condition, std::string_view declarations = "");
/// The value of a define as "term : type", or the codes of what was reported.
std::string value_meaning(std::string_view value, std::string_view declarations = "");
/// The condition of the first rule of the decision as a term, or the codes of what was reported.
std::string rule_meaning(std::string_view condition);
std::string codes_of(std::string_view condition, std::string_view declarations = "");
/// "message | label | help" of the first report.
std::string report_of(std::string_view condition, std::string_view declarations = "");
/// The code that the first report points at.
std::string place_of(std::string_view condition);

}  // namespace assay::check
