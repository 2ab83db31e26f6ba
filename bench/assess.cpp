// One assessment against fifty requirements, and the parts that it consists of. Each runs on one document again and
// again, and on documents that differ.
#include "assay/assessor.hpp"
#include "dossier/dossier.hpp"
#include "evaluate/verdicts.hpp"
#include "heap.hpp"
#include "report/json.hpp"
#include "workload.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>

namespace assay::bench {

namespace {

using Documents = std::vector<std::string>;

const evaluate::Scheme& common_scheme() {
  static const evaluate::Scheme scheme = load_scheme(common_scheme_text());
  return scheme;
}

DatePolicy fixed_date() { return {.as_of = parse_date("2026-11-22"), .otherwise = {}}; }

/// Times `work` on one document after the other, and counts what it allocates once it is warm.
template <typename Work>
void run(benchmark::State& state, const Documents& documents, Work work) {
  for (const std::string& document : documents) work(document);
  const Heap heap = heap_of([&] {
    for (const std::string& document : documents) work(document);
  });
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string& document = documents[next];
    work(document);
    bytes += document.size();
    next = next + 1 == documents.size() ? 0 : next + 1;
  }
  const auto count = static_cast<double>(documents.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["allocations"] = static_cast<double>(heap.allocations) / count;
  state.counters["allocated"] = static_cast<double>(heap.bytes) / count;
}

/// JSON into facts.
void read(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  const dossier::Vocabulary vocabulary = dossier::vocabulary_of(scheme.model.types);
  dossier::Dossier read;
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read(document, scheme.model, vocabulary, read));
  });
}

/// The above, and the first walk: every verdict, no word about it.
void verdicts(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  const dossier::Vocabulary vocabulary = dossier::vocabulary_of(scheme.model.types);
  const Date date = *parse_date("2026-11-22");
  dossier::Dossier read;
  evaluate::Evaluator evaluator(scheme.program);
  evaluate::Completions completions(scheme);
  evaluate::RecordedEvidence evidence;
  const std::vector<evaluate::JudgementState> judgements;  // the scheme asks for none
  const evaluate::Records records;
  evaluate::Verdicts verdicts;
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read(document, scheme.model, vocabulary, read));
    evaluator.begin(read, date, judgements);
    completions.begin({&read, date, &judgements, &evidence});
    evaluate::find_verdicts(evaluator, completions, records, false, verdicts);
    benchmark::DoNotOptimize(verdicts.requirements.data());
  });
}

/// The above, the account of every verdict, and the decision: all that a report says.
void assess(benchmark::State& state, const Documents& documents) {
  Assessor assessor(common_scheme());
  const DatePolicy dates = fixed_date();
  run(state, documents,
      [&](const std::string& document) { benchmark::DoNotOptimize(assessor.assess(document, dates)); });
}

/// The above, written as one line of JSON.
void report(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  Assessor assessor(scheme);
  const DatePolicy dates = fixed_date();
  std::string json;
  run(state, documents, [&](const std::string& document) {
    const auto outcome = assessor.assess(document, dates);
    json.clear();
    report::write_json(std::get<assessment::Assessment>(outcome), scheme, report::Layout::line, json);
    benchmark::DoNotOptimize(json.data());
  });
}

BENCHMARK_CAPTURE(read, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(read, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(verdicts, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(verdicts, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(assess, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(assess, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(report, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(report, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace assay::bench
