#include "lifecycle/history.hpp"

namespace assay::lifecycle {
namespace {

constexpr std::array<std::string_view, detail_count> detail_words = {
    "event", "on", "decided_on", "by", "reason", "scope", "document", "valid_to", "until"};

}  // namespace

std::string_view word(Detail detail) { return detail_words[static_cast<std::size_t>(detail)]; }

std::string pointer_to(const RecordedEvent& event) { return "/events/" + std::to_string(event.position); }

std::string pointer_to(const RecordedEvent& event, Detail detail) {
  return pointer_to(event) + "/" + std::string(word(detail));
}

std::uint32_t offset_of(const RecordedEvent& event, Detail detail) {
  return event.offsets[static_cast<std::size_t>(detail)];
}

}  // namespace assay::lifecycle
