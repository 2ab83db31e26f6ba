#pragma once

#include "dossier/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// Why a text is no JSON that can be read.
struct JsonFailure {
  enum class Kind : std::uint8_t { syntax, empty, too_deep, too_large } kind = Kind::syntax;
  std::string words;  ///< of `syntax`: "a comma is followed by '}'"
  std::uint32_t offset = 0;
};

/// Holds `text` to RFC 8259, strictly, and notes where its values stand; `values` is emptied first. Everything in the
/// text is checked: numbers, escapes, surrogates, UTF-8. A byte-order mark is skipped. Linear, without recursion. It
/// alone has words for what is wrong; what is in order indexed_reader.hpp reads faster.
/// `text` has at most limits::dossier_bytes.
std::optional<JsonFailure> read_json(std::string_view text, std::vector<JsonValue>& values);

}  // namespace assay::dossier
