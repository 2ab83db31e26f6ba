#include "cli/decoder.hpp"
#include "cli/byte_reader.hpp"

#include <cstdio>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace assay::cli {
namespace {

using Kind = BytesRead::Kind;

// `printf assay | gzip -n` and `printf assay | zstd --no-check`.
const std::string gzip_assay(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x2c\x2e\x4e\xac\x04\x00\xe5\xe3\x72\x18\x05\x00\x00\x00", 25);
const std::string zstd_assay(
    "\x28\xb5\x2f\xfd\x00\x58\x29\x00\x00"
    "assay",
    14);

/// What a reader gives of a file that holds `bytes`, in stretches of `room`, and how it ends.
std::pair<std::string, std::string> read_of(const std::string& bytes, std::size_t room) {
  std::FILE* file = std::tmpfile();
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::rewind(file);
  ByteReader reader("file", fileno(file));
  const std::atomic<bool> stopped = false;
  std::string text;
  std::string block(room, '\0');
  while (true) {
    const BytesRead read = reader.read(block.data(), room, stopped);
    text.append(block, 0, read.count);
    if (read.kind == Kind::bytes) continue;
    std::fclose(file);
    return {text, read.kind == Kind::end ? "end" : std::string(diagnostics::entry(read.failure->code).code)};
  }
}

using Text = std::pair<std::string, std::string>;

TEST(Decoder, IsChosenByTheFirstBytes) {
  EXPECT_TRUE(std::holds_alternative<GzipDecoder>(*decoder_for(gzip_assay)));
  EXPECT_TRUE(std::holds_alternative<ZstdDecoder>(*decoder_for(zstd_assay)));
  EXPECT_TRUE(decoder_for(std::string("\x5a\x2a\x4d\x18", 4))) << "a skippable frame";
  for (const char* text : {"", "{", "{}", "[1, 2]", "\x1f", "\x28\xb5\x2f"}) EXPECT_FALSE(decoder_for(text)) << text;
}

TEST(Bytes, AreThoseOfTheFileOrOfWhatIsCompressedInIt) {
  for (const std::size_t room : {std::size_t{1}, std::size_t{3}, std::size_t{100}}) {
    EXPECT_EQ(read_of("plain", room), (Text{"plain", "end"}));
    EXPECT_EQ(read_of("", room), (Text{"", "end"}));
    EXPECT_EQ(read_of(gzip_assay, room), (Text{"assay", "end"}));
    EXPECT_EQ(read_of(zstd_assay, room), (Text{"assay", "end"}));
    EXPECT_EQ(read_of(gzip_assay + gzip_assay, room), (Text{"assayassay", "end"}));
    EXPECT_EQ(read_of(zstd_assay + zstd_assay, room), (Text{"assayassay", "end"}));
  }
}

TEST(Bytes, ThatAreCutOffAnywhereEndWithAFailure) {
  for (std::size_t size = 4; size < gzip_assay.size(); ++size) {
    EXPECT_EQ(read_of(gzip_assay.substr(0, size), 100).second, "E1027") << size;
  }
  for (std::size_t size = 4; size < zstd_assay.size(); ++size) {
    EXPECT_EQ(read_of(zstd_assay.substr(0, size), 100).second, "E1027") << size;
  }
}

TEST(Bytes, BeforeADamageAreGivenFirst) {
  std::string damaged = gzip_assay;
  damaged[gzip_assay.size() - 6] ^= 1;
  EXPECT_EQ(read_of(damaged, 100), (Text{"assay", "E1028"}));
  EXPECT_EQ(read_of(gzip_assay + "{}", 100), (Text{"assay", "E1028"}));
  EXPECT_EQ(read_of(zstd_assay + "more than four", 100), (Text{"assay", "E1028"}));
}

TEST(WholeText, IsDecompressedUpToALimit) {
  EXPECT_EQ(std::get<std::string>(decompressed("plain", "file", 100)), "plain");
  EXPECT_EQ(std::get<std::string>(decompressed(gzip_assay + gzip_assay, "file", 10)), "assayassay");
  EXPECT_EQ(std::get<dossier::Unusable>(decompressed(gzip_assay + gzip_assay, "file", 9)).code,
            diagnostics::Code::dossier_too_large);
  EXPECT_EQ(std::get<dossier::Unusable>(decompressed(gzip_assay.substr(0, 20), "file", 9)).code,
            diagnostics::Code::compressed_input_truncated);
}

}  // namespace
}  // namespace assay::cli
