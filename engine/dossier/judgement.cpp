#include "dossier/judgement.hpp"

#include "dossier/entry.hpp"

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

JudgementRecord read_record(Entry& entry, std::string pointer, Findings& findings) {
  JudgementRecord record;
  record.id = entry.optional_text("id");
  record.name = entry.required_text("name");
  record.requirement = entry.required_text("requirement");
  record.met = read_result(entry);
  read_person(entry, pointer, record, findings);
  if (const auto on = entry.optional_date("on")) record.on = to_string(*on);
  record.rationale = entry.optional_text("rationale");
  record.supersedes = entry.optional_texts("supersedes");
  record.offset = entry.offset();
  entry.report_undeclared(pointer, "a judgement", findings);
  record.pointer = std::move(pointer);
  return record;
}

std::string name_of(const JudgementRecord& record, std::size_t position) {
  return "judgement " + (record.id.empty() ? std::to_string(position + 1) : clipped(record.id));
}

}  // namespace

std::vector<JudgementRecord> read_judgements(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<JudgementRecord> judgements;
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position) {
    std::string pointer = "/judgements/" + std::to_string(position);
    if (!json.is_object(value)) {
      findings.add({Code::dossier_entry_invalid,
                    {name_of({}, position), "it is " + std::string(words(json.kind(value))) + ", expected an object"},
                    std::move(pointer),
                    json.offset(value),
                    ""});
      continue;
    }
    Entry entry(json, value);
    JudgementRecord record = read_record(entry, pointer, findings);
    if (entry.mistake().empty()) {
      judgements.push_back(std::move(record));
    } else {
      findings.add({Code::dossier_entry_invalid,
                    {name_of(record, position), entry.mistake()},
                    std::move(pointer),
                    entry.mistake_offset(),
                    "until then it does not count"});
    }
  }
  return judgements;
}

}  // namespace assay::dossier
