#include "dossier/people_reader.hpp"

#include "dossier/list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

/// A task that is not known could not be kept apart from the others.
constexpr auto tasks = std::to_array<std::string_view>(
    {"application_review", "selection", "determination", "evaluation", "testing", "inspection", "audit", "validation",
     "verification", "review", "decision", "attestation", "surveillance"});

void check_tasks(Entry& entry, const std::vector<std::string>& written) {
  for (const std::string& task : written) {
    if (std::find(tasks.begin(), tasks.end(), task) == tasks.end())
      entry.reject("its task '" + clipped(task) + "' is no task of a case", entry.offset_of("tasks"));
  }
}

Person read_person(Entry& entry, std::string pointer, Findings& findings) {
  Person person;
  person.name = entry.required_text("name");
  person.tasks = entry.optional_texts("tasks");
  person.roles = entry.optional_texts("roles");
  person.consulted_until = entry.optional_date("consulted_for_client_until");
  check_tasks(entry, person.tasks);
  person.offset = entry.offset();
  entry.report_undeclared(pointer, "a person", findings);
  person.pointer = std::move(pointer);
  return person;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string plain;
  for (const char letter : name) {
    const bool is_blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    const bool is_upper = letter >= 'A' && letter <= 'Z';
    if (is_blank && (plain.empty() || plain.back() == ' ')) continue;
    plain += is_blank ? ' ' : is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::vector<Person> read_people(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<Person> people;
  for_each_entry(json, list, "people", "person", findings,
                 [&](Entry& entry, std::string pointer, std::size_t position) {
                   Person person = read_person(entry, std::move(pointer), findings);
                   if (!entry.mistake().empty()) {
                     findings.add({Code::dossier_entry_invalid,
                                   {entry_name("person", person.name, position), entry.mistake()},
                                   person.pointer,
                                   entry.mistake_offset(),
                                   ""});
                   }
                   if (!person.name.empty()) people.push_back(std::move(person));
                 });
  return people;
}

std::optional<Review> read_review(const Json& json, JsonIndex value, Findings& findings) {
  Entry entry(json, value);
  Review review;
  review.by = entry.optional_texts("by");
  review.on = entry.optional_date("on");
  review.recommendation = entry.optional_text("recommendation");
  review.offset = entry.offset();
  entry.report_undeclared("/review", "a dossier's review", findings);
  if (!entry.mistake().empty()) {
    findings.add({Code::dossier_entry_invalid, {"review", entry.mistake()}, "/review", entry.mistake_offset(), ""});
  }
  return review;
}

}  // namespace assay::dossier
