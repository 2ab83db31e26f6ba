#include "cli/byte_reader.hpp"

#include "cli/refusal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace assay::cli {

namespace {

using diagnostics::Code;
using dossier::Unusable;
using Kind = BytesRead::Kind;

// A stream that nobody writes to must not keep a run alive whose output has gone.
constexpr int milliseconds_between_looks = 100;

/// Waits until there is something to read; false when the run has stopped.
bool wait_for_input(int descriptor, const std::atomic<bool>& stopped) {
  pollfd waited{.fd = descriptor, .events = POLLIN, .revents = 0};
  while (!stopped) {
    if (poll(&waited, 1, milliseconds_between_looks) != 0) return true;
  }
  return false;
}

Unusable truncated(const std::string& path) {
  return {.code = Code::compressed_input_truncated, .arguments = {path}, .offset = 0};
}

Unusable damaged(const std::string& path, std::string words) {
  return {.code = Code::compressed_input_damaged, .arguments = {path, std::move(words)}, .offset = 0};
}

}  // namespace

Unusable unreadable(const std::string& path, int error) {
  return {.code = Code::file_not_readable, .arguments = {path, std::strerror(error)}, .offset = 0};
}

BytesRead ByteReader::read(char* to, std::size_t room, const std::atomic<bool>& stopped) {
  if (!has_begun_) {
    BytesRead begun = begin(stopped);
    if (begun.kind != Kind::bytes) return begun;
  }
  if (decoder_) return decode(to, room, stopped);
  if (waiting().empty()) return read_file(to, room, stopped);
  const std::size_t count = std::min(room, waiting().size());
  std::memcpy(to, waiting().data(), count);
  begin_ += count;
  return {.kind = Kind::bytes, .count = count};
}

std::uint64_t ByteReader::leap(std::uint64_t offset, const std::atomic<bool>& stopped) {
  if (has_begun_ || begin(stopped).kind != Kind::bytes || decoder_) return 0;
  if (lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return 0;
  begin_ = end_ = 0;
  taken_ = offset;
  return offset;
}

BytesRead ByteReader::begin(const std::atomic<bool>& stopped) {
  block_ = std::make_unique_for_overwrite<char[]>(block_bytes);
  while (end_ < magic_bytes) {
    BytesRead read = read_file(block_.get() + end_, block_bytes - end_, stopped);
    end_ += read.count;
    if (read.kind == Kind::end && end_ > 0) break;
    if (read.kind != Kind::bytes) return read;
  }
  has_begun_ = true;
  decoder_ = decoder_for(waiting());
  return {.kind = Kind::bytes};
}

BytesRead ByteReader::read_file(char* to, std::size_t room, const std::atomic<bool>& stopped) {
  if (!wait_for_input(descriptor_, stopped)) return {.kind = Kind::stopped};
  while (true) {
    const ssize_t count = ::read(descriptor_, to, room);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {.kind = Kind::failed, .failure = unreadable(path_, errno)};
    if (count == 0) return {.kind = Kind::end};
    taken_ += static_cast<std::uint64_t>(count);
    return {.kind = Kind::bytes, .count = static_cast<std::size_t>(count)};
  }
}

BytesRead ByteReader::decode(char* to, std::size_t room, const std::atomic<bool>& stopped) {
  while (!damage_) {
    Decoded decoded = step(*decoder_, waiting(), to, room);
    begin_ += decoded.taken;
    if (!decoded.damage.empty()) damage_ = damaged(path_, std::move(decoded.damage));
    // What was decoded before the damage is given first.
    if (decoded.given > 0) return {.kind = Kind::bytes, .count = decoded.given};
    if (damage_ || decoded.taken > 0) continue;
    if (!waiting().empty()) return {.kind = Kind::failed, .failure = damaged(path_, "they cannot be read on")};
    BytesRead read = read_file(block_.get(), block_bytes, stopped);
    if (read.kind == Kind::end && !is_complete(*decoder_)) return {.kind = Kind::failed, .failure = truncated(path_)};
    if (read.kind != Kind::bytes) return read;
    begin_ = 0;
    end_ = read.count;
  }
  return {.kind = Kind::failed, .failure = damage_};
}

std::variant<std::string, Unusable> decompressed(std::string bytes, const std::string& path, std::size_t limit) {
  auto decoder = decoder_for(bytes);
  if (!decoder) return bytes;
  std::string text;
  std::string block(std::size_t{64} << 10, '\0');
  std::string_view rest = bytes;
  while (true) {
    Decoded decoded = step(*decoder, rest, block.data(), block.size());
    rest.remove_prefix(decoded.taken);
    text.append(block, 0, decoded.given);
    if (text.size() > limit) return Unusable{.code = Code::dossier_too_large, .arguments = {dossier_limit()}};
    if (!decoded.damage.empty()) return damaged(path, std::move(decoded.damage));
    if (decoded.given == 0 && decoded.taken == 0) break;
  }
  if (!is_complete(*decoder)) return truncated(path);
  return text;
}

}  // namespace assay::cli
