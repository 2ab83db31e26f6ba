#include "workload.hpp"

#include "diagnostics/diagnostic.hpp"
#include "load/load.hpp"

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>
#include <utility>

namespace assay::bench {

namespace {

/// Kleene logic cannot tell; of the sixteen completions each makes it true.
constexpr std::string_view agreed_scheme_text = R"(
scheme "Four booleans" { id "example.org/bench/four" version "1.0.0" }
subject system { a boolean  b boolean  c boolean  d boolean }
requirement F1 "Two neighbours are alike, or the ends differ" {
  shall  system.a is system.b or system.b is system.c or system.c is system.d or system.a is not system.d
}
)";

[[noreturn]] void give_up(const std::string& message) {
  std::cerr << "assay_bench: " << message << '\n';
  std::exit(EXIT_FAILURE);
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) give_up("cannot read " + path);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::string common_scheme_text() { return content_of(ASSAY_BENCH_FOLDER "/common.assay"); }

/// The sections of the scheme with another number behind each id: `requirement R01` becomes `requirement R01.7`.
std::string copied(std::string_view sections, std::size_t number) {
  constexpr std::string_view before_id = "requirement R";
  constexpr std::size_t digits = 2;
  std::string copy;
  while (true) {
    const std::size_t at = sections.find(before_id);
    if (at == std::string_view::npos) break;
    const std::size_t end = at + before_id.size() + digits;
    copy += sections.substr(0, end);
    copy += '.' + std::to_string(number);
    sections.remove_prefix(end);
  }
  return copy += sections;
}

const evaluate::Scheme& common_scheme() {
  static const evaluate::Scheme scheme = load_scheme(common_scheme_text());
  return scheme;
}

const evaluate::Scheme& deep_scheme() {
  static const evaluate::Scheme scheme = load_scheme(content_of(ASSAY_BENCH_FOLDER "/deep.assay"));
  return scheme;
}

const evaluate::Scheme& agreed_scheme() {
  static const evaluate::Scheme scheme = load_scheme(std::string(agreed_scheme_text));
  return scheme;
}

/// The common documents say in the subject when they were assessed.
DatePolicy fixed_date() { return {.as_of = parse_date("2026-11-22"), .otherwise = {}}; }

std::string deep_dossier() { return content_of(ASSAY_BENCH_FOLDER "/deep-dossier.json"); }

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> documents;
  std::istringstream lines(content_of(path));
  for (std::string line; std::getline(lines, line);) documents.push_back(line);
  return documents;
}

Workload few_of(const Workload& all) {
  constexpr std::ptrdiff_t few = 40;
  return {all.scheme, {all.documents.begin(), all.documents.begin() + few}, all.dates};
}

/// The text from `begin` up to `end` taken out.
std::string without(std::string text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end, from);
  if (from == std::string::npos || to == std::string::npos) give_up("deep-dossier.json has no safeguards");
  return text.erase(from, to - from);
}

}  // namespace

std::string scheme_text(std::size_t requirements) {
  constexpr std::size_t in_common = 50;
  const std::string common = common_scheme_text();
  const std::size_t first = common.find("\nsection ");
  const std::size_t behind = common.find("\ndecision ");
  if (first == std::string::npos || behind == std::string::npos) give_up("common.assay has no sections or no decision");
  const std::string_view sections = std::string_view(common).substr(first, behind - first);
  std::string text = common.substr(0, first);
  for (std::size_t number = 1; number <= requirements / in_common; ++number) text += copied(sections, number);
  return text += common.substr(behind);
}

evaluate::Scheme load_scheme(const std::string& text) {
  source::Files files;
  diagnostics::Diagnostics found;
  auto scheme = load::load_text("bench.assay", text, {.root = {}, .library = ASSAY_BENCH_LIBRARY}, files, found);
  if (!scheme) give_up("the scheme does not compile");
  return *std::move(scheme);
}

const Workload& common_same() {
  static const Workload workload{common_scheme(), {content_of(ASSAY_BENCH_FOLDER "/dossier.json")}, fixed_date()};
  return workload;
}

const Workload& common_distinct() {
  static const Workload workload{common_scheme(), lines_of(ASSAY_BENCH_DOCUMENTS "/documents.ndjson"), fixed_date()};
  return workload;
}

const Workload& deep_same() {
  static const Workload workload{deep_scheme(), {deep_dossier()}, {}};
  return workload;
}

const Workload& deep_known() {
  static const Workload workload{deep_scheme(), lines_of(ASSAY_BENCH_DOCUMENTS "/known.ndjson"), {}};
  return workload;
}

const Workload& deep_open() {
  static const Workload workload{deep_scheme(), lines_of(ASSAY_BENCH_DOCUMENTS "/open.ndjson"), {}};
  return workload;
}

const Workload& few_known() {
  static const Workload workload = few_of(deep_known());
  return workload;
}

const Workload& few_open() {
  static const Workload workload = few_of(deep_open());
  return workload;
}

const Workload& deep_without_safeguards() {
  static const Workload workload{deep_scheme(), {without(deep_dossier(), "\"reviewed\"", "},\"oversight\"")}, {}};
  return workload;
}

const Workload& agreed_given() {
  static const Workload workload{agreed_scheme(), {R"({"a":true,"b":false,"c":true,"d":false})"}, fixed_date()};
  return workload;
}

const Workload& agreed_open() {
  static const Workload workload{agreed_scheme(), {"{}"}, fixed_date()};
  return workload;
}

}  // namespace assay::bench
