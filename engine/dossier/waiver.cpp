#include "dossier/waiver.hpp"

#include "dossier/entry.hpp"
#include "dossier/list.hpp"

#include <utility>

namespace assay::dossier {
namespace {

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

}  // namespace

std::vector<WaiverRecord> read_waivers(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<WaiverRecord> waivers;
  for_each_entry(json, list, "waivers", "waiver", findings,
                 [&](Entry& entry, std::string pointer, std::size_t position) {
                   WaiverRecord record = read_record(entry, std::move(pointer), findings);
                   report_mistake(entry, entry_name("waiver", {}, position), record.pointer, does_not_count, findings);
                   if (entry.mistake().empty()) waivers.push_back(std::move(record));
                 });
  return waivers;
}

}  // namespace assay::dossier
