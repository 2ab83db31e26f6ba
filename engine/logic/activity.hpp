#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace assay {

/// What an assessment is for: the first one, a look in between, or the renewal (ISO/IEC 17000, 8.1).
enum class Activity : std::uint8_t { initial, surveillance, recertification };

inline constexpr std::array<std::string_view, 3> activity_words = {"initial", "surveillance", "recertification"};

constexpr std::string_view to_string(Activity activity) { return activity_words[static_cast<std::size_t>(activity)]; }

constexpr std::optional<Activity> activity_of(std::string_view word) {
  for (std::size_t i = 0; i < activity_words.size(); ++i)
    if (activity_words[i] == word) return static_cast<Activity>(i);
  return std::nullopt;
}

}  // namespace assay
