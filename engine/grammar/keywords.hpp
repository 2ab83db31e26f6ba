#pragma once

#include <array>
#include <string_view>

namespace assay::grammar {

/// Words that begin a declaration, those of later versions too: the parser recovers at them.
inline constexpr std::array<std::string_view, 17> declaration_words = {
    "scheme",  "document",    "use",      "unit",        "enum",        "record",       "subject", "define", "table",
    "section", "requirement", "decision", "presumption", "attestation", "surveillance", "profile", "test"};

/// Words that begin an item of a requirement.
inline constexpr std::array<std::string_view, 9> item_words = {"source", "applies",  "shall",    "should",  "may",
                                                               "method", "guidance", "evidence", "in_force"};

/// Words that begin a change of a profile.
inline constexpr std::array<std::string_view, 5> change_words = {"add", "tighten", "relax", "exempt", "set"};

}  // namespace assay::grammar
