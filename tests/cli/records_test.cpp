#include "cli/records.hpp"

#include <atomic>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

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

/// A stream that holds `bytes`, and that can be read again from any place.
class Stream {
 public:
  explicit Stream(std::string_view bytes) : file_(std::tmpfile()) {
    std::fwrite(bytes.data(), 1, bytes.size(), file_);
    std::fflush(file_);
  }
  ~Stream() { std::fclose(file_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  LineReader reader(std::size_t longest_line, StreamPart part = {}, StreamPosition from = {}) {
    std::rewind(file_);
    return {"stream", fileno(file_), longest_line, part, from};
  }

 private:
  std::FILE* file_;
};

void add_records(const Batch& batch, std::vector<Seen>& seen) {
  for (const Record& record : batch.records) {
    const std::string text =
        record.unusable ? std::string(diagnostics::entry(record.unusable->code).code) : std::string(batch.text(record));
    seen.push_back({record.line, record.offset, text});
  }
}

/// All that a reader has still to give; an unusable record has its code as text.
std::vector<Seen> rest_of(LineReader reader) {
  const std::atomic<bool> stopped = false;
  std::vector<Seen> seen;
  Batch batch;
  while (reader.next(batch, stopped)) add_records(batch, seen);
  return seen;
}

std::vector<Seen> records_of(std::string_view bytes, std::size_t longest_line = 1000) {
  return rest_of(Stream(bytes).reader(longest_line));
}

using Records = std::vector<Seen>;

TEST(Lines, ALineIsARecord) { EXPECT_EQ(records_of("{}\n[]\n"), (Records{{1, 0, "{}"}, {2, 3, "[]"}})); }
TEST(Lines, TheLastLineNeedsNoEnd) { EXPECT_EQ(records_of("{}\n[]"), (Records{{1, 0, "{}"}, {2, 3, "[]"}})); }
TEST(Lines, LinesMayEndWithCarriageReturnAndLineFeed) {
  EXPECT_EQ(records_of("{}\r\n[]\r\n"), (Records{{1, 0, "{}"}, {2, 4, "[]"}}));
}
TEST(Lines, AnEmptyLineIsARecordThatIsNotUsable) {
  EXPECT_EQ(records_of("{}\n\r\n[]\n"), (Records{{1, 0, "{}"}, {2, 3, "E1020"}, {3, 5, "[]"}}));
}
TEST(Lines, AnEmptyStreamHasNothingToAssess) { EXPECT_EQ(records_of(""), (Records{{1, 0, "E1022"}})); }
TEST(Lines, ALineFeedAloneIsAnEmptyLine) { EXPECT_EQ(records_of("\n"), (Records{{1, 0, "E1020"}})); }

TEST(Lines, AnOverlongLineCostsThatLineAlone) {
  const std::string stream = "{}\n" + std::string(200'000, 'x') + "\n[]\n";
  EXPECT_EQ(records_of(stream), (Records{{1, 0, "{}"}, {2, 3, "E1012"}, {3, 200'004, "[]"}}));
}
TEST(Lines, AnOverlongLineInsideABlockIsFoundToo) {
  EXPECT_EQ(records_of("123456\n12\n", 5), (Records{{1, 0, "E1012"}, {2, 7, "12"}}));
}
TEST(Lines, AnOverlongLastLineNeedsNoEnd) {
  EXPECT_EQ(records_of(std::string(200'000, 'x')), (Records{{1, 0, "E1012"}}));
}

TEST(Lines, BlocksDoNotShow) {
  std::string stream;
  Records expected;
  for (std::uint64_t line = 1; line <= 5'000; ++line) {
    const std::string text(line % 97 + 1, 'a');
    expected.push_back({line, stream.size(), text});
    stream += text + "\n";
  }
  EXPECT_EQ(records_of(stream), expected);
}

/// 5,000 lines of any length, some empty, some too long, with either line end, the last without one.
std::string mixed_lines() {
  std::string stream;
  for (std::size_t line = 1; line <= 5'000; ++line) {
    stream += std::string(line % 1'009 == 0 ? 3'000 : line % 97, 'a');
    stream += line % 5 == 0 ? "\r\n" : "\n";
  }
  return stream + "end";
}

TEST(Lines, GoesOnBehindAnyBatchAsIfItHadNeverStopped) {
  const std::string bytes = mixed_lines();
  const Records whole = records_of(bytes);
  Stream stream(bytes);
  LineReader reader = stream.reader(1000);
  const std::atomic<bool> stopped = false;
  Records seen;
  Batch batch;
  std::vector<std::pair<std::size_t, StreamPosition>> stops;
  while (reader.next(batch, stopped)) {
    add_records(batch, seen);
    stops.emplace_back(seen.size(), batch.after.at);
  }
  ASSERT_GT(stops.size(), 2u);
  for (const auto& [count, position] : stops) {
    Records rest = rest_of(Stream(bytes).reader(1000, {}, position));
    rest.insert(rest.begin(), whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(count));
    EXPECT_EQ(rest, whole);
  }
}

TEST(Lines, GoesOnInsideALineThatIsTooLong) {
  const std::string bytes = "{}\n" + std::string(400'000, 'x') + "\n[]\n";
  EXPECT_EQ(rest_of(Stream(bytes).reader(1000, {}, {.offset = 200'000, .line = 3, .is_in_overlong_line = true})),
            (Records{{3, 400'004, "[]"}}));
}

TEST(Lines, OfAllPartsAreThoseOfTheWhole) {
  const std::string bytes = mixed_lines();
  const Records whole = records_of(bytes);
  for (const std::uint64_t size : {std::uint64_t{1}, std::uint64_t{1'000}, std::uint64_t{100'000}}) {
    Records together;
    const std::uint64_t begin = size == 1 ? bytes.size() - 300 : 0;
    if (begin > 0) together = rest_of(Stream(bytes).reader(1000, {0, begin}));
    for (std::uint64_t at = begin; at < bytes.size(); at += size) {
      const Records part = rest_of(Stream(bytes).reader(1000, {at, at + size}));
      together.insert(together.end(), part.begin(), part.end());
    }
    EXPECT_EQ(together, whole);
  }
}

TEST(Lines, LeavesLinesThatBeginBehindItsPartToOthers) {
  EXPECT_EQ(rest_of(Stream("12\n45\n78\n").reader(9, {0, 4})), (Records{{1, 0, "12"}, {2, 3, "45"}}));
  EXPECT_EQ(rest_of(Stream("12\n45\n78\n").reader(9, {0, 3})), (Records{{1, 0, "12"}}));
}

TEST(Source, AMissingFileIsOneUnusableRecord) {
  RecordSource source({{"/nonexistent/a.json", false}, {"/nonexistent/b.ndjson", true}});
  const std::atomic<bool> stopped = false;
  Batch batch;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(source.next(batch, stopped));
    EXPECT_EQ(batch.records.front().unusable->code, Code::file_not_readable);
  }
  EXPECT_FALSE(source.next(batch, stopped));
}

}  // namespace
}  // namespace assay::cli
