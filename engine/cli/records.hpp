#pragma once

#include "cli/buffer.hpp"
#include "cli/byte_reader.hpp"
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
  std::optional<dossier::Unusable> unusable{};  ///< what was wrong before anybody read it
};

/// A place in a stream at which it can be gone on with: before a line, or inside one that is too long.
struct StreamPosition {
  std::uint64_t offset = 0;
  std::uint64_t line = 1;  ///< that comes next
  bool is_in_overlong_line = false;
  friend bool operator==(const StreamPosition&, const StreamPosition&) = default;
};

/// A place among all the inputs of a run.
struct InputPosition {
  std::size_t input = 0;
  StreamPosition at;
  friend bool operator==(const InputPosition&, const InputPosition&) = default;
};

/// Records that travel together, and the bytes that they are made of. Filled again and again.
struct Batch {
  std::string path;
  bool is_stream = false;
  Buffer bytes;
  std::vector<Record> records;
  InputPosition after;      ///< where the next batch begins
  std::uint64_t taken = 0;  ///< bytes of all inputs that were read so far, as they lie on the disk

  std::string_view text(const Record& record) const {
    return bytes.text().substr(record.begin, record.end - record.begin);
  }
  void begin(const std::string& of_path, bool is_of_stream);
};

/// The lines of a stream that begin in [begin, end); those before it are counted, and all others are left to others.
struct StreamPart {
  std::uint64_t begin = 0;
  std::uint64_t end = UINT64_MAX;
  friend bool operator==(const StreamPart&, const StreamPart&) = default;
};

/// Cuts a stream into lines; LF and CRLF end one, the last needs no end. Holds one line and one block at most.
class LineReader {
 public:
  /// Reads from `descriptor`, which stays the caller's. Begins at `from`, which must be where a reader of the same
  /// stream once was.
  LineReader(std::string path, int descriptor, std::size_t longest_line, StreamPart part = {},
             StreamPosition from = {});

  /// The lines of the next block; false at the end, or when `stopped` becomes true while it waits.
  bool next(Batch& batch, const std::atomic<bool>& stopped);

  bool has_ended() const { return ended_; }
  /// How many bytes of the file were taken from it.
  std::uint64_t taken() const { return bytes_.taken(); }

 private:
  BytesRead read_block(Batch& batch, const std::atomic<bool>& stopped);
  void take_block(std::size_t count, Batch& batch);
  void take_end(Batch& batch);
  void take_failure(dossier::Unusable failure, Batch& batch);
  void begin_overlong_line(Batch& batch);
  /// Where the next line begins in what was read while one was skipped.
  std::size_t behind_overlong_line(const Batch& batch);
  void add_lines(std::size_t begin, Batch& batch);
  void add_line(std::size_t begin, std::size_t end, Batch& batch);
  void add_unusable(dossier::Unusable unusable, Batch& batch);

  std::string path_;
  ByteReader bytes_;
  std::size_t longest_line_;
  StreamPart part_;
  StreamPosition next_;  ///< line
  std::uint64_t to_skip_;
  Buffer carried_;  ///< the beginning of a line that is not complete yet
  bool ended_ = false;
};

/// All dossiers of a command line, one after the other: a file is one record, a stream is many.
class RecordSource {
 public:
  struct Input {
    std::string path;
    bool is_stream = false;
    StreamPart part{};
    bool is_left_out = false;  ///< no record of it is asked for
  };
  explicit RecordSource(std::vector<Input> inputs, InputPosition from = {})
      : inputs_(std::move(inputs)), next_input_(from.input), from_(from.at) {}
  ~RecordSource();
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;

  /// False at the end, or when `stopped` becomes true.
  bool next(Batch& batch, const std::atomic<bool>& stopped);

 private:
  bool next_of_input(Batch& batch, const std::atomic<bool>& stopped);
  void take_whole_file(const std::string& path, Batch& batch);
  /// False with a batch that says why the stream could not be opened.
  bool open_stream(const Input& input, const StreamPosition& from, Batch& batch);
  void close_stream();

  std::vector<Input> inputs_;
  std::size_t next_input_;
  StreamPosition from_;  ///< in the input that comes first
  std::optional<LineReader> stream_;
  int descriptor_ = -1;
  std::uint64_t taken_ = 0;  ///< of the inputs before the one that is open
};

}  // namespace assay::cli
