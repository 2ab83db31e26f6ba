// Which items of evidence belong to what the scheme asks for, and which of them are good.

#include "evaluate/recorded_evidence.hpp"

#include <algorithm>

namespace assay::evaluate {

namespace {

using dossier::EvidenceRecord;

class Reasons {
 public:
  void add(std::string words) { text_ += (text_.empty() ? "" : "; ") + std::move(words); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void check_age(const model::Evidence& asked, const EvidenceRecord& item, Date date, Reasons& reasons) {
  if (item.issued && *item.issued > date)
    return reasons.add("issued " + to_string(*item.issued) + ", after the assessment date");
  if (!asked.age) return;
  if (!item.issued) return reasons.add("no date of issue, asked: within " + to_string(*asked.age));
  const auto back = negate(*asked.age);
  const auto oldest = back ? add(date, *back) : std::nullopt;
  if (oldest && *item.issued < *oldest)
    reasons.add("issued " + to_string(*item.issued) + ", older than " + to_string(*asked.age));
}

void check_issuer(const model::Evidence& asked, const EvidenceRecord& item, Reasons& reasons) {
  if (asked.accreditation.empty() || item.accreditation == asked.accreditation) return;
  reasons.add(item.accreditation.empty()
                  ? "its issuer is not accredited, asked: to " + asked.accreditation
                  : "its issuer is accredited to " + item.accreditation + ", asked: to " + asked.accreditation);
}

void check_file(const EvidenceRecord& item, Reasons& reasons) {
  if (item.digest == dossier::Digest::differs) reasons.add("its file differs from its SHA-256");
  if (item.digest == dossier::Digest::unreadable) reasons.add("its file cannot be read: " + item.unreadable_because);
}

/// What a record belongs to by the requirements that it names; those that it names in vain are noted.
std::vector<std::uint32_t> supported_by(const EvidenceRecord& record, std::size_t position, const AskedEvidence& asked,
                                        RecordedEvidence& found) {
  std::vector<std::uint32_t> supported;
  bool names_unknown = false;
  for (std::size_t i = 0; i < record.supports->size(); ++i) {
    const std::string& id = (*record.supports)[i];
    if (!asked.requirements.contains(id)) {
      found.for_unknown_requirement.push_back({position, i});
      names_unknown = true;
      continue;
    }
    const auto at = asked.of_requirement.find({id, record.kind});
    const bool is_new = at != asked.of_requirement.end() &&
                        std::find(supported.begin(), supported.end(), at->second) == supported.end();
    if (is_new) supported.push_back(at->second);
  }
  if (supported.empty() && asked.of_kind.contains(record.kind) && !names_unknown)
    found.without_effect.push_back(position);
  return supported;
}

void clear(std::size_t asked, Truth provided, RecordedEvidence& found) {
  found.items.resize(asked);
  for (std::vector<EvidenceItem>& items : found.items) items.clear();
  found.provided.assign(asked, provided);
  found.of_unknown_kind.clear();
  found.for_unknown_requirement.clear();
  found.without_effect.clear();
}

}  // namespace

std::string why_not(const model::Evidence& asked, const EvidenceRecord& item, Date date) {
  if (!item.mistake.empty()) return item.mistake;
  Reasons reasons;
  if (item.status != "valid") reasons.add("its status is " + item.status);
  check_age(asked, item, date, reasons);
  if (item.expires && *item.expires < date) reasons.add("expired " + to_string(*item.expires));
  check_issuer(asked, item, reasons);
  check_file(item, reasons);
  return reasons.take();
}

AskedEvidence asked_evidence(const model::Scheme& scheme) {
  AskedEvidence asked;
  for (const model::Requirement& requirement : scheme.requirements) asked.requirements.insert(requirement.id);
  for (std::uint32_t i = 0; i < scheme.evidence.size(); ++i) {
    const model::Evidence& evidence = scheme.evidence[model::EvidenceId{i}];
    asked.of_requirement[{scheme.requirements[evidence.requirement].id, evidence.name}] = i;
    asked.of_kind[evidence.name].push_back(i);
  }
  return asked;
}

void find_evidence(const model::Scheme& scheme, const AskedEvidence& asked, const dossier::Dossier& dossier, Date date,
                   RecordedEvidence& found) {
  // Without a kind an item belongs nowhere, but who cannot read what it is cannot say that it is not there.
  clear(scheme.evidence.size(), dossier.unplaced_evidence.empty() ? Truth::no : Truth::unknown, found);
  for (std::size_t i = 0; i < dossier.evidence.size(); ++i) {
    const EvidenceRecord& record = dossier.evidence[i];
    if (record.kind.empty()) continue;
    const auto take = [&](std::uint32_t evidence) {
      const bool is_good = why_not(scheme.evidence[model::EvidenceId{evidence}], record, date).empty();
      found.items[evidence].push_back({static_cast<std::uint32_t>(i), is_good});
      Truth& provided = found.provided[evidence];
      provided = is_good || provided == Truth::yes ? Truth::yes : Truth::unknown;
    };
    const auto of_kind = asked.of_kind.find(record.kind);
    if (of_kind == asked.of_kind.end()) found.of_unknown_kind.push_back(i);
    if (record.supports) {
      for (const std::uint32_t evidence : supported_by(record, i, asked, found)) take(evidence);
    } else if (of_kind != asked.of_kind.end()) {
      for (const std::uint32_t evidence : of_kind->second) take(evidence);
    }
  }
}

}  // namespace assay::evaluate
