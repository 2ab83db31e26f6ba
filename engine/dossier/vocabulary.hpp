#pragma once

#include "base/table.hpp"
#include "model/type.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// Words by their positions, found by their letters in constant time. Of equal words the first is found.
class WordIndex {
 public:
  explicit WordIndex(std::vector<std::string> words);

  std::optional<std::uint32_t> find(std::string_view word) const;
  const std::vector<std::string>& words() const { return words_; }
  /// The one that was most likely meant.
  std::optional<std::string_view> nearest_to(std::string_view word) const;

 private:
  std::vector<std::string> words_;
  std::vector<std::uint32_t> letters_;  ///< which letters each word has, a bit each
  std::vector<std::uint32_t> places_;   ///< open addressing: a position + 1, or 0
};

/// Of which kind a value is, if it can be read without looking at its declaration; `none` for dates in forms of their
/// own and for whatever is no scalar.
struct PlainValue {
  enum class Kind : std::uint8_t {
    none,
    boolean,
    integer,
    number,
    text,
    date,
    datetime,
    enumeration
  } kind = Kind::none;
  model::EnumId enumeration{};
};
PlainValue plain_value_of(const model::Types& types, model::TypeId type, const model::Field& field);

/// What reading asks of a field again and again, apart from what only messages need.
struct FieldPlan {
  std::string_view key;  ///< views `Vocabulary::keys`
  model::TypeId type;
  PlainValue plain;
  std::uint32_t slot = 0;   ///< offset from the record's first slot
  std::uint32_t slots = 1;  ///< that a value of the type takes
  bool optional = false;
};

/// The keys of a scheme's records and the texts of its enumerations' members. Made once for a scheme; immutable, any
/// number of threads may read dossiers with it.
struct Vocabulary {
  Vocabulary() = default;
  // Plans view the keys beside them.
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  ~Vocabulary() = default;

  Table<model::RecordId, WordIndex> keys;
  Table<model::RecordId, std::vector<FieldPlan>> plans;
  Table<model::EnumId, WordIndex> members;
};
Vocabulary vocabulary_of(const model::Types& types);

}  // namespace assay::dossier
