#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// The bytes of the well-formed sequence that `bytes` begins with; 0 if it begins with none.
std::size_t utf8_length(std::string_view bytes);

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing. Linear.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Code points in well-formed UTF-8. Linear.
std::size_t count_code_points(std::string_view text);

/// Appends the UTF-8 form of a Unicode scalar value; U+FFFD in place of anything else.
void append_utf8(std::string& text, std::uint32_t scalar);

/// `text` without the byte-order mark that it may begin with.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace assay
