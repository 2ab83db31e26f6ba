#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::report {

/// How a text is set on a terminal. Colour never says anything that a word does not say too.
struct TextOptions {
  bool color = false;
  std::size_t width = 100;
};

enum class Style { plain, strong, faint, good, bad, open };

/// Sets lines of a given width into a text. Words are never cut; control characters of a dossier never reach the
/// terminal.
class TextPage {
 public:
  TextPage(std::string& out, TextOptions options) : out_(out), options_(options) {}

  /// `text` from column `indent` on; its further lines begin `hanging` columns further right. Its first `styled` bytes
  /// are set in `style`; 0 means all of them.
  void paragraph(std::size_t indent, std::size_t hanging, std::string_view text, Style style = Style::plain,
                 std::size_t styled = 0);
  void blank_line() { out_ += '\n'; }

 private:
  void styled_text(std::string_view text, Style style);

  std::string& out_;
  TextOptions options_;
};

/// `text` with blanks behind it up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// At most `width` columns of `text`, with `…` at the end if something was cut.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace assay::report
