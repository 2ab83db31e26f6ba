#pragma once

#include "base/table.hpp"
#include "quantity/calendar.hpp"
#include "quantity/decimal.hpp"
#include "source/file.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

// Types of a checked scheme. Types are interned: equal types have equal ids.
namespace assay::model {

using TypeId = Index<struct TypeTag>;
using UnitId = Index<struct UnitTag>;
using EnumId = Index<struct EnumTag>;
using RecordId = Index<struct RecordTag>;

enum class Kind : std::uint8_t {
  erroneous,  ///< of an expression with an error; agrees with everything, never leaves the checker
  boolean,
  integer,
  number,
  text,
  date,
  datetime,
  duration,
  enumeration,
  list,
  set,
  record
};

struct Type {
  Kind kind = Kind::erroneous;
  UnitId unit{};         ///< of integer and number
  EnumId enumeration{};  ///< of enumeration and set
  RecordId record{};     ///< of record
  TypeId element{};      ///< of list, and of set (the enumeration)
  friend bool operator==(const Type&, const Type&) = default;
};

/// `plain_unit` is no unit at all; `percent_unit`, %, is built in.
inline constexpr UnitId plain_unit{0};
inline constexpr UnitId percent_unit{1};

struct Unit {
  std::string name;
  UnitId base;     ///< itself for a base unit
  Decimal factor;  ///< how many of the base unit
  source::Span span;
};

struct EnumMember {
  std::string name;
  std::string written;  ///< the text in the JSON; the name if the scheme gives none
  std::optional<Decimal> score;
};
struct Enumeration {
  std::string name;
  std::vector<EnumMember> members;
  bool is_scored = false;
  source::Span span;
};

struct Field {
  std::string name;
  std::string key;  ///< of the JSON member
  TypeId type;
  bool optional = false;
  std::string description;
  std::vector<DateForm> forms;          ///< `written`; empty means ISO 8601
  std::vector<std::string> form_texts;  ///< as the scheme writes them
  std::uint32_t slot = 0;               ///< offset from the record's first slot
  source::Span span;
};

/// The record types that the language brings along.
enum class BuiltIn : std::uint8_t { none, measurement, proportion, sampling_plan };

/// Where the fields of a measurement and of a proportion lie, behind the record's own slot.
enum MeasurementSlot : std::uint32_t {
  slot_value = 1,
  slot_expanded_uncertainty,
  slot_coverage_factor,
  slot_lower,
  slot_upper,
  slot_level
};
enum ProportionSlot : std::uint32_t { slot_successes = 1, slot_trials };

/// A record type and how its instances lie in slots: the first slot is the record itself, then follow its fields in
/// order. A field of record type is laid out in place; every other field has one slot. A list's elements lie elsewhere,
/// `slots_of(element type)` apart.
struct Record {
  std::string name;
  std::vector<Field> fields;
  std::uint32_t slots = 1;
  source::Span span;
  BuiltIn built_in = BuiltIn::none;
  UnitId unit{};  ///< of a measurement's value; % of a proportion
};

struct TypeHash {
  std::size_t operator()(const Type& type) const;
};

struct Types {
  Types() { intern({}); }

  Table<TypeId, Type> all;  ///< row 0 is `erroneous`; only `intern` adds to it
  Table<UnitId, Unit> units;
  Table<EnumId, Enumeration> enumerations;
  Table<RecordId, Record> records;

  /// The id of the type, which is new if no equal one was interned. Constant time.
  TypeId intern(const Type& type);
  /// The record type that the language brings along; `unit` is that of a measurement.
  TypeId built_in(BuiltIn which, UnitId unit = plain_unit);
  const Type& operator[](TypeId id) const { return all[id]; }
  /// Slots that one value of the type takes.
  std::uint32_t slots_of(TypeId id) const;
  /// "list of Dataset", "number in %": as a scheme writes it.
  std::string words(TypeId id) const;

 private:
  std::string innermost_words(const Type& type) const;

  std::unordered_map<Type, TypeId, TypeHash> ids_;
  std::map<std::pair<BuiltIn, UnitId>, RecordId> built_in_;
};

}  // namespace assay::model
