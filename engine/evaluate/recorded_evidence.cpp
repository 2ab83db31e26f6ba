// Which items of evidence belong to what the scheme asks for, and which of them are good.

#include "evaluate/recorded_evidence.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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

/// The scheme's evidence by requirement and by name.
struct Asked {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> of_requirement;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> of_kind;
  std::unordered_set<std::string_view> requirements;
};

Asked asked_by(const model::Scheme& scheme) {
  Asked asked;
  for (const model::Requirement& requirement : scheme.requirements) asked.requirements.insert(requirement.id);
  for (std::uint32_t i = 0; i < scheme.evidence.size(); ++i) {
    const model::Evidence& evidence = scheme.evidence[model::EvidenceId{i}];
    asked.of_requirement[{scheme.requirements[evidence.requirement].id, evidence.name}] = i;
    asked.of_kind[evidence.name].push_back(i);
  }
  return asked;
}

/// What a record belongs to; what it names in vain is noted.
std::vector<std::uint32_t> supported_by(const EvidenceRecord& record, std::size_t position, const Asked& asked,
                                        RecordedEvidence& found) {
  const auto of_kind = asked.of_kind.find(record.kind);
  const bool is_known = of_kind != asked.of_kind.end();
  if (!is_known) found.of_unknown_kind.push_back(position);
  if (!record.supports) return is_known ? of_kind->second : std::vector<std::uint32_t>{};
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
  if (supported.empty() && is_known && !names_unknown) found.without_effect.push_back(position);
  return supported;
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

RecordedEvidence recorded_evidence(const model::Scheme& scheme, const dossier::Dossier& dossier, Date date) {
  RecordedEvidence found;
  found.items.resize(scheme.evidence.size());
  found.provided.assign(scheme.evidence.size(), Truth::no);
  if (dossier.evidence.empty()) return found;
  const Asked asked = asked_by(scheme);
  for (std::size_t i = 0; i < dossier.evidence.size(); ++i) {
    const EvidenceRecord& record = dossier.evidence[i];
    // Without a kind it belongs nowhere; its finding says so.
    if (record.kind.empty()) continue;
    for (const std::uint32_t evidence : supported_by(record, i, asked, found)) {
      const bool is_good = why_not(scheme.evidence[model::EvidenceId{evidence}], record, date).empty();
      found.items[evidence].push_back({static_cast<std::uint32_t>(i), is_good});
      Truth& provided = found.provided[evidence];
      provided = is_good || provided == Truth::yes ? Truth::yes : Truth::unknown;
    }
  }
  return found;
}

}  // namespace assay::evaluate
