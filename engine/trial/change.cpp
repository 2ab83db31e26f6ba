// Changes to a dossier by JSON Pointer (RFC 6901): an existing place gets another value, an absent member of an object
// is added, and `-` adds behind the last element of a list.
#include "trial/change.hpp"

#include "base/json_text.hpp"
#include "dossier/json_reader.hpp"

#include <charconv>
#include <utility>
#include <vector>

namespace assay::trial {

namespace {

using dossier::Json;
using dossier::JsonIndex;

std::string as_json_text(std::string_view text) {
  std::string json;
  append_json_text(json, text, ControlCharacters::by_number);
  return json;
}

/// Behind the value.
std::size_t end_of(const Json& json, JsonIndex value) {
  if (!json.is_object(value) && !json.is_array(value)) {
    return json.offset(value) + json.raw(value).size() + (json.is_text(value) ? 2 : 0);
  }
  JsonIndex last = value;
  for (JsonIndex child = value + 1; child < json.after(value); child = json.after(child)) last = child;
  const std::size_t end = last == value ? json.offset(value) + 1 : end_of(json, last);
  const char closing = json.is_object(value) ? '}' : ']';
  return json.whole_text().find(closing, end) + 1;
}

class Changer {
 public:
  Changer(const model::Change& change, std::string_view value, Origin from, Composition& dossier, const Json& json)
      : change_(change), value_(value), from_(from), dossier_(dossier), json_(json) {}

  std::optional<std::string> apply() {
    JsonIndex at = 0;
    if (change_.steps.empty()) return put(at);
    for (std::size_t step = 0; step + 1 < change_.steps.size(); ++step) {
      const auto next = child(at, change_.steps[step]);
      if (!next) return failure_;
      at = *next;
    }
    return at_parent(at, change_.steps.back());
  }

 private:
  std::nullopt_t fail(std::string words) {
    failure_ = std::move(words);
    return std::nullopt;
  }

  std::optional<JsonIndex> child(JsonIndex parent, const std::string& step) {
    if (json_.is_object(parent)) {
      const auto found = member(parent, step);
      if (!found && failure_.empty()) return fail("there is no '" + step + "'");
      return found ? std::optional(*found + 1) : std::nullopt;
    }
    if (json_.is_array(parent)) return element(parent, step);
    return fail("'" + step + "' is asked of " + std::string(words(json_.kind(parent))));
  }

  /// The key of the member.
  std::optional<JsonIndex> member(JsonIndex object, const std::string& name) {
    std::optional<JsonIndex> found;
    for (JsonIndex key = object + 1; key < json_.after(object); key = json_.after(key + 1)) {
      if (!json_.is_word(key, name)) continue;
      if (found) return fail("the key '" + name + "' stands twice");
      found = key;
    }
    return found;
  }

  std::optional<JsonIndex> element(JsonIndex list, const std::string& step) {
    const std::uint32_t count = json_.element_count(list);
    std::uint32_t position = 0;
    const auto [stopped, error] = std::from_chars(step.data(), step.data() + step.size(), position);
    const bool is_number = error == std::errc{} && stopped == step.data() + step.size();
    if (!is_number || (step.size() > 1 && step[0] == '0')) return fail("'" + step + "' is no position in a list");
    if (position >= count)
      return fail("the list has " + std::to_string(count) + (count == 1 ? " element" : " elements"));
    JsonIndex at = list + 1;
    for (; position > 0; --position) at = json_.after(at);
    return at;
  }

  std::optional<std::string> at_parent(JsonIndex parent, const std::string& step) {
    const bool is_object = json_.is_object(parent);
    const bool adds =
        change_.value && ((is_object && !member(parent, step)) || (json_.is_array(parent) && step == "-"));
    if (!failure_.empty()) return failure_;
    if (adds) return add(parent, step);
    const auto at = child(parent, step);
    if (!at) return failure_;
    return change_.value ? put(*at) : take_out(parent, *at);
  }

  std::optional<std::string> put(JsonIndex at) {
    dossier_.replace(json_.offset(at), end_of(json_, at), value_, from_);
    return std::nullopt;
  }

  std::optional<std::string> add(JsonIndex parent, const std::string& key) {
    const bool is_empty = json_.after(parent) == parent + 1;
    std::string before = is_empty ? "" : ", ";
    if (json_.is_object(parent)) before += as_json_text(key) + ": ";
    const std::size_t closing = end_of(json_, parent) - 1;
    dossier_.replace(closing, closing, value_, from_);
    if (!before.empty()) dossier_.replace(closing, closing, before, from_, false);
    return std::nullopt;
  }

  /// With its key, and with one of the commas around it.
  std::optional<std::string> take_out(JsonIndex parent, JsonIndex at) {
    const JsonIndex first = json_.is_object(parent) ? at - 1 : at;
    const JsonIndex next = json_.after(at);
    std::size_t begin = json_.offset(first);
    std::size_t end = end_of(json_, at);
    if (next < json_.after(parent)) {
      end = json_.offset(next);
    } else if (first > parent + 1) {
      begin = json_.whole_text().rfind(',', begin);
    }
    dossier_.replace(begin, end, "", from_);
    return std::nullopt;
  }

  const model::Change& change_;
  std::string_view value_;
  Origin from_;
  Composition& dossier_;
  const Json& json_;
  std::string failure_;
};

}  // namespace

std::optional<std::string> apply(const model::Change& change, std::string_view value, Origin from,
                                 Composition& dossier) {
  std::vector<dossier::JsonValue> values;
  if (dossier::read_json(dossier.text(), values)) return std::nullopt;
  const std::string text = dossier.text();
  return Changer(change, value, from, dossier, Json(text, values)).apply();
}

}  // namespace assay::trial
