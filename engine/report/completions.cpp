#include "report/completions.hpp"

namespace assay::report {

using assessment::Completions;
using assessment::DossierPlace;

void write_completions(JsonWriter& json, std::string_view key, const std::optional<Completions>& completions) {
  json.key(key);
  if (!completions) return json.null();
  json.begin_object();
  json.member("cases", completions->cases);
  json.key("facts");
  json.begin_array();
  for (const DossierPlace& place : completions->facts) {
    json.begin_object();
    json.member("pointer", place.pointer);
    json.member("line", std::uint64_t{place.line});
    json.member("column", std::uint64_t{place.column});
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

namespace {

std::string text_of(const std::string& what, const Completions& completions) {
  std::string line = what + " whatever ";
  for (std::size_t i = 0; i < completions.facts.size(); ++i)
    line.append(i == 0 ? "" : i + 1 == completions.facts.size() ? " and " : ", ").append(completions.facts[i].pointer);
  line += completions.facts.size() == 1 ? " is (" : " are (";
  return line + std::to_string(completions.cases) + " cases tried, which stand for all)";
}

}  // namespace

std::vector<std::string> completions_text(const assessment::RequirementResult& requirement) {
  std::vector<std::string> lines;
  const bool applies = requirement.judged.verdict != Verdict::not_applicable;
  if (requirement.applies_completions)
    lines.push_back(text_of(applies ? "it applies" : "it does not apply", *requirement.applies_completions));
  for (const assessment::ProvisionResult& provision : requirement.provisions) {
    if (!provision.completions) continue;
    const std::string met = provision.met == Truth::yes ? " is met" : " is not met";
    lines.push_back(text_of(std::string(provision.id) + met, *provision.completions));
  }
  return lines;
}

}  // namespace assay::report
