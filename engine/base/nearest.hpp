#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assay {

/// The candidate that a reader most likely meant: within edit distance 2 (adjacent letters swapped count once),
/// or 1 for words under five letters; letter case does not count. Nothing if none is that near, or if no letter of
/// the word would stay. Ties go to the first candidate. Linear in the words.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace assay
