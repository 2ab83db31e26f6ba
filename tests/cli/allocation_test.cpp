// Memory for a line is what makes a stream of millions slow, so what can do without is held to it.
#include "cli/records.hpp"
#include "report/batch.hpp"
#include "report/verdict_line.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include <gtest/gtest.h>

namespace {

std::atomic<std::size_t> allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace assay::cli {
namespace {

TEST(AStream, OnceItHasItsMemoryTakesNoneForALine) {
  std::FILE* file = std::tmpfile();
  for (int line = 0; line < 100'000; ++line) std::fprintf(file, "{\"number\": %d}\n", line % 10'000);
  std::rewind(file);
  LineReader reader("a-path-that-is-too-long-to-lie-within-a-string.ndjson", fileno(file), 1'000);
  const std::atomic<bool> stopped = false;
  const assessment::Decided decided{DecisionOutcome::refuse, {{.verdict = Verdict::nonconforming}}};
  Batch batch;
  std::string lines;
  report::BatchCounts counts;

  std::size_t batches = 0;
  std::size_t records = 0;
  std::size_t warm = 0;
  while (reader.next(batch, stopped)) {
    lines.clear();
    for (const Record& record : batch.records) {
      counts.add(decided);
      report::write_verdict_line(decided, {batch.path, record.line}, lines);
    }
    records += batch.records.size();
    // Batches differ a little in size, so the first few still find how much they need.
    if (++batches == 4) warm = allocations;
  }
  std::fclose(file);
  EXPECT_EQ(records, 100'000u);
  EXPECT_GT(batches, 10u);
  EXPECT_EQ(allocations, warm);
}

}  // namespace
}  // namespace assay::cli
