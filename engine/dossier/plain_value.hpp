#pragma once

#include "dossier/facts.hpp"
#include "dossier/json.hpp"
#include "dossier/vocabulary.hpp"

// Internal to the stage: nearly every value of a dossier, read on the spot. Header only, so that the walk over the
// subject needs no call for each.
namespace assay::dossier {

template <typename T>
bool take_plain(const std::optional<T>& read, Value& value) {
  if (read) value = *read;
  return read.has_value();
}

/// Reads a scalar that is in order, without escapes, into its slot. False for every other one, which take_scalar
/// (scalar.hpp) reads or refuses: the two never say different things of a value.
inline bool take_plain(const PlainValue& expected, const Vocabulary& vocabulary, const Json& json, JsonIndex at,
                       Slot& slot) {
  using Kind = PlainValue::Kind;
  const JsonKind found = json.kind(at);
  if (found == JsonKind::text) {
    switch (expected.kind) {
      case Kind::text: slot.value = json.plain(at); break;
      case Kind::enumeration: {
        const auto position = vocabulary.members[expected.enumeration].find(json.plain(at));
        if (!position) return false;
        slot.value = Member{*position};
        break;
      }
      case Kind::date:
        if (!take_plain(parse_date(json.plain(at)), slot.value)) return false;
        break;
      case Kind::datetime:
        if (!take_plain(parse_datetime(json.plain(at)), slot.value)) return false;
        break;
      default: return false;
    }
  } else if (found == JsonKind::number) {
    if (expected.kind != Kind::number && expected.kind != Kind::integer) return false;
    const auto number = Decimal::parse(json.raw(at));
    if (!number || (expected.kind == Kind::integer && !number->is_integer())) return false;
    slot.value = *number;
  } else if (found == JsonKind::true_value || found == JsonKind::false_value) {
    if (expected.kind != Kind::boolean) return false;
    slot.value = found == JsonKind::true_value;
  } else {
    return false;
  }
  slot.offset = json.offset(at);
  slot.state = State::known;
  return true;
}

}  // namespace assay::dossier
