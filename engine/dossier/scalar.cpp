// Single values: first whether they are of their type, and only where they are not, why.
#include "dossier/scalar.hpp"

#include "dossier/findings.hpp"

#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;
using model::Kind;

template <typename T>
bool take(const std::optional<T>& read, Value& scalar) {
  if (read) scalar = *read;
  return read.has_value();
}

bool take_boolean(JsonKind kind, Value& scalar) {
  if (kind != JsonKind::true_value && kind != JsonKind::false_value) return false;
  scalar = kind == JsonKind::true_value;
  return true;
}

bool take_number(const Json& json, JsonIndex value, bool is_whole, Value& scalar) {
  if (json.kind(value) != JsonKind::number) return false;
  const auto number = Decimal::parse(json.raw(value));
  if (is_whole && number && !number->is_integer()) return false;
  return take(number, scalar);
}

std::optional<Date> date_of(const std::vector<DateForm>& forms, std::string_view text) {
  if (forms.empty()) return parse_date(text);
  for (const DateForm& form : forms) {
    if (const auto date = form.read_date(text)) return date;
  }
  return std::nullopt;
}

std::optional<DateTime> datetime_of(const std::vector<DateForm>& forms, std::string_view text) {
  if (forms.empty()) return parse_datetime(text);
  for (const DateForm& form : forms) {
    if (const auto instant = form.read_datetime(text)) return instant;
  }
  return std::nullopt;
}

/// What a text means by its type; the types that stand as other JSON are none of these.
bool take_meaning(const Expected& expected, const model::Type& type, std::string_view text, Value& scalar) {
  switch (type.kind) {
    case Kind::date: return take(date_of(expected.field.forms, text), scalar);
    case Kind::datetime: return take(datetime_of(expected.field.forms, text), scalar);
    case Kind::duration: return take(parse_duration(text), scalar);
    case Kind::enumeration: {
      const auto position = expected.vocabulary.members[type.enumeration].find(text);
      if (position) scalar = Member{*position};
      return position.has_value();
    }
    default: return false;
  }
}

/// What a value of the type is called in a message about one that is none.
std::string expected_words(const Expected& expected) {
  const model::Type& type = expected.types[expected.type];
  switch (type.kind) {
    case Kind::boolean: return "true or false";
    case Kind::integer: return "a whole number";
    case Kind::number: return "a number";
    case Kind::text: return "a text";
    case Kind::date: return "a date as a text";
    case Kind::datetime: return "a date and time as a text";
    case Kind::duration: return "a duration as a text";
    case Kind::enumeration: return "one of " + expected.types.enumerations[type.enumeration].name;
    case Kind::list:
    case Kind::set: return "a list";
    case Kind::record: return "an object";
    case Kind::erroneous: return "nothing";
  }
  return "";
}

bool is_number_in_quotes(const Json& json, JsonIndex value) {
  return json.kind(value) == JsonKind::text && Decimal::parse(json.raw(value)).has_value();
}

std::string repair_of_type(Kind kind, const Json& json, JsonIndex value) {
  if ((kind == Kind::number || kind == Kind::integer) && is_number_in_quotes(json, value)) {
    return "write " + clipped(json.raw(value)) + " without quotes";
  }
  if (kind == Kind::boolean && json.is_text(value) && (json.is_word(value, "true") || json.is_word(value, "false"))) {
    return "write " + std::string(json.raw(value)) + " without quotes";
  }
  if (kind == Kind::text && !json.is_text(value) && !json.is_object(value) && !json.is_array(value)) {
    return "write \"" + clipped(json.raw(value)) + "\" in quotes";
  }
  return "";
}

Mistake wrong_type(const Expected& expected, const Json& json, JsonIndex value) {
  const Kind kind = expected.types[expected.type].kind;
  return {Code::wrong_type,
          {expected_words(expected), std::string(words(json.kind(value)))},
          repair_of_type(kind, json, value)};
}

Mistake wrong_number(const Expected& expected, const Json& json, JsonIndex value) {
  const std::string digits = clipped(json.raw(value));
  if (!Decimal::parse(json.raw(value))) return {Code::invalid_number, {digits}, ""};
  return {Code::wrong_type, {expected_words(expected), digits}, ""};
}

std::string date_help(const model::Field& field, std::string_view standard) {
  if (field.form_texts.empty()) return "write it as " + std::string(standard);
  std::string help = "it is written ";
  for (std::size_t position = 0; position < field.form_texts.size(); ++position) {
    if (position > 0) help += " or ";
    help += field.form_texts[position];
  }
  return help;
}

std::string members_help(const WordIndex& members, std::string_view text) {
  constexpr std::size_t most = 12;
  std::string help;
  if (const auto nearest = members.nearest_to(text)) help = "did you mean \"" + std::string(*nearest) + "\"? ";
  help += "one of ";
  for (std::size_t position = 0; position < members.words().size(); ++position) {
    if (position == most) return help + ", …";
    help += (position > 0 ? ", \"" : "\"") + members.words()[position] + "\"";
  }
  return help;
}

Mistake unlisted_member(const Expected& expected, const Json& json, JsonIndex value) {
  const model::EnumId enumeration = expected.types[expected.type].enumeration;
  return {Code::unlisted_member,
          {clipped(json.raw(value)), expected.types.enumerations[enumeration].name},
          members_help(expected.vocabulary.members[enumeration], json.decoded(value))};
}

Mistake wrong_text(const Expected& expected, const Json& json, JsonIndex value) {
  const std::string text = clipped(json.raw(value));
  switch (expected.types[expected.type].kind) {
    case Kind::enumeration: return unlisted_member(expected, json, value);
    case Kind::date: return {Code::invalid_date, {text}, date_help(expected.field, "YYYY-MM-DD")};
    case Kind::datetime: return {Code::invalid_date, {text}, date_help(expected.field, "YYYY-MM-DDThh:mm:ssZ")};
    case Kind::duration: return {Code::wrong_type, {"a duration", "'" + text + "'"}, "write it as P12M, P30D or PT72H"};
    default: return wrong_type(expected, json, value);
  }
}

}  // namespace

bool take_scalar(const Expected& expected, const Json& json, JsonIndex value, std::deque<std::string>& decoded,
                 Value& scalar) {
  const model::Type& type = expected.types[expected.type];
  if (type.kind == Kind::boolean) return take_boolean(json.kind(value), scalar);
  const bool is_whole = type.kind == Kind::integer;
  if (is_whole || type.kind == Kind::number) return take_number(json, value, is_whole, scalar);
  if (!json.is_text(value)) return false;
  if (!json.is_escaped(value)) {
    if (type.kind != Kind::text) return take_meaning(expected, type, json.plain(value), scalar);
    scalar = json.plain(value);
    return true;
  }
  if (type.kind != Kind::text) return take_meaning(expected, type, json.decoded(value), scalar);
  decoded.push_back(json.decoded(value));
  scalar = std::string_view(decoded.back());
  return true;
}

Mistake mistake_in(const Expected& expected, const Json& json, JsonIndex value) {
  const Kind kind = expected.types[expected.type].kind;
  const bool is_numeric = kind == Kind::number || kind == Kind::integer;
  if (is_numeric && json.kind(value) == JsonKind::number) return wrong_number(expected, json, value);
  if (json.is_text(value)) return wrong_text(expected, json, value);
  return wrong_type(expected, json, value);
}

}  // namespace assay::dossier
