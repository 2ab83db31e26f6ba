// Objects whose members the dossier's format fixes: few of them, so each member is looked for by a walk.
#include "dossier/entry.hpp"

#include "base/nearest.hpp"
#include "dossier/escape.hpp"

#include <algorithm>
#include <utility>

namespace assay::dossier {

Entry::Entry(const Json& json, JsonIndex object, std::string owner)
    : json_(json), object_(object), owner_(std::move(owner)) {}

std::optional<JsonIndex> Entry::member(std::string_view key) {
  Asked asked{key, 0};
  for (JsonIndex at = object_ + 1; at < json_.after(object_); at = json_.after(at + 1)) {
    if (!json_.is_word(at, key)) continue;
    if (asked.value != 0) reject(owner_ + " " + std::string(key) + " stands twice", json_.offset(at));
    asked.value = at + 1;
  }
  asked_.push_back(asked);
  if (asked.value == 0 || json_.is_null(asked.value) || !mistake_.empty()) return std::nullopt;
  return asked.value;
}

void Entry::reject(std::string words, std::uint32_t offset) {
  if (!mistake_.empty()) return;
  mistake_ = std::move(words);
  mistake_offset_ = offset;
}

void Entry::take_mistake_of(const Entry& member) {
  if (!member.mistake_.empty()) reject(member.mistake_, member.mistake_offset_);
}

std::string Entry::text_at(JsonIndex value, std::string_view key) {
  if (json_.is_text(value)) return json_.decoded(value);
  reject(owner_ + " " + std::string(key) + " is " + std::string(words(json_.kind(value))) + ", expected a text",
         json_.offset(value));
  return {};
}

std::string Entry::optional_text(std::string_view key) {
  const auto value = member(key);
  std::string text = value ? text_at(*value, key) : std::string();
  return is_blank(text) ? std::string() : text;
}

std::string Entry::required_text(std::string_view key) {
  const auto value = member(key);
  if (!value) {
    reject(owner_ + " " + std::string(key) + " is missing", offset());
    return {};
  }
  std::string text = text_at(*value, key);
  if (is_blank(text)) reject(owner_ + " " + std::string(key) + " is empty", json_.offset(*value));
  return text;
}

std::optional<Date> Entry::optional_date(std::string_view key) {
  const auto value = member(key);
  if (!value) return std::nullopt;
  const std::string text = text_at(*value, key);
  const auto date = parse_date(text);
  if (!date) reject(owner_ + " " + std::string(key) + ", '" + clipped(text) + "', is not a date", json_.offset(*value));
  return date;
}

std::optional<Date> Entry::required_date(std::string_view key) {
  const auto date = optional_date(key);
  if (!date) reject(owner_ + " " + std::string(key) + " is missing", offset());
  return date;
}

std::vector<std::string> Entry::optional_texts(std::string_view key) {
  const auto list = member(key);
  std::vector<std::string> texts;
  if (!list) return texts;
  if (!json_.is_array(*list)) {
    reject(owner_ + " " + std::string(key) + " is " + std::string(words(json_.kind(*list))) + ", expected a list",
           json_.offset(*list));
    return texts;
  }
  for (JsonIndex text = *list + 1; text < json_.after(*list); text = json_.after(text)) {
    texts.push_back(text_at(text, key));
  }
  return texts;
}

std::vector<std::string> Entry::required_texts(std::string_view key) {
  std::vector<std::string> texts = optional_texts(key);
  const auto list = member(key);
  if (!list) {
    reject(owner_ + " " + std::string(key) + " is missing", offset());
  } else if (texts.empty() || std::any_of(texts.begin(), texts.end(), is_blank)) {
    reject(owner_ + " " + std::string(key) + " is empty", json_.offset(*list));
  }
  return texts;
}

std::optional<Entry> Entry::required_object(std::string_view key) {
  const auto value = member(key);
  if (!value) {
    reject(owner_ + " " + std::string(key) + " is missing", offset());
    return std::nullopt;
  }
  return object_at(*value, key);
}

std::optional<Entry> Entry::optional_object(std::string_view key) {
  const auto value = member(key);
  return value ? object_at(*value, key) : std::nullopt;
}

std::optional<Entry> Entry::object_at(JsonIndex value, std::string_view key) {
  if (json_.is_object(value)) return Entry(json_, value, owner_ + " " + std::string(key) + "'s");
  reject(owner_ + " " + std::string(key) + " is " + std::string(words(json_.kind(value))) + ", expected an object",
         json_.offset(value));
  return std::nullopt;
}

std::optional<JsonIndex> Entry::required_list(std::string_view key) {
  const auto value = member(key);
  if (!value) {
    reject(owner_ + " " + std::string(key) + " is missing", offset());
    return std::nullopt;
  }
  if (json_.is_array(*value)) return value;
  reject(owner_ + " " + std::string(key) + " is " + std::string(words(json_.kind(*value))) + ", expected a list",
         json_.offset(*value));
  return std::nullopt;
}

bool Entry::has(std::string_view key) const {
  return std::any_of(asked_.begin(), asked_.end(), [&](const Asked& asked) {
    return asked.key == key && asked.value != 0 && !json_.is_null(asked.value);
  });
}

std::uint32_t Entry::offset_of(std::string_view key) const {
  for (const Asked& asked : asked_) {
    if (asked.key == key && asked.value != 0) return json_.offset(asked.value);
  }
  return offset();
}

void Entry::report_undeclared(std::string_view pointer, std::string_view kind, Findings& findings) const {
  std::vector<std::string_view> keys;
  for (const Asked& asked : asked_) keys.push_back(asked.key);
  for (JsonIndex at = object_ + 1; at < json_.after(object_); at = json_.after(at + 1)) {
    const auto is_it = [&](std::string_view key) { return json_.is_word(at, key); };
    if (std::any_of(keys.begin(), keys.end(), is_it) || !findings.take_another()) continue;
    const std::string word = json_.decoded(at);
    std::string below(pointer);
    append_token(below, word);
    findings.add({diagnostics::Code::undeclared_key,
                  {clipped(json_.raw(at)), std::string(kind)},
                  std::move(below),
                  json_.offset(at),
                  suggestion(nearest(word, keys))});
  }
}

}  // namespace assay::dossier
