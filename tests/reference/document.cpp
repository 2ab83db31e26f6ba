#include "reference/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace assay::reference {

Json Json::of(bool truth) {
  Json json;
  json.kind = Kind::boolean;
  json.truth = truth;
  return json;
}
Json Json::number(std::string digits) {
  Json json;
  json.kind = Kind::number;
  json.text = std::move(digits);
  return json;
}
Json Json::of_text(std::string text) {
  Json json;
  json.kind = Kind::text;
  json.text = std::move(text);
  return json;
}
Json Json::array() {
  Json json;
  json.kind = Kind::array;
  return json;
}
Json Json::object() {
  Json json;
  json.kind = Kind::object;
  return json;
}

const Json* Json::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const JsonMember& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}
Json* Json::find(std::string_view key) {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const JsonMember& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

std::string to_text(const Json& json) {
  switch (json.kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::boolean: return json.truth ? "true" : "false";
    case Json::Kind::number: return json.text;
    case Json::Kind::text: return nlohmann::json(json.text).dump();
    case Json::Kind::array: {
      std::string text;
      for (const Json& element : json.elements) text += (text.empty() ? "" : ", ") + to_text(element);
      return "[" + text + "]";
    }
    case Json::Kind::object: break;
  }
  std::string text;
  for (const auto& [key, value] : json.members)
    text += (text.empty() ? "" : ", ") + nlohmann::json(key).dump() + ": " + to_text(value);
  return "{" + text + "}";
}

}  // namespace assay::reference
