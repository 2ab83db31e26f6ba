#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A JSON text and the places of its values. Library readers lose digits of numbers, duplicate keys and places.
namespace assay::dossier {

enum class JsonKind : std::uint8_t {
  object,
  array,
  text,
  escaped_text,  ///< needs decoding
  number,
  true_value,
  false_value,
  null
};

/// One value, or the key of a member. Values stand in the order of the text: an object is followed by its keys and
/// values in turn, an array by its elements.
struct JsonValue {
  std::uint32_t offset = 0;
  std::uint32_t extent = 0;  ///< of an object or array: how many values it is, with itself; of a scalar: its bytes
  JsonKind kind = JsonKind::null;
};

/// The position of a value among all of them.
using JsonIndex = std::uint32_t;

/// A text that was found to be JSON, and its values; the first is the whole.
class Json {
 public:
  Json(std::string_view text, const std::vector<JsonValue>& values) : text_(text), values_(values.data()) {}

  JsonKind kind(JsonIndex value) const { return at(value).kind; }
  std::uint32_t offset(JsonIndex value) const { return at(value).offset; }
  bool is_object(JsonIndex value) const { return kind(value) == JsonKind::object; }
  bool is_array(JsonIndex value) const { return kind(value) == JsonKind::array; }
  bool is_text(JsonIndex value) const { return kind(value) == JsonKind::text || is_escaped(value); }
  bool is_escaped(JsonIndex value) const { return kind(value) == JsonKind::escaped_text; }
  bool is_null(JsonIndex value) const { return kind(value) == JsonKind::null; }

  /// What follows a value and all that stands in it.
  JsonIndex after(JsonIndex value) const {
    return value + (kind(value) <= JsonKind::array ? at(value).extent : std::uint32_t{1});
  }
  /// Elements of an array. Linear in them.
  std::uint32_t element_count(JsonIndex array) const;

  /// A scalar as it is written; of a text what stands between its quotes.
  std::string_view raw(JsonIndex scalar) const {
    const std::uint32_t quote = is_text(scalar) ? 1 : 0;
    return text_.substr(at(scalar).offset + quote, at(scalar).extent - 2 * quote);
  }
  /// Bytes of a scalar as it is written; 0 if they are too many for the type.
  std::uint16_t few_bytes(JsonIndex scalar) const {
    const std::uint32_t bytes = at(scalar).extent;
    return bytes <= 0xFFFF ? static_cast<std::uint16_t>(bytes) : std::uint16_t{0};
  }
  /// A text without escapes, as it is written and meant.
  std::string_view plain(JsonIndex text) const {
    return {text_.data() + at(text).offset + 1, std::size_t{at(text).extent} - 2};
  }
  /// A text as it is meant.
  std::string decoded(JsonIndex text) const;
  bool is_word(JsonIndex text, std::string_view word) const {
    return is_escaped(text) ? decoded(text) == word : raw(text) == word;
  }

  std::string_view whole_text() const { return text_; }

 private:
  const JsonValue& at(JsonIndex value) const { return values_[value]; }

  std::string_view text_;
  const JsonValue* values_;
};

/// "an object", "a text", "true": what a value is, for messages.
std::string_view words(JsonKind kind);

}  // namespace assay::dossier
