#include "dossier/evidence.hpp"

#include "dossier/list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::dossier {
namespace {

/// Only `valid` counts; a word that is not known might mean anything.
constexpr std::array<std::string_view, 6> statuses = {"valid",   "expired",   "suspended",
                                                      "revoked", "withdrawn", "superseded"};

constexpr std::size_t sha256_digits = 64;

std::string read_sha256(Entry& entry) {
  std::string digits = entry.optional_text("sha256");
  for (char& digit : digits) {
    if (digit >= 'A' && digit <= 'F') digit = static_cast<char>(digit - 'A' + 'a');
  }
  const bool is_hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (entry.has("sha256") && (digits.size() != sha256_digits || !is_hex))
    entry.reject("its sha256 is not 64 hexadecimal digits", entry.offset_of("sha256"));
  return digits;
}

/// An empty path is the folder itself, which is the file of no item.
std::string read_uri(Entry& entry) {
  std::string uri = entry.optional_text("uri");
  if (entry.has("uri") && uri.empty()) entry.reject("its uri is empty", entry.offset_of("uri"));
  return uri;
}

std::string read_status(Entry& entry) {
  std::string status = entry.optional_text("status");
  if (!entry.has("status")) return "valid";
  if (entry.mistake().empty() && std::find(statuses.begin(), statuses.end(), status) == statuses.end())
    entry.reject("its status, '" + clipped(status) + "', is no status of evidence", entry.offset_of("status"));
  return status;
}

void read_issuer(Entry& entry, const std::string& pointer, EvidenceRecord& record, Findings& findings) {
  auto issuer = entry.optional_object("issuer");
  if (!issuer) return;
  record.issuer = issuer->optional_text("name");
  record.accreditation = issuer->optional_text("accreditation");
  entry.take_mistake_of(*issuer);
  issuer->report_undeclared(pointer + "/issuer", "an item's issuer", findings);
}

/// What tells where the item belongs comes first, so that a mistake in the rest does not hide it.
EvidenceRecord read_record(Entry& entry, std::string pointer, Findings& findings) {
  EvidenceRecord record;
  record.kind = entry.required_text("kind");
  record.id = entry.optional_text("id");
  const bool is_kind_read = entry.mistake().empty();
  auto supports = entry.optional_texts("supports");
  // Which requirements it supports must be read as a whole: else it may belong to each that asks for its kind.
  const bool are_supports_read = !is_kind_read || entry.mistake().empty();
  if (entry.has("supports") && are_supports_read) record.supports = std::move(supports);
  record.title = entry.optional_text("title");
  record.issued = entry.optional_date("issued");
  record.expires = entry.optional_date("expires");
  if (record.issued && record.expires && *record.expires < *record.issued)
    entry.reject("it expires before it was issued", entry.offset_of("expires"));
  read_issuer(entry, pointer, record, findings);
  record.uri = read_uri(entry);
  record.sha256 = read_sha256(entry);
  record.covers = entry.optional_texts("covers");
  record.status = read_status(entry);
  record.offset = entry.offset();
  record.supports_offset = entry.offset_of("supports");
  record.uri_offset = entry.offset_of("uri");
  record.sha256_offset = entry.offset_of("sha256");
  entry.report_undeclared(pointer, "an item of evidence", findings);
  record.mistake = entry.mistake();
  record.pointer = std::move(pointer);
  return record;
}

}  // namespace

std::string_view word(Digest digest) {
  switch (digest) {
    case Digest::not_checked: return "not_checked";
    case Digest::match: return "match";
    case Digest::differs: return "differs";
    case Digest::unreadable: return "unreadable";
  }
  return "";
}

std::string name_of(const EvidenceRecord& record) {
  if (!record.id.empty()) return clipped(record.id);
  return std::to_string(record.position + 1);
}

std::vector<EvidenceRecord> read_evidence(const Json& json, JsonIndex list, Findings& findings) {
  return read_records(json, list, "evidence", "evidence", "items of evidence", findings, read_record);
}

std::vector<UnplacedEvidence> find_unplaced_evidence(const Json& json, JsonIndex list,
                                                     const std::vector<EvidenceRecord>& read) {
  std::vector<UnplacedEvidence> unplaced;
  auto record = read.begin();
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position) {
    if (!json.is_object(value)) {
      unplaced.push_back({entry_name("evidence", {}, position), not_an_object(json, value),
                          "/evidence/" + std::to_string(position), json.offset(value)});
    } else if (const EvidenceRecord& item = *record++; is_blank(item.kind)) {
      unplaced.push_back({entry_name("evidence", item.id, position), item.mistake, item.pointer, item.offset});
    }
  }
  return unplaced;
}

}  // namespace assay::dossier
