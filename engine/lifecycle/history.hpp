#pragma once

#include "dossier/dossier.hpp"
#include "lifecycle/state.hpp"
#include "quantity/calendar.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The record of one certificate, as plain values.
namespace assay::lifecycle {

/// The certificate or other statement of conformity that the record is about.
struct Certificate {
  std::string number;
  std::string scheme_id;
  std::string scheme_version;
  std::string body;  ///< who issued it
  std::string client;
};

/// What the scheme rules on time. A term that is not given allows nothing and limits nothing: without
/// `restoration_after_expiry` there is none, without `suspension` its end is open.
struct Terms {
  std::optional<Duration> validity;
  std::optional<Duration> suspension;
  std::optional<Duration> restoration_after_expiry;
};

/// Who acted.
struct Person {
  std::string name;
  std::string role;
  std::string body;  ///< empty: the body that issued the certificate
};

/// The end of validity. No date: it is unlimited, in so many words.
struct End {
  std::optional<Date> last_day;
  friend bool operator==(const End&, const End&) = default;
};

/// The members of an event.
enum class Detail : std::uint8_t { event, on, decided_on, by, reason, scope, document, valid_to, until };
inline constexpr std::size_t detail_count = 9;
std::string_view word(Detail detail);

/// One event as recorded.
struct RecordedEvent {
  std::optional<Event> event;      ///< nothing: not usable, which a finding says
  std::optional<Date> on;          ///< the day from which it holds
  std::optional<Date> decided_on;  ///< the day of the decision, if that was another one
  std::optional<Person> by;
  std::string reason;
  std::string scope;  ///< the whole new scope; of a suspension the part that is suspended, empty for all of it
  std::string document;
  std::optional<End> valid_to;
  std::optional<Date> until;  ///< of a suspension: when it is to be resolved
  std::size_t position = 0;   ///< in the list, from 0
  std::uint32_t offset = 0;
  std::array<std::uint32_t, detail_count> offsets{};  ///< of its members; of one that is absent that of the event
};

/// "/events/2", "/events/2/on": where an event, or a member of it, stands in its record.
std::string pointer_to(const RecordedEvent& event);
std::string pointer_to(const RecordedEvent& event, Detail detail);
std::uint32_t offset_of(const RecordedEvent& event, Detail detail);

struct History {
  Certificate certificate;
  Terms terms;
  std::vector<RecordedEvent> events;       ///< in the order of the file
  std::vector<dossier::Finding> findings;  ///< of reading, at most limits::data_findings and a note
};

}  // namespace assay::lifecycle
