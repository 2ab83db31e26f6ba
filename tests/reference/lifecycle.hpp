#pragma once

#include <optional>
#include <string>
#include <vector>

// A certificate's life by the manual (docs/manual/10-lifecycle.md), a day after the other, with days as numbers. It
// shares nothing with the engine.
namespace assay::reference {

/// An empty text is absent.
struct LifeEvent {
  std::optional<int> on{};
  std::string event{};
  std::optional<int> decided_on{};
  std::string by{};
  std::string body{};
  std::string reason{};
  std::string scope{};
  std::string document{};
  std::optional<int> valid_to{};
  bool is_unlimited = false;
  std::optional<int> until{};
};

struct Life {
  std::optional<int> validity;  ///< in days, as the others
  std::optional<int> suspension;
  std::optional<int> restoration_after_expiry;
  std::vector<LifeEvent> events;
};

struct Stand {
  std::string state = "none";
  std::string scope;
  std::string suspended_scope;
  std::string document;
  std::optional<int> valid_to;
  bool is_unlimited = false;
  friend bool operator==(const Stand&, const Stand&) = default;
};

inline constexpr const char* issuer = "Issuer";

/// What stands on a day. No event is dated before day 0.
Stand stand_on(const Life& life, int day);

/// The events that the manual's table has for a state.
std::vector<std::string> events_from(const std::string& state);

/// Is this a row of the manual's table?
bool is_row(const std::string& from, const std::string& event, const std::string& to);

}  // namespace assay::reference
