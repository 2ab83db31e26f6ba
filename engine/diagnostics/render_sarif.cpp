// The Static Analysis Results Interchange Format, OASIS standard 2.1.0.
#include "diagnostics/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace assay::diagnostics {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "note";
  }
  return "none";
}

bool is_unreserved(char byte) {
  const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  const bool is_digit = byte >= '0' && byte <= '9';
  return is_letter || is_digit || std::string_view("-._~/").find(byte) != std::string_view::npos;
}

/// A path as a relative reference of RFC 3986: an absolute path keeps its leading slash.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char byte : path) {
    if (is_unreserved(byte)) {
      uri += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    uri += '%';
    uri += "0123456789ABCDEF"[value >> 4];
    uri += "0123456789ABCDEF"[value & 0xF];
  }
  return uri;
}

Json region_of(const source::Span& span, const source::File& file) {
  const auto begin = file.position(span.begin);
  const auto end = file.position(std::max(span.begin, span.end));
  Json region;
  region["startLine"] = begin.line;
  region["startColumn"] = begin.column;
  region["endLine"] = end.line;
  region["endColumn"] = end.column;
  return region;
}

Json location_of(const Place& place, const source::Files& files) {
  const auto& file = files[place.span.file];
  Json location;
  location["physicalLocation"]["artifactLocation"]["uri"] = uri_of(file.path());
  location["physicalLocation"]["region"] = region_of(place.span, file);
  if (!place.words.empty()) location["message"]["text"] = place.words;
  return location;
}

Json result_of(const Diagnostic& diagnostic, const source::Files& files, std::size_t rule) {
  const auto is_known = [&](const Place& place) { return place.span.file.value < files.size(); };
  Json result;
  result["ruleId"] = entry(diagnostic.code).code;
  result["ruleIndex"] = rule;
  result["level"] = level_of(severity(diagnostic));
  result["message"]["text"] = message(diagnostic);
  if (diagnostic.has_place && is_known(diagnostic.at)) {
    result["locations"].push_back(location_of(diagnostic.at, files));
    for (const auto& place : diagnostic.also)
      if (is_known(place)) result["relatedLocations"].push_back(location_of(place, files));
  }
  if (!diagnostic.help.empty()) result["properties"]["help"] = diagnostic.help;
  return result;
}

Json rule_of(Code code) {
  const auto& row = entry(code);
  Json rule;
  rule["id"] = row.code;
  rule["name"] = row.name;
  rule["shortDescription"]["text"] = row.headline;
  rule["defaultConfiguration"]["level"] = level_of(row.severity);
  return rule;
}

/// The codes that occur and where they stand in the list of rules.
std::map<Code, std::size_t> rules_in(const std::vector<Diagnostic>& sorted) {
  std::map<Code, std::size_t> rules;
  for (const auto& diagnostic : sorted) rules.emplace(diagnostic.code, 0);
  std::size_t next = 0;
  for (auto& rule : rules) rule.second = next++;
  return rules;
}

Json run_of(const std::vector<Diagnostic>& sorted, const source::Files& files) {
  const auto rules = rules_in(sorted);
  Json run;
  auto& driver = run["tool"]["driver"];
  driver["name"] = "assay";
  driver["rules"] = Json::array();
  for (const auto& rule : rules) driver["rules"].push_back(rule_of(rule.first));
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const auto& diagnostic : sorted)
    run["results"].push_back(result_of(diagnostic, files, rules.at(diagnostic.code)));
  return run;
}

}  // namespace

void render_sarif(const Diagnostics& found, const source::Files& files, std::ostream& out) {
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"].push_back(run_of(found.sorted(), files));
  out << log.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace assay::diagnostics
