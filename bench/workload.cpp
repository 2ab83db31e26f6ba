#include "workload.hpp"

#include "diagnostics/diagnostic.hpp"
#include "load/load.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

namespace assay::bench {

namespace {

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

}  // namespace

std::string common_scheme_text() { return content_of(ASSAY_BENCH_FOLDER "/common.assay"); }

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
  auto scheme = load::load_text("common.assay", text, {}, files, found);
  if (!scheme) give_up("the scheme does not compile");
  return *std::move(scheme);
}

std::vector<std::string> same_document() { return {content_of(ASSAY_BENCH_FOLDER "/dossier.json")}; }

std::vector<std::string> distinct_documents() {
  std::vector<std::string> documents;
  std::istringstream lines(content_of(ASSAY_BENCH_DOCUMENTS));
  for (std::string line; std::getline(lines, line);) documents.push_back(line);
  return documents;
}

}  // namespace assay::bench
