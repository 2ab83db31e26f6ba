// Which nonconformities are open, and which waivers count.
#include "evaluate/records.hpp"

#include <algorithm>
#include <utility>

namespace assay::evaluate {
namespace {

using diagnostics::Code;
using dossier::NonconformityRecord;
using dossier::WaiverRecord;

/// The records of one dossier on their way into `Records`.
class Reading {
 public:
  Reading(const model::Scheme& scheme, const RequirementIndex& requirements, const dossier::Dossier& dossier, Date date,
          Records& records)
      : header_(scheme.header), requirements_(requirements), dossier_(dossier), date_(date), records_(records) {}

  void read_nonconformities() {
    for (std::uint32_t i = 0; i < dossier_.nonconformities.size(); ++i) read_nonconformity(i);
  }
  void read_waivers() {
    for (std::uint32_t i = 0; i < dossier_.waivers.size(); ++i) read_waiver(i);
  }

 private:
  void read_nonconformity(std::uint32_t position);
  void read_waiver(std::uint32_t position);
  /// Why the closure does not end the record; empty if it does.
  std::string doubt_about_closure(const NonconformityRecord& record) const;
  bool has_accepted_plan(const NonconformityRecord& record, const std::string& name);
  bool is_admitted(const std::string& requirement) const;
  void take(ValidWaiver waiver);
  void report(Code code, std::vector<std::string> arguments, std::string pointer, std::uint32_t offset) {
    records_.findings.push_back({code, std::move(arguments), std::move(pointer), offset, ""});
  }

  const model::Header& header_;
  const RequirementIndex& requirements_;
  const dossier::Dossier& dossier_;
  Date date_;
  Records& records_;
};

void Reading::read_nonconformity(std::uint32_t position) {
  const NonconformityRecord& record = dossier_.nonconformities[position];
  const std::string name = name_of(record, position);
  std::string doubt;
  if (record.closed) {
    doubt = doubt_about_closure(record);
    if (doubt.empty()) return;
  }
  const auto known = requirements_.find(record.requirement);
  if (known == requirements_.end()) {
    records_.has_unplaced = true;
    const std::string why = record.unplaced.empty() ? "there is no " + record.requirement : record.unplaced;
    return report(Code::nonconformity_unplaced, {name, why}, record.pointer, record.offset);
  }
  if (!doubt.empty())
    report(Code::nonconformity_incomplete, {name, "open", doubt}, record.pointer + "/closed", record.closed->offset);
  const Truth overdue = record.due ? truth_of(*record.due < date_) : Truth::unknown;
  records_.open.push_back({known->second, position, overdue, has_accepted_plan(record, name)});
}

/// ISO/IEC 17021-1 asks that a correction be verified: by a person, after the nonconformity was raised.
std::string Reading::doubt_about_closure(const NonconformityRecord& record) const {
  const NonconformityRecord::Act& closed = *record.closed;
  if (closed.on > date_) return "it is closed on " + to_string(closed.on) + ", after the assessment date";
  if (!record.raised) return "nobody can tell whether it was closed after it was raised";
  if (closed.on < record.raised->on)
    return "it is closed on " + to_string(closed.on) + ", before it was raised on " + to_string(record.raised->on);
  return {};
}

bool Reading::has_accepted_plan(const NonconformityRecord& record, const std::string& name) {
  if (!record.plan) return false;
  if (record.plan->on <= date_) return true;
  report(Code::nonconformity_entry_ignored,
         {"plan", name, "it is accepted on " + to_string(record.plan->on) + ", after the assessment date"},
         record.pointer + "/plan", record.plan->offset);
  return false;
}

bool Reading::is_admitted(const std::string& requirement) const {
  if (header_.waiver_role.empty()) return false;
  const auto& listed = header_.waivable;
  return listed.empty() || std::find(listed.begin(), listed.end(), requirement) != listed.end();
}

void Reading::read_waiver(std::uint32_t position) {
  const WaiverRecord& waiver = dossier_.waivers[position];
  const auto refuse = [&](Code code, std::vector<std::string> arguments) {
    report(code, std::move(arguments), waiver.pointer, waiver.offset);
  };
  const auto known = requirements_.find(waiver.requirement);
  if (known == requirements_.end())
    return refuse(Code::waiver_without_effect, {waiver.requirement, "it is no requirement of the scheme"});
  if (!is_admitted(waiver.requirement)) return refuse(Code::waiver_not_admitted, {waiver.requirement});
  if (waiver.role != header_.waiver_role)
    return refuse(Code::waiver_by_wrong_role, {waiver.requirement, waiver.role, header_.waiver_role});
  if (waiver.expires < date_) return refuse(Code::waiver_expired, {waiver.requirement, to_string(waiver.expires)});
  take({known->second, position});
}

void Reading::take(ValidWaiver waiver) {
  const auto earlier = std::find_if(records_.waivers.begin(), records_.waivers.end(),
                                    [&](const ValidWaiver& one) { return one.requirement == waiver.requirement; });
  if (earlier == records_.waivers.end()) {
    records_.waivers.push_back(waiver);
  } else if (dossier_.waivers[earlier->record].expires < dossier_.waivers[waiver.record].expires) {
    *earlier = waiver;
  }
}

}  // namespace

RequirementIndex index_of(const model::Scheme& scheme) {
  RequirementIndex index;
  std::uint32_t position = 0;
  for (const model::Requirement& requirement : scheme.requirements) index.emplace(requirement.id, position++);
  return index;
}

void find_records(const model::Scheme& scheme, const RequirementIndex& requirements, const dossier::Dossier& dossier,
                  Date date, Records& records) {
  records.open.clear();
  records.waivers.clear();
  records.findings.clear();
  records.has_unplaced = !dossier.nonconformities_are_readable;
  Reading reading(scheme, requirements, dossier, date, records);
  reading.read_nonconformities();
  reading.read_waivers();
}

std::string name_of(const dossier::NonconformityRecord& record, std::size_t position) {
  return "nonconformity " + (record.id.empty() ? std::to_string(position + 1) : record.id);
}

}  // namespace assay::evaluate
