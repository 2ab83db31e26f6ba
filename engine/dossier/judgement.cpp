#include "dossier/judgement.hpp"

#include "dossier/list.hpp"

#include <utility>

namespace assay::dossier {
namespace {

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
  return read_records(json, list, "judgements", "judgement", "judgements", findings, read_record);
}

}  // namespace assay::dossier
