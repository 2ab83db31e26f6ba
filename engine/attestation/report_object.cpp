#include "attestation/report_object.hpp"

#include "dossier/escape.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace assay::attestation {

using dossier::JsonIndex;
using dossier::JsonKind;

void Reading::fail(std::string words, std::string pointer, std::uint32_t offset) {
  if (!mistake) mistake = Mistake{std::move(words), {std::move(pointer), offset}};
}

ReportObject::ReportObject(Reading& reading, std::optional<JsonIndex> value, std::string pointer)
    : reading_(&reading), value_(value), pointer_(std::move(pointer)) {
  if (!value_) return;
  if (reading.json.is_object(*value_)) {
    index(*value_);
    return;
  }
  reading.fail("expected an object, found " + std::string(words(reading.json.kind(*value_))), pointer_,
               reading.json.offset(*value_));
  value_.reset();
}

// A key that stands twice could say one thing to a person and another to a program.
void ReportObject::index(JsonIndex object) {
  const dossier::Json& json = reading_->json;
  const JsonIndex end = json.after(object);
  for (JsonIndex key = object + 1; key < end; key = json.after(key + 1))
    members_.push_back({json.decoded(key), key + 1});
  const auto by_key = [](const Member& left, const Member& right) { return left.key < right.key; };
  std::stable_sort(members_.begin(), members_.end(), by_key);
  const auto same_key = [](const Member& left, const Member& right) { return left.key == right.key; };
  const auto twice = std::adjacent_find(members_.begin(), members_.end(), same_key);
  if (twice != members_.end()) reject(twice->key, "the key stands twice");
}

Place ReportObject::place() const { return {pointer_, value_ ? reading_->json.offset(*value_) : 0}; }

Place ReportObject::place_of(std::string_view key) const {
  const auto value = found(key);
  if (!value) return place();
  std::string pointer = pointer_;
  dossier::append_token(pointer, key);
  return {std::move(pointer), reading_->json.offset(*value)};
}

void ReportObject::reject(std::string_view key, std::string words) {
  Place place = place_of(key);
  reading_->fail(std::move(words), std::move(place.pointer), place.offset);
}

std::optional<JsonIndex> ReportObject::found(std::string_view key) const {
  const auto at = std::lower_bound(members_.begin(), members_.end(), key,
                                   [](const Member& member, std::string_view wanted) { return member.key < wanted; });
  if (at == members_.end() || at->key != key) return std::nullopt;
  return at->value;
}

std::optional<JsonIndex> ReportObject::member(std::string_view key) {
  if (!value_ || reading_->mistake) return std::nullopt;
  const auto value = found(key);
  if (!value) reading_->fail("'" + std::string(key) + "' is missing", pointer_, reading_->json.offset(*value_));
  return value;
}

void ReportObject::expected(std::string_view what, JsonIndex found, std::string_view key) {
  reject(key, "expected " + std::string(what) + ", found " + std::string(words(reading_->json.kind(found))));
}

std::string ReportObject::text_at(std::optional<JsonIndex> value, std::string_view key) {
  if (!value) return {};
  if (reading_->json.is_text(*value)) return reading_->json.decoded(*value);
  expected("a text", *value, key);
  return {};
}

std::string ReportObject::text(std::string_view key) { return text_at(member(key), key); }

std::string ReportObject::text_or_null(std::string_view key) {
  const auto value = member(key);
  return value && reading_->json.is_null(*value) ? std::string() : text_at(value, key);
}

std::vector<std::string> ReportObject::texts(std::string_view key) {
  std::vector<std::string> list;
  const auto value = member(key);
  if (!value) return list;
  if (!reading_->json.is_array(*value)) {
    expected("a list", *value, key);
    return list;
  }
  const JsonIndex end = reading_->json.after(*value);
  for (JsonIndex at = *value + 1; at < end; at = reading_->json.after(at)) list.push_back(text_at(at, key));
  return list;
}

std::string ReportObject::digest(std::string_view key) {
  std::string hex = text(key);
  const bool is_hex = hex.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (hex.size() != 64 || !is_hex) reject(key, "expected a SHA-256, 64 hexadecimal digits");
  return hex;
}

bool ReportObject::boolean(std::string_view key) {
  const auto value = member(key);
  if (!value) return false;
  const JsonKind kind = reading_->json.kind(*value);
  if (kind != JsonKind::true_value && kind != JsonKind::false_value) expected("true or false", *value, key);
  return kind == JsonKind::true_value;
}

std::uint64_t ReportObject::count(std::string_view key) {
  const auto value = member(key);
  if (!value) return 0;
  std::uint64_t number = 0;
  if (reading_->json.kind(*value) != JsonKind::number) {
    expected("a count", *value, key);
    return 0;
  }
  const std::string_view written = reading_->json.raw(*value);
  const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
  if (read.ec != std::errc() || read.ptr != written.data() + written.size())
    reject(key, "expected a count, found " + std::string(written.substr(0, 40)));
  return number;
}

std::optional<Date> ReportObject::date_or_null(std::string_view key) {
  const auto value = member(key);
  if (!value || reading_->json.is_null(*value)) return std::nullopt;
  const std::string written = text_at(value, key);
  const auto date = parse_date(written);
  if (!date) reject(key, "'" + written + "' is not a date");
  return date;
}

Date ReportObject::date(std::string_view key) {
  const auto date = date_or_null(key);
  if (!date) reject(key, "expected a date");
  return date.value_or(Date{});
}

ReportObject ReportObject::object(std::string_view key) {
  const auto value = member(key);
  return {*reading_, value, value ? place_of(key).pointer : pointer_};
}

std::optional<ReportObject> ReportObject::object_or_null(std::string_view key) {
  const auto value = member(key);
  if (!value || reading_->json.is_null(*value)) return std::nullopt;
  return ReportObject(*reading_, value, place_of(key).pointer);
}

void ReportObject::for_each(std::string_view key, const std::function<void(ReportObject)>& visit) {
  const auto value = member(key);
  if (!value) return;
  if (!reading_->json.is_array(*value)) return expected("a list", *value, key);
  const std::string pointer = place_of(key).pointer + "/";
  const JsonIndex end = reading_->json.after(*value);
  std::size_t position = 0;
  for (JsonIndex at = *value + 1; at < end && !reading_->mistake; at = reading_->json.after(at))
    visit(ReportObject(*reading_, at, pointer + std::to_string(position++)));
}

}  // namespace assay::attestation
