#include "reference/records.hpp"

#include <algorithm>

namespace assay::reference {
namespace {

const Json nothing;

const Json& member(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr ? nothing : *found;
}

std::optional<Date> day(const Json& object, std::string_view key) { return parse_date(member(object, key).text); }

bool is_requirement(const model::Scheme& scheme, const std::string& id) {
  return std::any_of(scheme.requirements.begin(), scheme.requirements.end(),
                     [&](const model::Requirement& one) { return one.id == id; });
}

/// Somebody did it, on a day that is not in the future.
bool is_done(const Json& act, std::string_view person, Date date) {
  const auto on = day(act, "on");
  return !member(act, person).text.empty() && on && *on <= date;
}

bool is_closed(const Json& record, Date date) {
  const Json& closed = member(record, "closed");
  const Json& raised = member(record, "raised");
  const auto raised_on = day(raised, "on");
  const bool has_beginning = raised_on && !member(raised, "by").text.empty();
  return is_done(closed, "verified_by", date) && has_beginning && *raised_on <= *day(closed, "on");
}

void read_nonconformity(const model::Scheme& scheme, const Json& record, Date date, Records& records) {
  if (is_closed(record, date)) return;
  const std::string id = member(record, "requirement").text;
  if (!is_requirement(scheme, id)) {
    records.has_unplaced = true;
    return;
  }
  const Grade grade = member(record, "grade").text == "minor" ? Grade::minor : Grade::major;
  const auto [known, is_new] = records.open.emplace(id, grade);
  if (!is_new && grade == Grade::major) known->second = grade;
  const auto due = day(record, "due");
  if (due && *due < date) ++records.surely_overdue;
  if (!due) ++records.maybe_overdue;
  if (is_done(member(record, "plan"), "accepted_by", date)) ++records.planned;
}

bool counts(const model::Header& header, const Json& waiver, Date date) {
  const std::string id = member(waiver, "requirement").text;
  const Json& person = member(waiver, "approved_by");
  const bool is_listed =
      header.waivable.empty() || std::find(header.waivable.begin(), header.waivable.end(), id) != header.waivable.end();
  const bool is_approved = member(person, "role").text == header.waiver_role && !member(person, "name").text.empty();
  const auto expires = day(waiver, "expires");
  return !header.waiver_role.empty() && is_listed && is_approved && !member(waiver, "reason").text.empty() && expires &&
         *expires >= date;
}

}  // namespace

Records read_records(const model::Scheme& scheme, const Json& dossier, Date date) {
  Records records;
  for (const Json& record : member(dossier, "nonconformities").elements)
    read_nonconformity(scheme, record, date, records);
  for (const Json& waiver : member(dossier, "waivers").elements)
    if (counts(scheme.header, waiver, date)) records.waivers.insert(member(waiver, "requirement").text);
  return records;
}

}  // namespace assay::reference
