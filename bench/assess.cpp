// One assessment against fifty requirements, and the parts that it consists of. Each runs on one document again and
// again, and on documents that differ.
#include "assay/assessor.hpp"
#include "dossier/dossier.hpp"
#include "dossier/indexed_reader.hpp"
#include "evaluate/clerk.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/next_change.hpp"
#include "evaluate/workspace.hpp"
#include "heap.hpp"
#include "report/json.hpp"
#include "workload.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>
#include <simdjson.h>

namespace assay::bench {

namespace {

/// Times `work` on one document after the other, and counts what it allocates once it is warm.
template <typename Work>
void run(benchmark::State& state, const Workload& workload, Work work) {
  const std::vector<std::string>& documents = workload.documents;
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

/// What there is to do beside all work: schemes and documents are loaded.
void nothing(benchmark::State& state, const Workload& workload) {
  run(state, workload, [](const std::string& document) { benchmark::DoNotOptimize(document.data()); });
}

/// What simdjson takes to make a tree of the same documents, of which nothing is read: all figures are ratios to this.
void floor(benchmark::State& state, const Workload& workload) {
  simdjson::dom::parser parser;
  run(state, workload, [&](const std::string& document) {
    benchmark::DoNotOptimize(parser.parse(document.data(), document.size()).error());
  });
}

/// Documents into an index of their values.
void index(benchmark::State& state, const Workload& workload) {
  dossier::StructuralIndex structural;
  std::vector<dossier::JsonValue> values;
  run(state, workload, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read_indexed_json(document, structural, values));
  });
}

/// Does `work` with the facts of each document and the day for which it is assessed.
template <typename Work>
void run_on_facts(benchmark::State& state, const Workload& workload, Work work) {
  const evaluate::Scheme& scheme = workload.scheme;
  const dossier::Vocabulary vocabulary = dossier::vocabulary_of(scheme.model.types);
  dossier::Dossier read;
  run(state, workload, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read(document, scheme.model, vocabulary, read));
    work(read, workload.dates.as_of ? *workload.dates.as_of : read.assessment_date.value_or(Date{}));
  });
}

/// JSON into facts.
void read(benchmark::State& state, const Workload& workload) {
  run_on_facts(state, workload, [](const dossier::Dossier&, Date) {});
}

/// The above, and the first walk: every verdict, no word about it.
void verdicts(benchmark::State& state, const Workload& workload) {
  const auto workspace = evaluate::make_workspace(workload.scheme);
  run_on_facts(state, workload, [&](const dossier::Dossier& dossier, Date date) {
    evaluate::walk_for_one_day(workload.scheme, dossier, date, *workspace);
    benchmark::DoNotOptimize(workspace->verdicts.requirements.data());
  });
  state.counters["completion_steps"] = static_cast<double>(workspace->completions.steps());
}

/// Verdicts and decision, and why requirements are nonconforming or undetermined.
void reasons(benchmark::State& state, const Workload& workload) {
  const auto workspace = evaluate::make_workspace(workload.scheme);
  assessment::Assessment assessment;
  assessment::Decided decided;
  run_on_facts(state, workload, [&](const dossier::Dossier& dossier, Date date) {
    evaluate::judge(workload.scheme, dossier, date, *workspace, decided);
    assessment = *evaluate::reasons(workload.scheme, dossier, date, *workspace, std::move(assessment));
  });
}

/// Verdicts, the account of each, and the decision, as `walk` finds them.
template <typename Walk>
void account(benchmark::State& state, const Workload& workload, Walk walk) {
  const auto workspace = evaluate::make_workspace(workload.scheme);
  assessment::Assessment assessment;
  run_on_facts(state, workload, [&](const dossier::Dossier& dossier, Date date) {
    walk(dossier, date, *workspace);
    assessment = emptied(std::move(assessment));
    evaluate::Clerk(workload.scheme, dossier, date, *workspace, assessment).write();
  });
}

/// For that day alone.
void today(benchmark::State& state, const Workload& workload) {
  account(state, workload, [&](const dossier::Dossier& dossier, Date date, evaluate::Workspace& workspace) {
    workspace.turns.begin(date, date);
    evaluate::walk_for_one_day(workload.scheme, dossier, date, workspace);
  });
}

/// The days noted on which something turns.
void noting(benchmark::State& state, const Workload& workload) {
  account(state, workload, [&](const dossier::Dossier& dossier, Date date, evaluate::Workspace& workspace) {
    workspace.turns.begin(date, evaluate::horizon_of(date));
    evaluate::walk(workload.scheme, dossier, date, workspace);
  });
}

/// The above, and these days looked at until one brings the next change.
void ahead(benchmark::State& state, const Workload& workload) {
  const auto workspace = evaluate::make_workspace(workload.scheme);
  assessment::Assessment assessment;
  run_on_facts(state, workload, [&](const dossier::Dossier& dossier, Date date) {
    assessment = *evaluate::evaluate(workload.scheme, dossier, date, *workspace, std::move(assessment));
  });
}

/// The same as users get it, with the digest of the document: all that a report says.
void assess(benchmark::State& state, const Workload& workload) {
  Assessor assessor(workload.scheme);
  run(state, workload,
      [&](const std::string& document) { benchmark::DoNotOptimize(assessor.assess(document, workload.dates)); });
}

/// The above, written as one line of JSON.
void report(benchmark::State& state, const Workload& workload) {
  Assessor assessor(workload.scheme);
  const report::JsonReport writer(workload.scheme, report::Layout::line);
  std::string json;
  run(state, workload, [&](const std::string& document) {
    const auto outcome = assessor.assess(document, workload.dates);
    json.clear();
    writer.write(std::get<assessment::Assessment>(outcome), json);
    benchmark::DoNotOptimize(json.data());
  });
}

struct Part {
  const char* name;
  void (*measure)(benchmark::State& state, const Workload& workload);
};

struct Source {
  const char* name;
  const Workload& (*workload)();
};

/// Has every part measured on every workload, as `part/workload`. A workload is read when its turn comes.
void enlist(const std::vector<Part>& parts, const std::vector<Source>& sources) {
  for (const Part& part : parts) {
    for (const Source& source : sources) {
      const std::string name = std::string(part.name) + '/' + source.name;
      benchmark::RegisterBenchmark(name.c_str(), [part, source](benchmark::State& state) {
        part.measure(state, source.workload());
      })->Unit(benchmark::kMicrosecond);
    }
  }
}

[[maybe_unused]] const bool are_enlisted = [] {
  enlist({{"floor", floor},
          {"index", index},
          {"read", read},
          {"verdicts", verdicts},
          {"reasons", reasons},
          {"assess", assess},
          {"report", report}},
         {{"common_same", common_same},
          {"common_distinct", common_distinct},
          {"deep_same", deep_same},
          {"deep_known", deep_known},
          {"deep_open", deep_open}});
  enlist({{"nothing", nothing}, {"read", read}, {"today", today}, {"noting", noting}, {"ahead", ahead}},
         {{"few_known", few_known}, {"few_open", few_open}});
  enlist({{"today", today}}, {{"deep_same", deep_same}});
  enlist({{"verdicts", verdicts}, {"today", today}}, {{"deep_without_safeguards", deep_without_safeguards},
                                                      {"agreed_given", agreed_given},
                                                      {"agreed_open", agreed_open}});
  return true;
}();

}  // namespace

}  // namespace assay::bench
