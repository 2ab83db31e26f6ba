#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::diagnostics {

/// The form in which the code point that `text` begins with is shown, and the bytes it takes. An invalid byte is shown
/// as `<E9>`, a character that would move the cursor or the reading direction as `<U+202E>`: what a file contains
/// must not write on the terminal. `text` is not empty.
struct Shown {
  std::string form;
  std::size_t bytes = 1;
};
Shown shown(std::string_view text);

/// `text` in one line in that form; of a text of more than `limit` characters the beginning, and `…`.
std::string printable(std::string_view text, std::size_t limit = std::string_view::npos);

}  // namespace assay::diagnostics
