#pragma once

#include "quantity/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// What came of comparing a file with the SHA-256 that the dossier gives.
enum class Digest : std::uint8_t { not_checked, match, differs, unreadable };

/// "not_checked", "match", …
std::string_view word(Digest digest);

/// An item of the dossier's `evidence`. One with a `mistake` never counts, but it is there.
struct EvidenceRecord {
  std::string id;
  std::string kind;
  std::string title;
  std::optional<Date> issued;
  std::optional<Date> expires;  ///< the last valid day
  std::string issuer;
  std::string accreditation;
  std::string uri;
  std::string sha256;  ///< in lower case
  /// Requirements; nothing: all that ask for its kind.
  std::optional<std::vector<std::string>> supports;
  std::vector<std::string> covers;
  std::string status = "valid";
  std::string mistake;
  Digest digest = Digest::not_checked;
  std::string unreadable_because;
  std::size_t position = 0;  ///< in the dossier's list
  std::string pointer;
  std::uint32_t offset = 0;
  std::uint32_t supports_offset = 0;
  std::uint32_t uri_offset = 0;
  std::uint32_t sha256_offset = 0;
};

/// What may be evidence of any kind, for of what kind it is cannot be read: an item, or the whole list.
struct UnplacedEvidence {
  std::string name;  ///< "evidence E1", "evidence"
  std::string mistake;
  std::string pointer;
  std::uint32_t offset = 0;
};

/// "E1", or its position where it has no id.
std::string name_of(const EvidenceRecord& record);

}  // namespace assay::dossier
