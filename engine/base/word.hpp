#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Words of a scheme in a dossier: short texts that are compared by length and then eight bytes at a time. What the
// library does for long ones, a call for each, costs more than these comparisons.
namespace assay {

namespace words {

template <typename Integer>
Integer at(const char* bytes) {
  Integer value{};
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

/// Of words of one to three bytes: each of their bytes counts.
inline std::uint32_t few(const char* bytes, std::size_t size) {
  const auto byte = [&](std::size_t place) { return std::uint32_t{static_cast<unsigned char>(bytes[place])}; };
  return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

}  // namespace words

inline bool same_word(std::string_view left, std::string_view right) {
  const std::size_t size = left.size();
  if (size != right.size()) return false;
  const char* const a = left.data();
  const char* const b = right.data();
  if (size >= 8) {
    for (std::size_t place = 0; place + 8 < size; place += 8)
      if (words::at<std::uint64_t>(a + place) != words::at<std::uint64_t>(b + place)) return false;
    return words::at<std::uint64_t>(a + size - 8) == words::at<std::uint64_t>(b + size - 8);
  }
  if (size >= 4) {
    return words::at<std::uint32_t>(a) == words::at<std::uint32_t>(b) &&
           words::at<std::uint32_t>(a + size - 4) == words::at<std::uint32_t>(b + size - 4);
  }
  return size == 0 || words::few(a, size) == words::few(b, size);
}

/// Depends on every byte; not on who calls it, but on the byte order of the machine, so it is for tables in memory.
inline std::uint64_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;  // 2^64 divided by the golden ratio
  const std::size_t size = word.size();
  const char* const bytes = word.data();
  std::uint64_t hash = size * odd;
  const auto mix = [&](std::uint64_t eight) {
    hash = (hash ^ eight) * odd;
    hash ^= hash >> 32;
  };
  if (size >= 8) {
    for (std::size_t place = 0; place + 8 < size; place += 8) mix(words::at<std::uint64_t>(bytes + place));
    mix(words::at<std::uint64_t>(bytes + size - 8));
  } else if (size >= 4) {
    mix(words::at<std::uint32_t>(bytes) | std::uint64_t{words::at<std::uint32_t>(bytes + size - 4)} << 32);
  } else if (size > 0) {
    mix(words::few(bytes, size));
  }
  return hash;
}

}  // namespace assay
