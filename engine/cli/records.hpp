#pragma once

#include "dossier/dossier.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::cli {

/// A dossier on its way to be assessed: a file, or a line of a stream.
struct Record {
  std::size_t begin = 0;  ///< in the batch's bytes
  std::size_t end = 0;
  std::uint64_t line = 1;  ///< counts the records of a stream
  std::uint64_t offset = 0;
  std::optional<dossier::Unusable> unusable;  ///< what was wrong before anybody read it
};

/// Records that travel together, and the bytes that they are made of.
struct Batch {
  std::string path;
  bool is_stream = false;
  std::string bytes;
  std::vector<Record> records;

  std::string_view text(const Record& record) const {
    return std::string_view(bytes).substr(record.begin, record.end - record.begin);
  }
};

/// Cuts a stream into lines; LF and CRLF end one, the last needs no end. Holds one line and one block at most.
class LineReader {
 public:
  /// Reads from `descriptor`, which stays the caller's.
  LineReader(std::string path, int descriptor, std::size_t longest_line);

  /// The lines of the next block, or nothing at the end, or when `stopped` becomes true while it waits.
  std::optional<Batch> next(const std::atomic<bool>& stopped);

 private:
  void take_block(std::string_view block, Batch& batch);
  void take_end(Batch& batch);
  void take_failure(int error, Batch& batch);
  std::string_view behind_overlong_line(std::string_view block);
  void add_lines(Batch& batch);
  void add_line(std::size_t begin, std::size_t end, Batch& batch);
  void add_unusable(dossier::Unusable unusable, Batch& batch);

  std::string path_;
  int descriptor_;
  std::size_t longest_line_;
  std::string block_;            ///< what is read at once
  std::string carried_;          ///< the beginning of a line that is not complete yet
  std::uint64_t offset_ = 0;     ///< of the line that comes next
  std::uint64_t line_ = 1;       ///< its number
  bool skips_overlong_ = false;  ///< up to the next line end
  bool ended_ = false;
};

/// All dossiers of a command line, one after the other: a file is one record, a stream is many.
class RecordSource {
 public:
  struct Input {
    std::string path;
    bool is_stream = false;
  };
  explicit RecordSource(std::vector<Input> inputs) : inputs_(std::move(inputs)) {}
  ~RecordSource();
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;

  std::optional<Batch> next(const std::atomic<bool>& stopped);

 private:
  Batch whole_file(const std::string& path) const;
  /// A batch that says why the stream could not be opened, or nothing and `stream_` is there.
  std::optional<Batch> open_stream(const std::string& path);
  void close_stream();

  std::vector<Input> inputs_;
  std::size_t next_input_ = 0;
  std::optional<LineReader> stream_;
  int descriptor_ = -1;
};

}  // namespace assay::cli
