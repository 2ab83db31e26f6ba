// nlohmann's reader tells what it meets; all of it is kept.
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
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}
Json* Json::find(std::string_view key) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

namespace {

class Keeper : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return keep({}); }
  bool boolean(bool truth) override { return keep(Json::of(truth)); }
  bool number_integer(number_integer_t number) override { return keep(Json::number(std::to_string(number))); }
  bool number_unsigned(number_unsigned_t number) override { return keep(Json::number(std::to_string(number))); }
  bool number_float(number_float_t, const string_t& digits) override { return keep(Json::number(digits)); }
  bool string(string_t& text) override { return keep(Json::of_text(text)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool key(string_t& key) override {
    keys_.push_back(key);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

  Json whole;

 private:
  bool open(Json json) {
    open_.push_back(std::move(json));
    return true;
  }
  bool close() {
    Json closed = std::move(open_.back());
    open_.pop_back();
    return keep(std::move(closed));
  }
  bool keep(Json json) {
    if (open_.empty()) {
      whole = std::move(json);
    } else if (open_.back().kind == Json::Kind::array) {
      open_.back().elements.push_back(std::move(json));
    } else {
      open_.back().members.emplace_back(keys_.back(), std::move(json));
      keys_.pop_back();
    }
    return true;
  }

  std::vector<Json> open_;
  std::vector<std::string> keys_;
};

}  // namespace

std::optional<Json> parse(std::string_view text) {
  Keeper keeper;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &keeper)) return std::nullopt;
  return std::move(keeper.whole);
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
