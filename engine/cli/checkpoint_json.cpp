// A checkpoint as a file. It is read back by the same program, but a disk or a person may have had it in between.
#include "cli/checkpoint_json.hpp"

#include <optional>
#include <type_traits>

#include <nlohmann/json.hpp>

namespace assay::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const RunIdentity& identity) {
  Json json{{"engine", identity.engine}};
  json["scheme"] = Json::array();
  for (const auto& file : identity.scheme) json["scheme"].push_back({{"path", file.path}, {"sha256", file.sha256}});
  json["inputs"] = Json::array();
  for (const auto& input : identity.inputs) {
    json["inputs"].push_back({{"path", input.path}, {"bytes", input.bytes}, {"modified", input.modified}});
  }
  json["options"] = Json::object();
  for (const auto& [name, value] : identity.options) json["options"][name] = value;
  return json;
}

Json json_of(const report::Summary& summary) {
  Json json{{"assessed", summary.counts.assessed},
            {"refused", summary.counts.refused},
            {"decisions", summary.counts.decisions},
            {"verdicts", summary.counts.verdicts}};
  json["examples"] = Json::array();
  const auto& cells = summary.examples.cells();
  for (report::Cell cell = 0; cell < cells.size(); ++cell) {
    for (const report::Example& example : cells[cell]) {
      json["examples"].push_back({{"cell", cell},
                                  {"path", example.path},
                                  {"line", example.line},
                                  {"is_of_stream", example.is_of_stream},
                                  {"subject", example.subject}});
    }
  }
  return json;
}

/// Reads members and remembers whether all that were asked for were there.
class Members {
 public:
  explicit Members(bool& is_whole) : is_whole_(is_whole) {}

  const Json& part(const Json& of, const char* key, Json::value_t type) {
    static const Json nothing;
    if (of.is_object() && of.contains(key) && of[key].type() == type) return of[key];
    is_whole_ = false;
    return nothing;
  }
  std::string text(const Json& of, const char* key) {
    const Json& found = part(of, key, Json::value_t::string);
    return found.is_string() ? found.get<std::string>() : std::string();
  }
  std::uint64_t number(const Json& of, const char* key) {
    return number(part(of, key, Json::value_t::number_unsigned));
  }
  std::uint64_t number(const Json& found) {
    is_whole_ = is_whole_ && found.is_number_unsigned();
    return found.is_number_unsigned() ? found.get<std::uint64_t>() : 0;
  }
  bool boolean(const Json& of, const char* key) {
    const Json& found = part(of, key, Json::value_t::boolean);
    return found.is_boolean() && found.get<bool>();
  }
  template <std::size_t Size>
  void numbers(const Json& found, std::array<std::uint64_t, Size>& into) {
    is_whole_ = is_whole_ && found.is_array() && found.size() == Size;
    for (std::size_t i = 0; is_whole_ && i < Size; ++i) into[i] = number(found[i]);
  }
  void fail() { is_whole_ = false; }

 private:
  bool& is_whole_;
};

RunIdentity identity_of(const Json& json, Members& members) {
  RunIdentity identity;
  identity.engine = members.text(json, "engine");
  for (const Json& file : members.part(json, "scheme", Json::value_t::array)) {
    identity.scheme.push_back({members.text(file, "path"), members.text(file, "sha256")});
  }
  for (const Json& input : members.part(json, "inputs", Json::value_t::array)) {
    identity.inputs.push_back(
        {members.text(input, "path"), members.number(input, "bytes"), members.text(input, "modified")});
  }
  const Json& options = members.part(json, "options", Json::value_t::object);
  for (const auto& [name, value] : options.items()) {
    if (!value.is_string()) members.fail();
    identity.options.emplace_back(name, value.is_string() ? value.get<std::string>() : std::string());
  }
  return identity;
}

void read_summary(const Json& json, Members& members, report::Summary& summary) {
  summary.counts.assessed = members.number(json, "assessed");
  summary.counts.refused = members.number(json, "refused");
  members.numbers(members.part(json, "decisions", Json::value_t::array), summary.counts.decisions);
  const Json& rows = members.part(json, "verdicts", Json::value_t::array);
  if (report::cell_count(rows.size()) > summary.examples.cells().size()) return members.fail();
  for (const Json& row : rows) members.numbers(row, summary.counts.verdicts.emplace_back());
  for (const Json& example : members.part(json, "examples", Json::value_t::array)) {
    const std::uint64_t cell = members.number(example, "cell");
    if (cell >= summary.examples.cells().size()) return members.fail();
    summary.examples.add(static_cast<report::Cell>(cell), {.path = members.text(example, "path"),
                                                           .line = members.number(example, "line"),
                                                           .is_of_stream = members.boolean(example, "is_of_stream"),
                                                           .subject = members.text(example, "subject")});
  }
}

Standing standing_of(const Json& json, Members& members, const report::Summary& empty) {
  Standing standing;
  const Json& at = members.part(json, "at", Json::value_t::object);
  standing.at.input = static_cast<std::size_t>(members.number(at, "input"));
  standing.at.at.offset = members.number(at, "offset");
  standing.at.at.line = members.number(at, "line");
  standing.at.at.is_in_overlong_line = members.boolean(at, "is_in_overlong_line");
  standing.output_bytes = members.number(json, "output_bytes");
  const std::string date = members.text(json, "date");
  if (!date.empty()) standing.date = parse_date(date);
  if (!date.empty() && !standing.date) members.fail();
  standing.summary = empty;
  read_summary(members.part(json, "summary", Json::value_t::object), members, standing.summary);
  standing.has_unusable = members.boolean(json, "has_unusable");
  standing.is_complete = members.boolean(json, "is_complete");
  return standing;
}

}  // namespace

std::string json_of_checkpoint(const RunIdentity& identity, const Standing& standing) {
  const StreamPosition& at = standing.at.at;
  const Json json{{"checkpoint", "1"},
                  {"run", json_of(identity)},
                  {"at",
                   {{"input", standing.at.input},
                    {"offset", at.offset},
                    {"line", at.line},
                    {"is_in_overlong_line", at.is_in_overlong_line}}},
                  {"output_bytes", standing.output_bytes},
                  {"date", standing.date ? to_string(*standing.date) : std::string()},
                  {"has_unusable", standing.has_unusable},
                  {"is_complete", standing.is_complete},
                  {"summary", json_of(standing.summary)}};
  // A path may hold bytes that are not UTF-8.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::variant<StoredCheckpoint, std::string> checkpoint_of_json(std::string_view text, const report::Summary& empty) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return "it is not JSON";
  bool is_whole = true;
  Members members(is_whole);
  if (!json.is_object() || !json.contains("checkpoint")) return "it is no checkpoint of assay";
  if (members.text(json, "checkpoint") != "1") return "its version is not known";
  StoredCheckpoint stored{identity_of(members.part(json, "run", Json::value_t::object), members), {}};
  stored.standing = standing_of(json, members, empty);
  if (!is_whole) return "it is not whole";
  return stored;
}

}  // namespace assay::cli
