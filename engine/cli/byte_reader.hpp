#pragma once

#include "cli/decoder.hpp"
#include "dossier/dossier.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace assay::cli {

/// What came of one attempt to read.
struct BytesRead {
  enum class Kind { bytes, end, stopped, failed } kind = Kind::end;
  std::size_t count = 0;
  std::optional<dossier::Unusable> failure{};
};

/// The bytes of an open file, one stretch after the other; those of a .gz or .zst file decompressed.
class ByteReader {
 public:
  /// Reads from `descriptor`, which stays the caller's. `path` is what messages call it.
  ByteReader(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  /// Up to `room` bytes; waits for them until `stopped` becomes true.
  BytesRead read(char* to, std::size_t room, const std::atomic<bool>& stopped);

  /// Before anything was read: goes to that place without reading up to it, if the file is such that this can be done.
  /// How far it got is 0 or `offset`.
  std::uint64_t leap(std::uint64_t offset, const std::atomic<bool>& stopped);

  /// How many bytes of the file, as it lies there, were taken from it.
  std::uint64_t taken() const { return taken_; }

 private:
  static constexpr std::size_t block_bytes = std::size_t{64} << 10;

  BytesRead read_file(char* to, std::size_t room, const std::atomic<bool>& stopped);
  /// The first bytes tell whether the file is compressed.
  BytesRead begin(const std::atomic<bool>& stopped);
  BytesRead decode(char* to, std::size_t room, const std::atomic<bool>& stopped);
  std::string_view waiting() const { return {block_.get() + begin_, end_ - begin_}; }

  std::string path_;
  int descriptor_;
  std::uint64_t taken_ = 0;
  bool has_begun_ = false;
  std::optional<Decoder> decoder_;
  std::optional<dossier::Unusable> damage_;
  std::unique_ptr<char[]> block_;  ///< of the file, where it cannot be read into its place at once
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Why a file cannot be read, from `errno`.
dossier::Unusable unreadable(const std::string& path, int error);

/// The bytes of a file that was read as a whole, decompressed if it was compressed, at most `limit` of them.
std::variant<std::string, dossier::Unusable> decompressed(std::string bytes, const std::string& path,
                                                          std::size_t limit);

}  // namespace assay::cli
