// Where dossiers come from: files, and the lines of streams.
#include "cli/records.hpp"

#include "base/limits.hpp"
#include "cli/refusal.hpp"
#include "source/read.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <variant>

#include <fcntl.h>
#include <unistd.h>

namespace assay::cli {

namespace {

using diagnostics::Code;
using dossier::Unusable;

constexpr std::size_t block_bytes = std::size_t{128} << 10;

// One line of 200 MB must not keep its memory in every batch of the run.
constexpr std::size_t kept_bytes = 4 * block_bytes;

Unusable too_large() { return {.code = Code::dossier_too_large, .arguments = {dossier_limit()}, .offset = 0}; }

}  // namespace

void Batch::begin(const std::string& of_path, bool is_of_stream) {
  path = of_path;
  is_stream = is_of_stream;
  bytes.clear(kept_bytes);
  records.clear();
}

LineReader::LineReader(std::string path, int descriptor, std::size_t longest_line, StreamPart part, StreamPosition from)
    : path_(std::move(path)),
      bytes_(path_, descriptor),
      longest_line_(longest_line),
      part_(part),
      next_(from),
      to_skip_(from.offset) {}

bool LineReader::next(Batch& batch, const std::atomic<bool>& stopped) {
  batch.begin(path_, true);
  batch.bytes.append(carried_.text());
  carried_.clear(kept_bytes);
  while (batch.records.empty()) {
    ended_ = ended_ || next_.offset >= part_.end;
    if (ended_) return false;
    BytesRead read = read_block(batch, stopped);
    switch (read.kind) {
      case BytesRead::Kind::bytes: take_block(read.count, batch); break;
      case BytesRead::Kind::end: take_end(batch); break;
      case BytesRead::Kind::failed: take_failure(*std::move(read.failure), batch); break;
      case BytesRead::Kind::stopped: return false;
    }
  }
  batch.after.at = next_;
  return true;
}

BytesRead LineReader::read_block(Batch& batch, const std::atomic<bool>& stopped) {
  if (to_skip_ > 0) to_skip_ -= bytes_.leap(to_skip_, stopped);
  while (true) {
    char* block = batch.bytes.room_for(block_bytes);
    BytesRead read = bytes_.read(block, block_bytes, stopped);
    if (to_skip_ == 0 || read.kind != BytesRead::Kind::bytes) return read;
    const std::size_t skipped = static_cast<std::size_t>(std::min<std::uint64_t>(to_skip_, read.count));
    to_skip_ -= skipped;
    read.count -= skipped;
    if (read.count == 0) continue;
    std::memmove(block, block + skipped, read.count);
    return read;
  }
}

void LineReader::take_block(std::size_t count, Batch& batch) {
  const std::size_t before = batch.bytes.size();
  batch.bytes.grow(count);
  const std::size_t begin = next_.is_in_overlong_line ? behind_overlong_line(batch) : 0;
  // What was there before has no line end, so a long line is not searched again with each block.
  const std::size_t last_end = batch.bytes.text().substr(before).rfind('\n');
  const bool has_line = last_end != std::string_view::npos && before + last_end >= begin;
  const std::size_t rest = has_line ? before + last_end + 1 : begin;
  if (rest > 0) {
    carried_.append(batch.bytes.text().substr(rest));
    batch.bytes.truncate(rest);
    if (has_line) add_lines(begin, batch);
    if (!batch.records.empty()) return;
    batch.bytes.truncate(0);
    batch.bytes.append(carried_.text());
    carried_.clear(kept_bytes);
  }
  if (batch.bytes.size() > longest_line_) begin_overlong_line(batch);
}

void LineReader::begin_overlong_line(Batch& batch) {
  add_unusable(too_large(), batch);
  next_.offset += batch.bytes.size();
  batch.bytes.clear(kept_bytes);
  next_.is_in_overlong_line = true;
}

std::size_t LineReader::behind_overlong_line(const Batch& batch) {
  const std::size_t end = batch.bytes.text().find('\n');
  next_.is_in_overlong_line = end == std::string_view::npos;
  const std::size_t skipped = next_.is_in_overlong_line ? batch.bytes.size() : end + 1;
  next_.offset += skipped;
  return skipped;
}

void LineReader::take_end(Batch& batch) {
  ended_ = true;
  if (batch.bytes.size() > 0) return add_lines(0, batch);
  if (next_.offset == 0) add_unusable({.code = Code::nothing_to_assess, .arguments = {}, .offset = 0}, batch);
}

void LineReader::take_failure(Unusable failure, Batch& batch) {
  ended_ = true;
  batch.bytes.truncate(0);
  if (next_.offset < part_.end) add_unusable(std::move(failure), batch);
}

void LineReader::add_lines(std::size_t begin, Batch& batch) {
  const std::string_view text = batch.bytes.text();
  while (begin < text.size() && next_.offset < part_.end) {
    const std::size_t line_feed = std::min(text.find('\n', begin), text.size());
    const bool has_return = line_feed > begin && text[line_feed - 1] == '\r';
    add_line(begin, has_return ? line_feed - 1 : line_feed, batch);
    const std::size_t after = std::min(line_feed + 1, text.size());
    next_.offset += after - begin;
    begin = after;
  }
}

void LineReader::add_line(std::size_t begin, std::size_t end, Batch& batch) {
  if (begin == end) return add_unusable({.code = Code::empty_line, .arguments = {}, .offset = 0}, batch);
  if (end - begin > longest_line_) return add_unusable(too_large(), batch);
  const std::uint64_t line = next_.line++;
  if (next_.offset < part_.begin) return;
  batch.records.push_back({.begin = begin, .end = end, .line = line, .offset = next_.offset});
}

void LineReader::add_unusable(Unusable unusable, Batch& batch) {
  const std::uint64_t line = next_.line++;
  if (next_.offset < part_.begin) return;
  batch.records.push_back({.line = line, .offset = next_.offset, .unusable = std::move(unusable)});
}

RecordSource::~RecordSource() { close_stream(); }

bool RecordSource::next(Batch& batch, const std::atomic<bool>& stopped) {
  if (!next_of_input(batch, stopped)) return false;
  const bool goes_on = stream_ && !stream_->has_ended();
  batch.after.input = goes_on ? next_input_ - 1 : next_input_;
  if (!goes_on) batch.after.at = {};
  batch.taken = taken_ + (stream_ ? stream_->taken() : 0);
  return true;
}

bool RecordSource::next_of_input(Batch& batch, const std::atomic<bool>& stopped) {
  while (!stopped) {
    if (stream_) {
      if (stream_->next(batch, stopped)) return true;
      taken_ += stream_->taken();
      close_stream();
    }
    if (stopped || next_input_ == inputs_.size()) return false;
    const Input& input = inputs_[next_input_++];
    if (input.is_left_out) continue;
    if (!input.is_stream) {
      take_whole_file(input.path, batch);
      return true;
    }
    if (!open_stream(input, std::exchange(from_, {}), batch)) return true;
  }
  return false;
}

void RecordSource::take_whole_file(const std::string& path, Batch& batch) {
  batch.begin(path, false);
  Record record;
  auto content = source::read_file(path, limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
    record.unusable = unusable_of(*failure, path);
  } else {
    taken_ += std::get<std::string>(content).size();
    auto text = decompressed(std::get<std::string>(std::move(content)), path, limits::dossier_bytes);
    if (auto* damage = std::get_if<Unusable>(&text)) record.unusable = std::move(*damage);
    if (const auto* whole = std::get_if<std::string>(&text)) batch.bytes.append(*whole);
    record.end = batch.bytes.size();
  }
  batch.records.push_back(std::move(record));
}

bool RecordSource::open_stream(const Input& input, const StreamPosition& from, Batch& batch) {
  descriptor_ = input.path == "-" ? STDIN_FILENO : open(input.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ >= 0) {
    stream_.emplace(input.path, descriptor_, limits::dossier_bytes, input.part, from);
    return true;
  }
  batch.begin(input.path, true);
  batch.records.push_back({.unusable = unreadable(input.path, errno)});
  return false;
}

void RecordSource::close_stream() {
  stream_.reset();
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
  descriptor_ = -1;
}

}  // namespace assay::cli
