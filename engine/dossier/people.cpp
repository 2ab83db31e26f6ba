#include "dossier/people_reader.hpp"

#include "dossier/list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::dossier {
namespace {

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

/// How many bytes the blank is long that `text` begins with; 0 if it begins with none. Word processors leave more than
/// one kind of blank in names.
std::size_t blank_length(std::string_view text) {
  if (std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  const bool is_typesetters =
      text.size() >= 3 && text.starts_with("\xE2\x80") && static_cast<unsigned char>(text[2]) <= 0x8A;
  const bool is_another =
      text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x81\x9F") || text.starts_with("\xE3\x80\x80");
  return is_typesetters || is_another ? 3 : 0;
}

/// The same of what takes no room: zero-width space, word joiner, byte-order mark.
std::size_t unseen_length(std::string_view text) {
  const bool is_unseen =
      text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x81\xA0") || text.starts_with("\xEF\xBB\xBF");
  return is_unseen ? 3 : 0;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    const char letter = name.front();
    const std::size_t unseen = unseen_length(name);
    const std::size_t blank = blank_length(name);
    name.remove_prefix(std::max<std::size_t>({unseen, blank, 1}));
    if (unseen > 0 || (blank > 0 && (plain.empty() || plain.back() == ' '))) continue;
    const bool is_upper = letter >= 'A' && letter <= 'Z';
    plain += blank > 0 ? ' ' : is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::vector<Person> read_people(const Json& json, JsonIndex list, Findings& findings) {
  std::vector<Person> people;
  for_each_entry(json, list, "people", "person", findings,
                 [&](Entry& entry, std::string pointer, std::size_t position) {
                   Person person = read_person(entry, std::move(pointer), findings);
                   report_mistake(entry, entry_name("person", person.name, position), person.pointer, "", findings);
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
  report_mistake(entry, "review", "/review", "", findings);
  return review;
}

}  // namespace assay::dossier
