// The only file that knows zlib and libzstd.
#include "cli/decoder.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <limits>
#include <new>

#include <zlib.h>
#include <zstd.h>

namespace assay::cli {

namespace {

constexpr char gzip_first = '\x1F';
constexpr char gzip_second = '\x8B';

// The largest window, and a gzip header instead of a zlib one (zlib.h, inflateInit2).
constexpr int gzip_window_bits = 15 + 16;

bool begins_gzip(std::string_view text) { return text.size() >= 2 && text[0] == gzip_first && text[1] == gzip_second; }

/// RFC 8878, 3.1.1 and 3.1.2: a frame, or one that is skipped.
bool begins_zstd(std::string_view text) {
  if (text.size() < magic_bytes) return false;
  const bool is_skipped = (static_cast<unsigned char>(text[0]) & 0xF0U) == 0x50U;
  return text.substr(0, 4) == "\x28\xB5\x2F\xFD" || (is_skipped && text.substr(1, 3) == "\x2A\x4D\x18");
}

uInt at_most(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

void GzipDecoder::Deleter::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

GzipDecoder::GzipDecoder() {
  auto stream = std::make_unique<z_stream_s>();
  if (inflateInit2(stream.get(), gzip_window_bits) != Z_OK) throw std::bad_alloc();
  stream_.reset(stream.release());
}

Decoded GzipDecoder::step(std::string_view from, char* to, std::size_t room) {
  if (is_complete_ && from.empty()) return {};
  if (is_complete_ && from[0] != gzip_first) return {.damage = "something else stands behind their end"};
  is_complete_ = false;
  const uInt input = at_most(from.size());
  const uInt output = at_most(room);
  // zlib never writes to its input.
  stream_->next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(from.data()));
  stream_->avail_in = input;
  stream_->next_out = reinterpret_cast<Bytef*>(to);
  stream_->avail_out = output;
  const int result = inflate(stream_.get(), Z_NO_FLUSH);
  Decoded decoded{.taken = input - stream_->avail_in, .given = output - stream_->avail_out, .damage = {}};
  if (result == Z_STREAM_END) {
    is_complete_ = true;
    inflateReset(stream_.get());
  } else if (result == Z_MEM_ERROR) {
    throw std::bad_alloc();
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    decoded.damage = stream_->msg != nullptr ? stream_->msg : "they are not gzip";
  }
  return decoded;
}

void ZstdDecoder::Deleter::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

ZstdDecoder::ZstdDecoder() : context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
}

Decoded ZstdDecoder::step(std::string_view from, char* to, std::size_t room) {
  if (is_complete_ && from.empty()) return {};
  ZSTD_inBuffer input{from.data(), from.size(), 0};
  ZSTD_outBuffer output{to, room, 0};
  const std::size_t result = ZSTD_decompressStream(context_.get(), &output, &input);
  is_complete_ = result == 0;
  return {.taken = input.pos, .given = output.pos, .damage = ZSTD_isError(result) ? ZSTD_getErrorName(result) : ""};
}

std::optional<Decoder> decoder_for(std::string_view beginning) {
  if (begins_gzip(beginning)) return Decoder(std::in_place_type<GzipDecoder>);
  if (begins_zstd(beginning)) return Decoder(std::in_place_type<ZstdDecoder>);
  return std::nullopt;
}

Decoded step(Decoder& decoder, std::string_view from, char* to, std::size_t room) {
  return std::visit([&](auto& any) { return any.step(from, to, room); }, decoder);
}

bool is_complete(const Decoder& decoder) {
  return std::visit([](const auto& any) { return any.is_complete(); }, decoder);
}

}  // namespace assay::cli
