// Diagnostics for people: a headline, the places in their code, and what to do.
#include "diagnostics/excerpt.hpp"
#include "diagnostics/printable.hpp"
#include "diagnostics/render.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <span>

namespace assay::diagnostics {
namespace {

/// A place in its line. What spans several lines is marked on the first, to its end.
struct Mark {
  source::FileId file;
  std::uint32_t line = 1;
  Stretch bytes;
  std::string_view words;
  bool is_primary = false;
};

bool stands_before(const Mark& left, const Mark& right) {
  return std::pair(left.line, left.bytes.begin) < std::pair(right.line, right.bytes.begin);
}

Mark mark_of(const Place& place, const source::Files& files, bool is_primary) {
  const auto& file = files[place.span.file];
  const auto line = file.position(place.span.begin).line;
  const std::size_t start = file.line_start(line);
  const auto length = file.line(line).size();
  const auto begin = std::min(std::max<std::size_t>(place.span.begin, start) - start, length);
  const auto end = std::min(std::max<std::size_t>(place.span.end, start) - start, length);
  return {place.span.file, line, {begin, std::max(begin, end)}, place.words, is_primary};
}

std::vector<Mark> marks_of(const Diagnostic& diagnostic, const source::Files& files) {
  std::vector<Mark> marks;
  if (!diagnostic.has_place) return marks;
  const auto add = [&](const Place& place, bool is_primary) {
    if (place.span.file.value < files.size()) marks.push_back(mark_of(place, files, is_primary));
  };
  add(diagnostic.at, true);
  for (const auto& place : diagnostic.also) add(place, false);
  return marks;
}

/// The numbers of two-digit lines stand in one column with those of one digit.
std::size_t width_of_numbers(const std::vector<Mark>& marks) {
  std::size_t width = 2;
  for (const auto& mark : marks) width = std::max(width, std::to_string(mark.line).size());
  return width;
}

enum class Style { plain, strong, error, warning, hint, margin };

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error: return Style::error;
    case Severity::warning: return Style::warning;
    case Severity::hint: return Style::hint;
  }
  return Style::plain;
}

/// The parameters of the ANSI sequence "select graphic rendition".
std::string_view rendition(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "1";
    case Style::error: return "1;31";
    case Style::warning: return "1;33";
    case Style::hint: return "1;36";
    case Style::margin: return "1;34";
  }
  return "";
}

/// Draws one diagnostic. `width_` is that of the line numbers at the left.
class Drawing {
 public:
  Drawing(const Diagnostic& diagnostic, const source::Files& files, Color color, std::ostream& out)
      : diagnostic_(diagnostic), files_(files), color_(color), out_(out), style_(style_of(severity(diagnostic))) {}

  void draw() {
    const auto marks = marks_of(diagnostic_, files_);
    width_ = width_of_numbers(marks);
    draw_headline();
    for (const auto file : files_in(marks)) draw_file(file, marks);
    for (const auto& help : diagnostic_.help) {
      paint(std::string(width_ + 1, ' ') + "= help: ", Style::margin);
      out_ << printable(help) << '\n';
    }
  }

 private:
  static std::vector<source::FileId> files_in(const std::vector<Mark>& marks);

  void draw_headline();
  void draw_file(source::FileId file, const std::vector<Mark>& marks);
  void draw_line(std::span<const Mark> marks);
  void draw_code(const Excerpt& excerpt, std::uint32_t number);
  void draw_marks(const Excerpt& excerpt, std::span<const Mark> marks);
  void draw_margin(std::string_view sign);
  void paint(std::string_view text, Style style);

  const Diagnostic& diagnostic_;
  const source::Files& files_;
  Color color_;
  std::ostream& out_;
  Style style_;
  std::size_t width_ = 2;
};

void Drawing::paint(std::string_view text, Style style) {
  const bool is_plain = color_ == Color::never || style == Style::plain || text.empty();
  if (is_plain)
    out_ << text;
  else
    out_ << "\x1b[" << rendition(style) << 'm' << text << "\x1b[0m";
}

void Drawing::draw_margin(std::string_view sign) { paint(std::string(width_ + 1, ' ').append(sign), Style::margin); }

void Drawing::draw_headline() {
  paint(std::string(word_for(severity(diagnostic_))) + "[" + std::string(entry(diagnostic_.code).code) + "]", style_);
  paint(": " + message(diagnostic_), Style::strong);
  out_ << '\n';
}

/// In the order in which they are first spoken of, so that the file of the problem comes first.
std::vector<source::FileId> Drawing::files_in(const std::vector<Mark>& marks) {
  std::vector<source::FileId> order;
  for (const auto& mark : marks)
    if (std::find(order.begin(), order.end(), mark.file) == order.end()) order.push_back(mark.file);
  return order;
}

void Drawing::draw_file(source::FileId file, const std::vector<Mark>& marks) {
  std::vector<Mark> here;
  std::copy_if(marks.begin(), marks.end(), std::back_inserter(here), [&](const Mark& m) { return m.file == file; });
  const auto& first = here.front();
  const auto place = files_[file].position(files_[file].line_start(first.line) + first.bytes.begin);
  paint(std::string(width_, ' ') + "--> ", Style::margin);
  out_ << printable(files_[file].path()) << ':' << place.line << ':' << place.column;
  const auto& pointer = diagnostic_.at.pointer;
  if (file == diagnostic_.at.span.file && !pointer.empty()) out_ << "  (" << printable(pointer) << ')';
  out_ << '\n';
  draw_margin("|");
  out_ << '\n';

  std::stable_sort(here.begin(), here.end(), stands_before);
  for (std::size_t begin = 0, end = 0; begin < here.size(); begin = end) {
    while (end < here.size() && here[end].line == here[begin].line) ++end;
    if (begin > 0 && here[begin].line > here[begin - 1].line + 1) {
      draw_margin(":");
      out_ << '\n';
    }
    draw_line(std::span<const Mark>(here).subspan(begin, end - begin));
  }
}

/// The marks of a long line may lie far apart: each has a cut of its own.
void Drawing::draw_line(std::span<const Mark> marks) {
  const auto line = files_[marks.front().file].line(marks.front().line);
  const auto group = is_cut(line) ? std::size_t{1} : marks.size();
  for (std::size_t begin = 0; begin < marks.size(); begin += group) {
    const auto together = marks.subspan(begin, group);
    const Excerpt excerpt(line, together.front().bytes.begin);
    draw_code(excerpt, together.front().line);
    draw_marks(excerpt, together);
  }
}

void Drawing::draw_code(const Excerpt& excerpt, std::uint32_t number) {
  const auto digits = std::to_string(number);
  paint(std::string(width_ - digits.size(), ' ') + digits + " |", Style::margin);
  if (!excerpt.text().empty()) out_ << ' ' << excerpt.text();
  out_ << '\n';
}

/// Words end a row; a mark goes on in the row of the one before if that has no words and does not reach it.
void Drawing::draw_marks(const Excerpt& excerpt, std::span<const Mark> marks) {
  std::size_t reached = 0;
  bool is_row_open = false;
  for (const auto& mark : marks) {
    const auto columns = excerpt.columns(mark.bytes);
    if (is_row_open && columns.begin < reached) {
      out_ << '\n';
      is_row_open = false;
    }
    if (!is_row_open) {
      draw_margin("|");
      out_ << ' ';
      reached = 0;
    }
    out_ << std::string(columns.begin - reached, ' ');
    const auto style = mark.is_primary ? style_ : Style::margin;
    paint(std::string(columns.end - columns.begin, mark.is_primary ? '^' : '-'), style);
    if (!mark.words.empty()) paint(" " + printable(mark.words), style);
    is_row_open = mark.words.empty();
    reached = columns.end;
    if (!is_row_open) out_ << '\n';
  }
  if (is_row_open) out_ << '\n';
}

/// At most `limits::diagnostics`, in their order. A warning gives way to an error, which stops the run.
std::vector<const Diagnostic*> kept(const std::vector<Diagnostic>& sorted) {
  std::vector<const Diagnostic*> order;
  for (const auto& diagnostic : sorted) order.push_back(&diagnostic);
  if (order.size() <= limits::diagnostics) return order;
  const auto is_graver = [](const Diagnostic* left, const Diagnostic* right) {
    return severity(*left) < severity(*right);
  };
  std::stable_sort(order.begin(), order.end(), is_graver);
  order.resize(limits::diagnostics);
  std::sort(order.begin(), order.end());
  return order;
}

}  // namespace

void render_text(const Diagnostics& found, const source::Files& files, Color color, std::ostream& out) {
  const auto sorted = found.sorted();
  const auto shown = kept(sorted);
  for (const auto* diagnostic : shown) {
    if (diagnostic != shown.front()) out << '\n';
    Drawing(*diagnostic, files, color, out).draw();
  }
  if (shown.size() < sorted.size()) out << "\nand " << sorted.size() - shown.size() << " more\n";
}

}  // namespace assay::diagnostics
