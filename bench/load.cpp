// From the text of a scheme to what assesses dossiers: parsed, checked, compiled. It must take time and memory in
// proportion to the number of requirements.
#include "heap.hpp"
#include "workload.hpp"

#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

namespace assay::bench {

namespace {

void load(benchmark::State& state) {
  const auto requirements = static_cast<std::size_t>(state.range(0));
  const std::string text = scheme_text(requirements);
  const Heap heap = heap_of([&] { benchmark::DoNotOptimize(load_scheme(text)); });
  for (auto _ : state) benchmark::DoNotOptimize(load_scheme(text));
  const auto count = static_cast<double>(requirements);
  state.SetComplexityN(state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.counters["allocations_each"] = static_cast<double>(heap.allocations) / count;
  state.counters["peak_bytes_each"] = static_cast<double>(heap.peak) / count;
  state.counters["peak_bytes"] = static_cast<double>(heap.peak);
}

BENCHMARK(load)->Arg(50)->Arg(500)->Arg(1'000)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

}  // namespace assay::bench
