#pragma once

#include "lifecycle/follow.hpp"
#include "lifecycle/read.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

// A record in few words: its events and its terms as JSON, everything else given.
namespace assay::lifecycle {

inline std::string record_text(const std::string& events, const std::string& terms = "{}") {
  return R"({"lifecycle": "1", "certificate": {"number": "C-1", "scheme": {"id": "example.org/mark"}, "body": "Issuer"},)"
         R"("terms": )" +
         terms + R"(, "events": [)" + events + "]}";
}

/// An event with a person and a reason.
inline std::string event(const std::string& on, const std::string& name, const std::string& more = "") {
  return R"({"on": ")" + on + R"(", "event": ")" + name + R"(", "by": {"name": "Eva"}, "reason": "because")" +
         (more.empty() ? "" : ", " + more) + "}";
}

inline std::string granted(const std::string& on, const std::string& valid_to) {
  return event(on, "granted", R"("scope": "all", "document": "rev 1", "valid_to": ")" + valid_to + "\"");
}

inline History history_of(const std::string& text) {
  auto read = lifecycle::read(text);
  EXPECT_TRUE(std::holds_alternative<History>(read)) << text;
  return std::holds_alternative<History>(read) ? std::get<History>(std::move(read)) : History{};
}

inline Date day(std::string_view text) { return *parse_date(text); }

inline Standing standing_on(const History& history, std::string_view date) {
  return follow(history, day(date)).standing;
}

/// "valid", or "undetermined".
inline std::string state_on(const std::string& text, std::string_view date) {
  return std::string(word(standing_on(history_of(text), date).state));
}

inline std::vector<std::string> codes_of(const History& history, std::string_view date) {
  std::vector<std::string> codes;
  for (const auto& finding : follow(history, day(date)).findings)
    codes.emplace_back(diagnostics::entry(finding.code).code);
  return codes;
}

inline std::vector<std::string> codes_of(const std::string& text, std::string_view date = "2030-01-01") {
  return codes_of(history_of(text), date);
}

}  // namespace assay::lifecycle
