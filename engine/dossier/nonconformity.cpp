#include "dossier/nonconformity.hpp"

#include "dossier/entry.hpp"

#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

/// Reads one record. Each member is an entry of its own, so that a mistake in one hides nothing of the others.
class NonconformityReader {
 public:
  NonconformityReader(const Json& json, JsonIndex object, std::size_t position, Findings& findings)
      : json_(json), object_(object), position_(position), findings_(findings) {}

  NonconformityRecord read();

 private:
  using Act = NonconformityRecord::Act;

  void read_place();
  void read_grade();
  void read_statement();
  void read_due();
  /// Who did it, at `person`, and when; nothing if it is absent.
  std::optional<Act> read_act(std::string_view key, std::string_view person, bool has_evidence = false);
  void report_undeclared();
  void ignore(std::string_view key, const Entry& mistaken);
  std::string name() const {
    return "nonconformity " + (record_.id.empty() ? std::to_string(position_ + 1) : clipped(record_.id));
  }
  std::string pointer_to(std::string_view key) const { return record_.pointer + "/" + std::string(key); }

  const Json& json_;
  JsonIndex object_;
  std::size_t position_;
  Findings& findings_;
  NonconformityRecord record_;
};

NonconformityRecord NonconformityReader::read() {
  record_.pointer = "/nonconformities/" + std::to_string(position_);
  record_.offset = json_.offset(object_);
  if (!json_.is_object(object_)) {
    record_.unplaced = "it is " + std::string(words(json_.kind(object_))) + ", expected an object";
    return std::move(record_);
  }
  read_place();
  read_grade();
  read_statement();
  record_.raised = read_act("raised", "by");
  read_due();
  record_.plan = read_act("plan", "accepted_by");
  record_.closed = read_act("closed", "verified_by", true);
  report_undeclared();
  return std::move(record_);
}

void NonconformityReader::read_place() {
  Entry id(json_, object_);
  record_.id = id.optional_text("id");
  if (!id.mistake().empty()) ignore("id", id);
  Entry entry(json_, object_);
  record_.requirement = entry.required_text("requirement");
  if (entry.mistake().empty()) return;
  record_.requirement.clear();
  record_.unplaced = entry.mistake();
}

void NonconformityReader::read_grade() {
  Entry entry(json_, object_);
  const std::string word = entry.required_text("grade");
  if (word == to_string(Grade::minor)) record_.grade = Grade::minor;
  if (entry.mistake().empty() && word != to_string(Grade::major) && word != to_string(Grade::minor))
    entry.reject("its grade, '" + clipped(word) + "', is neither major nor minor", entry.offset_of("grade"));
  if (entry.mistake().empty()) return;
  findings_.add({Code::nonconformity_incomplete,
                 {name(), "major", entry.mistake()},
                 record_.pointer,
                 entry.mistake_offset(),
                 ""});
}

void NonconformityReader::read_statement() {
  Entry entry(json_, object_);
  record_.statement = entry.optional_text("statement");
  if (!entry.mistake().empty()) ignore("statement", entry);
}

void NonconformityReader::read_due() {
  Entry entry(json_, object_);
  record_.due = entry.optional_date("due");
  if (!entry.mistake().empty()) ignore("due", entry);
}

std::optional<NonconformityRecord::Act> NonconformityReader::read_act(std::string_view key, std::string_view person,
                                                                      bool has_evidence) {
  Entry entry(json_, object_);
  auto inner = entry.optional_object(key);
  if (!inner) {
    if (!entry.mistake().empty()) ignore(key, entry);
    return std::nullopt;
  }
  Act act;
  act.by = inner->required_text(person);
  act.on = inner->required_date("on").value_or(Date{});
  if (has_evidence) inner->optional_texts("evidence");
  act.offset = inner->offset();
  inner->report_undeclared(pointer_to(key), "a nonconformity's " + std::string(key), findings_);
  if (inner->mistake().empty()) return act;
  ignore(key, *inner);
  return std::nullopt;
}

/// A closure that cannot be read leaves the record open, which is worth an error.
void NonconformityReader::ignore(std::string_view key, const Entry& mistaken) {
  if (key == "closed") {
    findings_.add({Code::nonconformity_incomplete,
                   {name(), "open", mistaken.mistake()},
                   pointer_to(key),
                   mistaken.mistake_offset(),
                   ""});
    return;
  }
  findings_.add({Code::nonconformity_entry_ignored,
                 {std::string(key), name(), mistaken.mistake()},
                 pointer_to(key),
                 mistaken.mistake_offset(),
                 ""});
}

void NonconformityReader::report_undeclared() {
  Entry entry(json_, object_);
  for (const char* key : {"id", "requirement", "grade", "statement", "raised", "due", "plan", "closed"})
    entry.optional_text(key);
  entry.report_undeclared(record_.pointer, "a nonconformity", findings_);
}

}  // namespace

std::vector<NonconformityRecord> read_nonconformities(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<NonconformityRecord> records;
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position)
    records.push_back(NonconformityReader(json, value, position, findings).read());
  return records;
}

}  // namespace assay::dossier
