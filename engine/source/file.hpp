#pragma once

#include "base/table.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assay::source {

using FileId = Index<struct FileTag>;

/// Bytes [begin, end) of a file.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Both count from 1; columns count code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// A text with its name and its lines. Line ends are LF or CRLF.
class File {
 public:
  File(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::size_t line_count() const { return line_starts_.size(); }

  /// The line without its end; `number` counts from 1 and is clamped.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t line_start(std::uint32_t number) const;

  /// Where a byte offset stands; clamped to the file. Logarithmic in lines, linear in the line.
  Position position(std::size_t offset) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

using Files = Table<FileId, File>;

/// Replaces everything outside fenced `assay` blocks of a Markdown text by blanks and keeps line ends, so that
/// offsets, lines and columns stay those of the file.
std::string mask_prose(std::string_view markdown);

/// Is this path a literate scheme (`*.md`)?
bool is_literate(std::string_view path);

}  // namespace assay::source
