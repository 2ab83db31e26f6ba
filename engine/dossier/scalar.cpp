// Single values: first whether they are of their type, and only where they are not, why.
#include "dossier/scalar.hpp"

#include "dossier/findings.hpp"

#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;
using model::Kind;

std::optional<Value> boolean_of(JsonKind kind) {
  if (kind == JsonKind::true_value) return Value(true);
  if (kind == JsonKind::false_value) return Value(false);
  return std::nullopt;
}

std::optional<Decimal> decimal_of(std::string_view digits) {
  const auto value = Decimal::parse(digits);
  if (value && value->is_zero()) return Decimal();
  return value;
}

std::optional<Value> number_of(const Json& json, JsonIndex value, bool is_whole) {
  if (json.kind(value) != JsonKind::number) return std::nullopt;
  const auto number = decimal_of(json.raw(value));
  if (!number || (is_whole && !number->is_integer())) return std::nullopt;
  return Value(*number);
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

template <typename T>
std::optional<Value> as_value(const std::optional<T>& read) {
  return read ? std::optional<Value>(Value(*read)) : std::nullopt;
}

/// What a text means by its type; the types that stand as other JSON are none of these.
std::optional<Value> meaning_of(const Expected& expected, std::string_view text) {
  const model::Type& type = expected.types[expected.type];
  switch (type.kind) {
    case Kind::date: return as_value(date_of(expected.field.forms, text));
    case Kind::datetime: return as_value(datetime_of(expected.field.forms, text));
    case Kind::duration: return as_value(parse_duration(text));
    case Kind::enumeration: {
      const auto position = expected.vocabulary.members[type.enumeration].find(text);
      return position ? std::optional<Value>(Member{*position}) : std::nullopt;
    }
    default: return std::nullopt;
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
  if (!decimal_of(json.raw(value))) return {Code::invalid_number, {digits}, ""};
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

std::optional<Value> scalar_of(const Expected& expected, const Json& json, JsonIndex value,
                               std::deque<std::string>& decoded) {
  const Kind kind = expected.types[expected.type].kind;
  if (kind == Kind::boolean) return boolean_of(json.kind(value));
  if (kind == Kind::number || kind == Kind::integer) return number_of(json, value, kind == Kind::integer);
  if (!json.is_text(value)) return std::nullopt;
  if (kind != Kind::text) {
    return json.is_escaped(value) ? meaning_of(expected, json.decoded(value)) : meaning_of(expected, json.raw(value));
  }
  if (!json.is_escaped(value)) return Value(json.raw(value));
  decoded.push_back(json.decoded(value));
  return Value(std::string_view(decoded.back()));
}

Mistake mistake_in(const Expected& expected, const Json& json, JsonIndex value) {
  const Kind kind = expected.types[expected.type].kind;
  const bool is_numeric = kind == Kind::number || kind == Kind::integer;
  if (is_numeric && json.kind(value) == JsonKind::number) return wrong_number(expected, json, value);
  if (json.is_text(value)) return wrong_text(expected, json, value);
  return wrong_type(expected, json, value);
}

}  // namespace assay::dossier
