#include "cli/records.hpp"

#include <atomic>
#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

using diagnostics::Code;

struct Seen {
  std::uint64_t line;
  std::uint64_t offset;
  std::string text;
  bool operator==(const Seen&) const = default;
};

/// All records of a stream that holds `bytes`; an unusable one has its code as text.
std::vector<Seen> records_of(std::string_view bytes, std::size_t longest_line = 1000) {
  std::FILE* file = std::tmpfile();
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::rewind(file);
  LineReader reader("stream", fileno(file), longest_line);
  const std::atomic<bool> stopped = false;
  std::vector<Seen> seen;
  while (const auto batch = reader.next(stopped)) {
    for (const Record& record : batch->records) {
      const std::string text = record.unusable ? std::string(diagnostics::entry(record.unusable->code).code)
                                               : std::string(batch->text(record));
      seen.push_back({record.line, record.offset, text});
    }
  }
  std::fclose(file);
  return seen;
}

using Records = std::vector<Seen>;

TEST(Stream, ALineIsARecord) { EXPECT_EQ(records_of("{}\n[]\n"), (Records{{1, 0, "{}"}, {2, 3, "[]"}})); }
TEST(Stream, TheLastLineNeedsNoEnd) { EXPECT_EQ(records_of("{}\n[]"), (Records{{1, 0, "{}"}, {2, 3, "[]"}})); }
TEST(Stream, LinesMayEndWithCarriageReturnAndLineFeed) {
  EXPECT_EQ(records_of("{}\r\n[]\r\n"), (Records{{1, 0, "{}"}, {2, 4, "[]"}}));
}
TEST(Stream, AnEmptyLineIsARecordThatIsNotUsable) {
  EXPECT_EQ(records_of("{}\n\r\n[]\n"), (Records{{1, 0, "{}"}, {2, 3, "E1020"}, {3, 5, "[]"}}));
}
TEST(Stream, AnEmptyStreamHasNothingToAssess) { EXPECT_EQ(records_of(""), (Records{{1, 0, "E1022"}})); }
TEST(Stream, ALineFeedAloneIsAnEmptyLine) { EXPECT_EQ(records_of("\n"), (Records{{1, 0, "E1020"}})); }

TEST(Stream, AnOverlongLineCostsThatLineAlone) {
  const std::string stream = "{}\n" + std::string(200'000, 'x') + "\n[]\n";
  EXPECT_EQ(records_of(stream), (Records{{1, 0, "{}"}, {2, 3, "E1012"}, {3, 200'004, "[]"}}));
}
TEST(Stream, AnOverlongLineInsideABlockIsFoundToo) {
  EXPECT_EQ(records_of("123456\n12\n", 5), (Records{{1, 0, "E1012"}, {2, 7, "12"}}));
}
TEST(Stream, AnOverlongLastLineNeedsNoEnd) {
  EXPECT_EQ(records_of(std::string(200'000, 'x')), (Records{{1, 0, "E1012"}}));
}

TEST(Stream, BlocksDoNotShow) {
  std::string stream;
  Records expected;
  for (std::uint64_t line = 1; line <= 5'000; ++line) {
    const std::string text(line % 97 + 1, 'a');
    expected.push_back({line, stream.size(), text});
    stream += text + "\n";
  }
  EXPECT_EQ(records_of(stream), expected);
}

TEST(Source, AMissingFileIsOneUnusableRecord) {
  RecordSource source({{"/nonexistent/a.json", false}, {"/nonexistent/b.ndjson", true}});
  const std::atomic<bool> stopped = false;
  for (int i = 0; i < 2; ++i) {
    const auto batch = source.next(stopped);
    ASSERT_TRUE(batch);
    EXPECT_EQ(batch->records.front().unusable->code, Code::file_not_readable);
  }
  EXPECT_FALSE(source.next(stopped));
}

}  // namespace
}  // namespace assay::cli
