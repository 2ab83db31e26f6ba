// A part of the inputs for one job of many. Every job cuts at the same places, whatever the others do.
#include "cli/shard.hpp"

#include "cli/byte_reader.hpp"

#include <charconv>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assay::cli {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10;

/// All that can be read of a stream: what comes behind a damage belongs to nobody.
std::uint64_t size_of_stream(const std::string& path, int descriptor, std::uint64_t size_on_disk) {
  const std::atomic<bool> stopped = false;
  const auto block = std::make_unique_for_overwrite<char[]>(block_bytes);
  ByteReader reader(path, descriptor);
  if (reader.leap(size_on_disk, stopped) == size_on_disk) return size_on_disk;
  std::uint64_t size = 0;
  while (true) {
    const BytesRead read = reader.read(block.get(), block_bytes, stopped);
    if (read.kind != BytesRead::Kind::bytes) return size;
    size += read.count;
  }
}

/// Nothing for what cannot be read twice. A file that is not there has no bytes; who has its place reports it.
std::optional<std::uint64_t> size_of(const RecordSource::Input& input) {
  struct stat status {};
  if (input.path == "-") return std::nullopt;
  if (stat(input.path.c_str(), &status) != 0) return 0;
  if (S_ISDIR(status.st_mode)) return 0;
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  const auto on_disk = static_cast<std::uint64_t>(status.st_size);
  if (!input.is_stream) return on_disk;
  const int descriptor = open(input.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  const std::uint64_t size = size_of_stream(input.path, descriptor, on_disk);
  close(descriptor);
  return size;
}

/// Where part `number` of `count` ends in `total` bytes, without overflow for any of them.
std::uint64_t end_of_part(std::uint64_t total, std::uint64_t number, std::uint64_t count) {
  return total / count * number + total % count * number / count;
}

/// Bytes [begin, end) of all inputs; the last part also has what lies behind their last byte.
struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool is_last = false;

  bool has(std::uint64_t place) const { return begin <= place && (place < end || is_last); }
};

void cut(RecordSource::Input& input, std::uint64_t begin, std::uint64_t size, const Range& range) {
  if (!input.is_stream || size == 0) {
    input.is_left_out = !range.has(begin);
    return;
  }
  const std::uint64_t end = begin + size;
  input.is_left_out = end <= range.begin || range.end <= begin;
  input.part.begin = range.begin > begin ? range.begin - begin : 0;
  // Who has the end of a stream also has what is wrong with it there.
  if (range.end < end) input.part.end = range.end - begin;
}

}  // namespace

std::optional<Shard> parse_shard(std::string_view text) {
  constexpr std::uint64_t most = 1'000'000;
  Shard shard;
  const char* end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec != std::errc{} || number.ptr == end || *number.ptr != '/') return std::nullopt;
  const auto count = std::from_chars(number.ptr + 1, end, shard.count);
  if (count.ec != std::errc{} || count.ptr != end) return std::nullopt;
  if (shard.number < 1 || shard.number > shard.count || shard.count > most) return std::nullopt;
  return shard;
}

std::variant<std::vector<RecordSource::Input>, std::string> part_of(std::vector<RecordSource::Input> inputs,
                                                                    const Shard& shard) {
  std::vector<std::uint64_t> begins{0};
  for (const RecordSource::Input& input : inputs) {
    const auto size = size_of(input);
    if (!size) return input.path;
    begins.push_back(begins.back() + *size);
  }
  const std::uint64_t total = begins.back();
  const Range range{.begin = end_of_part(total, shard.number - 1, shard.count),
                    .end = end_of_part(total, shard.number, shard.count),
                    .is_last = shard.number == shard.count};
  for (std::size_t i = 0; i < inputs.size(); ++i) cut(inputs[i], begins[i], begins[i + 1] - begins[i], range);
  return inputs;
}

}  // namespace assay::cli
