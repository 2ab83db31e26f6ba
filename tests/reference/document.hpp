#pragma once

#include <string>
#include <string_view>
#include <vector>

// JSON as it stands in a text: members in their order, repeated keys too, numbers with their digits.
namespace assay::reference {

struct JsonMember;

struct Json {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  bool truth = false;
  std::string text;  ///< of a text; the digits of a number
  std::vector<JsonMember> members;
  std::vector<Json> elements;

  static Json of(bool truth);
  static Json number(std::string digits);
  static Json of_text(std::string text);
  static Json array();
  static Json object();

  /// The first member with the key; null pointer if there is none.
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
};

struct JsonMember {
  std::string key;
  Json value;
};

std::string to_text(const Json& json);

}  // namespace assay::reference
