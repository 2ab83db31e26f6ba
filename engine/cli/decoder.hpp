#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct z_stream_s;
struct ZSTD_DCtx_s;

// Compressed files are told by their first bytes, not by their names: JSON never begins like that.
namespace assay::cli {

/// What one step of a decoder came to.
struct Decoded {
  std::size_t taken = 0;  ///< of what was given
  std::size_t given = 0;
  std::string damage;  ///< empty: none
};

/// gzip, RFC 1952; members that stand one behind the other are one stream.
class GzipDecoder {
 public:
  GzipDecoder();
  Decoded step(std::string_view from, char* to, std::size_t room);
  /// Could the compressed data end here?
  bool is_complete() const { return is_complete_; }

 private:
  struct Deleter {
    void operator()(z_stream_s* stream) const;
  };
  std::unique_ptr<z_stream_s, Deleter> stream_;
  bool is_complete_ = true;
};

/// Zstandard, RFC 8878; frames likewise.
class ZstdDecoder {
 public:
  ZstdDecoder();
  Decoded step(std::string_view from, char* to, std::size_t room);
  bool is_complete() const { return is_complete_; }

 private:
  struct Deleter {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, Deleter> context_;
  bool is_complete_ = true;
};

using Decoder = std::variant<GzipDecoder, ZstdDecoder>;

/// How many first bytes of a file tell whether it is compressed.
inline constexpr std::size_t magic_bytes = 4;

/// The decoder of a file that begins like that; nothing if it is not compressed.
std::optional<Decoder> decoder_for(std::string_view beginning);

Decoded step(Decoder& decoder, std::string_view from, char* to, std::size_t room);
bool is_complete(const Decoder& decoder);

}  // namespace assay::cli
