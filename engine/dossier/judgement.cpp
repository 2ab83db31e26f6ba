#include "dossier/judgement.hpp"

#include "dossier/list.hpp"

#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

bool read_result(Entry& entry) {
  const std::string result = entry.required_text("result");
  if (result != "met" && result != "not_met") {
    entry.reject("its result, '" + clipped(result) + "', is neither met nor not_met", entry.offset_of("result"));
  }
  return result == "met";
}

void read_person(Entry& entry, const std::string& pointer, JudgementRecord& record, Findings& findings) {
  auto person = entry.required_object("by");
  if (!person) return;
  record.by = person->required_text("name");
  record.role = person->required_text("role");
  entry.take_mistake_of(*person);
  person->report_undeclared(pointer + "/by", "a judgement's by", findings);
}

/// Who signed comes first, so that a mistake in the rest does not hide it.
JudgementRecord read_record(Entry& entry, std::string pointer, Findings& findings) {
  JudgementRecord record;
  record.id = entry.optional_text("id");
  read_person(entry, pointer, record, findings);
  record.name = entry.required_text("name");
  record.requirement = entry.required_text("requirement");
  record.met = read_result(entry);
  record.on = entry.required_date("on");
  record.rationale = entry.required_text("rationale");
  record.supersedes = entry.optional_texts("supersedes");
  record.offset = entry.offset();
  entry.report_undeclared(pointer, "a judgement", findings);
  record.mistake = entry.mistake();
  record.pointer = std::move(pointer);
  return record;
}

}  // namespace

std::vector<JudgementRecord> read_judgements(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<JudgementRecord> records;
  UniqueIds ids("judgements");
  for_each_entry(json, list, "judgements", "judgement", findings,
                 [&](Entry& entry, std::string pointer, std::size_t position) {
                   JudgementRecord record = read_record(entry, std::move(pointer), findings);
                   record.position = position;
                   ids.add(record.id, record.pointer, entry.offset_of("id"), findings);
                   if (!record.mistake.empty()) {
                     findings.add({Code::dossier_entry_invalid,
                                   {entry_name("judgement", record.id, position), record.mistake},
                                   record.pointer,
                                   entry.mistake_offset(),
                                   "until then it does not count"});
                   }
                   records.push_back(std::move(record));
                 });
  return records;
}

}  // namespace assay::dossier
