#include "base/utf8.hpp"

#include <bit>
#include <cstring>

namespace assay {
namespace {

/// What a lead byte promises: the length of its sequence and the range of the second byte, which alone keeps out
/// overlong forms, surrogates and values above U+10FFFF.
struct Promise {
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Promise promise_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

unsigned char byte_at(std::string_view bytes, std::size_t position) {
  return static_cast<unsigned char>(bytes[position]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The first byte from `offset` on that is not ASCII, or the end. Eight bytes at a time: most texts hold no other.
std::size_t behind_ascii(std::string_view bytes, std::size_t offset) {
  for (std::uint64_t eight = 0; bytes.size() - offset >= sizeof eight; offset += sizeof eight) {
    std::memcpy(&eight, bytes.data() + offset, sizeof eight);
    if ((eight & 0x8080'8080'8080'8080) != 0) break;
  }
  while (offset < bytes.size() && byte_at(bytes, offset) < 0x80) ++offset;
  return offset;
}

void append_bytes(std::string& text, std::uint32_t lead_bits, std::uint32_t scalar, int continuations) {
  text += static_cast<char>(lead_bits | (scalar >> (6 * continuations)));
  for (int left = continuations - 1; left >= 0; --left)
    text += static_cast<char>(0x80 | ((scalar >> (6 * left)) & 0x3F));
}

}  // namespace

std::size_t utf8_length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const auto promise = promise_of(byte_at(bytes, 0));
  if (promise.length < 2) return promise.length;
  if (bytes.size() < promise.length) return 0;
  const auto second = byte_at(bytes, 1);
  if (second < promise.low || second > promise.high) return 0;
  for (std::size_t position = 2; position < promise.length; ++position)
    if (!is_continuation(byte_at(bytes, position))) return 0;
  return promise.length;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    offset = behind_ascii(bytes, offset);
    if (offset == bytes.size()) break;
    const auto length = utf8_length(bytes.substr(offset));
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t offset = 0;
  for (std::uint64_t eight = 0; text.size() - offset >= sizeof eight; offset += sizeof eight) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    // Of a continuation byte the high bit is set and the one below it is not.
    continuations += static_cast<std::size_t>(std::popcount(eight & ~(eight << 1) & 0x8080'8080'8080'8080));
  }
  for (; offset < text.size(); ++offset) continuations += std::size_t{is_continuation(byte_at(text, offset))};
  return text.size() - continuations;
}

void append_utf8(std::string& text, std::uint32_t scalar) {
  constexpr std::uint32_t replacement = 0xFFFD;
  const bool is_scalar = scalar <= 0x10FFFF && (scalar < 0xD800 || scalar > 0xDFFF);
  const auto value = is_scalar ? scalar : replacement;
  if (value < 0x80) return append_bytes(text, 0, value, 0);
  if (value < 0x800) return append_bytes(text, 0xC0, value, 1);
  if (value < 0x10000) return append_bytes(text, 0xE0, value, 2);
  append_bytes(text, 0xF0, value, 3);
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.substr(0, mark.size()) == mark ? text.substr(mark.size()) : text;
}

}  // namespace assay
