#include "dossier/waiver.hpp"

#include "dossier/entry.hpp"

#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

void read_approval(Entry& entry, const std::string& pointer, WaiverRecord& record, Findings& findings) {
  auto person = entry.required_object("approved_by");
  if (!person) return;
  record.approved_by = person->required_text("name");
  record.role = person->required_text("role");
  entry.take_mistake_of(*person);
  person->report_undeclared(pointer + "/approved_by", "a waiver's approved_by", findings);
}

WaiverRecord read_record(Entry& entry, std::string pointer, Findings& findings) {
  WaiverRecord record;
  record.requirement = entry.required_text("requirement");
  read_approval(entry, pointer, record, findings);
  record.reason = entry.required_text("reason");
  record.expires = entry.required_date("expires").value_or(Date{});
  record.offset = entry.offset();
  entry.report_undeclared(pointer, "a waiver", findings);
  record.pointer = std::move(pointer);
  return record;
}

void report(std::size_t position, std::string mistake, std::string pointer, std::uint32_t offset, Findings& findings) {
  findings.add({Code::dossier_entry_invalid,
                {"waiver " + std::to_string(position + 1), std::move(mistake)},
                std::move(pointer),
                offset,
                "until then it does not count"});
}

}  // namespace

std::vector<WaiverRecord> read_waivers(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<WaiverRecord> waivers;
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position) {
    std::string pointer = "/waivers/" + std::to_string(position);
    if (!json.is_object(value)) {
      report(position, "it is " + std::string(words(json.kind(value))) + ", expected an object", std::move(pointer),
             json.offset(value), findings);
      continue;
    }
    Entry entry(json, value);
    WaiverRecord record = read_record(entry, pointer, findings);
    if (entry.mistake().empty())
      waivers.push_back(std::move(record));
    else
      report(position, entry.mistake(), std::move(pointer), entry.mistake_offset(), findings);
  }
  return waivers;
}

}  // namespace assay::dossier
