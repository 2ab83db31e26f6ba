// Where dossiers come from: files, and the lines of streams.
#include "cli/records.hpp"

#include "base/limits.hpp"
#include "cli/refusal.hpp"
#include "source/read.hpp"

#include <cerrno>
#include <cstring>
#include <variant>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace assay::cli {

namespace {

using diagnostics::Code;
using dossier::Unusable;

constexpr std::size_t block_bytes = std::size_t{64} << 10;

// A stream that nobody writes to must not keep a run alive whose output has gone.
constexpr int milliseconds_between_looks = 100;

Unusable unreadable(const std::string& path, int error) {
  return {.code = Code::file_not_readable, .arguments = {path, std::strerror(error)}, .offset = 0};
}

/// Waits until there is something to read; false when the run has stopped.
bool wait_for_input(int descriptor, const std::atomic<bool>& stopped) {
  pollfd waited{.fd = descriptor, .events = POLLIN, .revents = 0};
  while (!stopped) {
    if (poll(&waited, 1, milliseconds_between_looks) != 0) return true;
  }
  return false;
}

ssize_t read_some(int descriptor, std::string& block) {
  while (true) {
    const ssize_t count = read(descriptor, block.data(), block.size());
    if (count >= 0 || errno != EINTR) return count;
  }
}

}  // namespace

LineReader::LineReader(std::string path, int descriptor, std::size_t longest_line)
    : path_(std::move(path)), descriptor_(descriptor), longest_line_(longest_line), block_(block_bytes, '\0') {}

std::optional<Batch> LineReader::next(const std::atomic<bool>& stopped) {
  Batch batch{.path = path_, .is_stream = true, .bytes = {}, .records = {}};
  while (!ended_ && batch.records.empty()) {
    if (!wait_for_input(descriptor_, stopped)) return std::nullopt;
    const ssize_t count = read_some(descriptor_, block_);
    if (count < 0) {
      take_failure(errno, batch);
    } else if (count == 0) {
      take_end(batch);
    } else {
      take_block(std::string_view(block_).substr(0, static_cast<std::size_t>(count)), batch);
    }
  }
  if (batch.records.empty()) return std::nullopt;
  return batch;
}

void LineReader::take_block(std::string_view block, Batch& batch) {
  if (skips_overlong_) block = behind_overlong_line(block);
  const std::size_t last_end = block.rfind('\n');
  if (last_end != std::string_view::npos) {
    batch.bytes = std::exchange(carried_, {});
    batch.bytes += block.substr(0, last_end + 1);
    block.remove_prefix(last_end + 1);
    add_lines(batch);
  }
  carried_ += block;
  if (carried_.size() <= longest_line_) return;
  add_unusable({.code = Code::dossier_too_large, .arguments = {dossier_limit()}, .offset = 0}, batch);
  offset_ += carried_.size();
  carried_ = {};
  skips_overlong_ = true;
}

std::string_view LineReader::behind_overlong_line(std::string_view block) {
  const std::size_t end = block.find('\n');
  skips_overlong_ = end == std::string_view::npos;
  const std::size_t skipped = skips_overlong_ ? block.size() : end + 1;
  offset_ += skipped;
  return block.substr(skipped);
}

void LineReader::take_end(Batch& batch) {
  ended_ = true;
  if (!carried_.empty()) {
    batch.bytes = std::exchange(carried_, {}) + '\n';
    add_lines(batch);
    return;
  }
  const bool had_no_line = line_ == 1;
  if (had_no_line) add_unusable({.code = Code::nothing_to_assess, .arguments = {}, .offset = 0}, batch);
}

void LineReader::take_failure(int error, Batch& batch) {
  ended_ = true;
  add_unusable(unreadable(path_, error), batch);
}

void LineReader::add_lines(Batch& batch) {
  std::size_t begin = 0;
  while (begin < batch.bytes.size()) {
    const std::size_t line_feed = batch.bytes.find('\n', begin);
    const bool has_return = line_feed > begin && batch.bytes[line_feed - 1] == '\r';
    add_line(begin, has_return ? line_feed - 1 : line_feed, batch);
    offset_ += line_feed + 1 - begin;
    begin = line_feed + 1;
  }
}

void LineReader::add_line(std::size_t begin, std::size_t end, Batch& batch) {
  if (begin == end) return add_unusable({.code = Code::empty_line, .arguments = {}, .offset = 0}, batch);
  if (end - begin > longest_line_) {
    return add_unusable({.code = Code::dossier_too_large, .arguments = {dossier_limit()}, .offset = 0}, batch);
  }
  batch.records.push_back({.begin = begin, .end = end, .line = line_++, .offset = offset_, .unusable = {}});
}

void LineReader::add_unusable(Unusable unusable, Batch& batch) {
  batch.records.push_back({.begin = 0, .end = 0, .line = line_++, .offset = offset_, .unusable = std::move(unusable)});
}

RecordSource::~RecordSource() { close_stream(); }

std::optional<Batch> RecordSource::next(const std::atomic<bool>& stopped) {
  while (!stopped) {
    if (stream_) {
      if (auto batch = stream_->next(stopped)) return batch;
      close_stream();
    }
    if (next_input_ == inputs_.size()) return std::nullopt;
    const Input& input = inputs_[next_input_++];
    if (!input.is_stream) return whole_file(input.path);
    if (auto failure = open_stream(input.path)) return failure;
  }
  return std::nullopt;
}

Batch RecordSource::whole_file(const std::string& path) const {
  Batch batch{.path = path, .is_stream = false, .bytes = {}, .records = {}};
  Record record;
  auto content = source::read_file(path, limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
    record.unusable = unusable_of(*failure, path);
  } else {
    batch.bytes = std::get<std::string>(std::move(content));
    record.end = batch.bytes.size();
  }
  batch.records.push_back(std::move(record));
  return batch;
}

std::optional<Batch> RecordSource::open_stream(const std::string& path) {
  descriptor_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ >= 0) {
    stream_.emplace(path, descriptor_, limits::dossier_bytes);
    return std::nullopt;
  }
  Record record;
  record.unusable = unreadable(path, errno);
  Batch batch{.path = path, .is_stream = true, .bytes = {}, .records = {}};
  batch.records.push_back(std::move(record));
  return batch;
}

void RecordSource::close_stream() {
  stream_.reset();
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
  descriptor_ = -1;
}

}  // namespace assay::cli
