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

inline bool take_plain_number(const Json& json, JsonIndex at, bool is_whole, Value& value) {
  if (json.kind(at) != JsonKind::number) return false;
  const auto number = Decimal::parse(json.raw(at));
  return (!is_whole || !number || number->is_integer()) && take_plain(number, value);
}

[[gnu::always_inline]] inline bool take_plain_value(const PlainValue& expected, const Vocabulary& vocabulary,
                                                    const Json& json, JsonIndex at, Value& value) {
  using Kind = PlainValue::Kind;
  const JsonKind found = json.kind(at);
  switch (expected.kind) {
    case Kind::text:
      if (found != JsonKind::text) return false;
      value = json.plain(at);
      return true;
    case Kind::number: return take_plain_number(json, at, false, value);
    case Kind::integer: return take_plain_number(json, at, true, value);
    case Kind::boolean:
      if (found != JsonKind::true_value && found != JsonKind::false_value) return false;
      value = found == JsonKind::true_value;
      return true;
    case Kind::enumeration: {
      if (found != JsonKind::text) return false;
      const auto position = vocabulary.members[expected.enumeration].find(json.plain(at));
      if (position) value = Member{*position};
      return position.has_value();
    }
    case Kind::date: return found == JsonKind::text && take_plain(parse_date(json.plain(at)), value);
    case Kind::datetime: return found == JsonKind::text && take_plain(parse_datetime(json.plain(at)), value);
    case Kind::none: break;
  }
  return false;
}

/// Reads a scalar that is in order, without escapes, into its slot. False for every other one, which take_scalar
/// (scalar.hpp) reads or refuses: the two never say different things of a value.
[[gnu::always_inline]] inline bool take_plain(const PlainValue& expected, const Vocabulary& vocabulary,
                                              const Json& json, JsonIndex at, Slot& slot) {
  if (!take_plain_value(expected, vocabulary, json, at, slot.value)) return false;
  slot.offset = json.offset(at);
  slot.state = State::known;
  slot.bytes = json.few_bytes(at);
  return true;
}

}  // namespace assay::dossier
