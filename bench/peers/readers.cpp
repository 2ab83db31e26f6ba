// What it costs merely to read the documents, with the JSON libraries of the distribution.
//
// usage: readers READER DOCUMENTS    prints microseconds of the processor for each document
//        readers versions            prints the versions of simdjson and of nlohmann-json
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace ondemand = simdjson::ondemand;

using Lines = std::vector<std::string_view>;

/// Parses every line, and gives something that depends on all of them, so that nothing is optimised away.
using Reader = std::uint64_t (*)(const Lines& lines);

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::uint64_t read_with_dom(const Lines& lines) {
  simdjson::dom::parser parser;
  std::uint64_t sum = 0;
  for (const std::string_view line : lines) {
    // The file is padded, so that its lines need no copy of their own.
    const simdjson::dom::element document = parser.parse(line.data(), line.size(), false);
    sum += document.get_object().size();
  }
  return sum;
}

// NOLINTNEXTLINE(misc-no-recursion): documents are nested a few levels deep.
std::uint64_t read_every_value(ondemand::value value) {
  std::uint64_t sum = 0;
  switch (value.type()) {
    case ondemand::json_type::object:
      for (auto field : value.get_object()) {
        const std::string_view key = field.unescaped_key();
        sum += key.size() + read_every_value(field.value());
      }
      return sum;
    case ondemand::json_type::array:
      for (auto element : value.get_array()) sum += read_every_value(element.value());
      return sum;
    case ondemand::json_type::number: return static_cast<std::uint64_t>(value.get_double().value());
    case ondemand::json_type::string: return value.get_string().value().size();
    case ondemand::json_type::boolean: return value.get_bool().value() ? 1 : 0;
    case ondemand::json_type::null: return 0;
  }
  return 0;
}

std::uint64_t read_on_demand(const Lines& lines) {
  ondemand::parser parser;
  std::uint64_t sum = 0;
  for (const std::string_view line : lines) {
    const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document = parser.iterate(padded);
    sum += read_every_value(document.get_value());
  }
  return sum;
}

std::uint64_t read_with_nlohmann(const Lines& lines) {
  std::uint64_t sum = 0;
  for (const std::string_view line : lines) sum += nlohmann::json::parse(line).size();
  return sum;
}

Reader reader_named(std::string_view name) {
  if (name == "simdjson-dom") return read_with_dom;
  if (name == "simdjson-ondemand") return read_on_demand;
  if (name == "nlohmann") return read_with_nlohmann;
  return nullptr;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

int print_versions() {
  std::printf("%d.%d.%d (%s)\n", simdjson::SIMDJSON_VERSION_MAJOR, simdjson::SIMDJSON_VERSION_MINOR,
              simdjson::SIMDJSON_VERSION_REVISION, simdjson::get_active_implementation()->name().c_str());
  std::printf("%d.%d.%d\n", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH);
  return 0;
}

int print_time(Reader read, const std::string& path) {
  const simdjson::padded_string text = simdjson::padded_string::load(path);
  const Lines lines = lines_of(text);
  volatile std::uint64_t sum = read(lines);  // Once for the caches and the parser's buffers.
  const double begin = processor_seconds();
  sum = read(lines);
  const double end = processor_seconds();
  std::printf("%.3f\n", 1e6 * (end - begin) / static_cast<double>(lines.size()));
  return sum == 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && arguments[0] == "versions") return print_versions();
  const Reader read = arguments.size() == 2 ? reader_named(arguments[0]) : nullptr;
  if (read != nullptr) return print_time(read, arguments[1]);
  std::fputs("usage: readers simdjson-dom|simdjson-ondemand|nlohmann DOCUMENTS, readers versions\n", stderr);
  return 4;
} catch (const std::exception& error) {
  std::fprintf(stderr, "readers: %s\n", error.what());
  return 3;
}
