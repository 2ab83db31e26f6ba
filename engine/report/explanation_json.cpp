#include "report/explanation_json.hpp"

#include "report/json_writer.hpp"

namespace assay::report {

namespace {

using assessment::Explanation;

void write_place(JsonWriter& json, const std::optional<assessment::OwnedPlace>& place) {
  if (!place) {
    json.null_member("pointer");
    json.null_member("line");
    json.null_member("column");
    return;
  }
  json.member("pointer", place->pointer);
  json.member("line", std::uint64_t{place->line});
  json.member("column", std::uint64_t{place->column});
}

void write_nodes(JsonWriter& json, std::string_view key, const std::vector<Explanation>& nodes) {
  json.key(key);
  json.begin_array();
  for (const Explanation& node : nodes) {
    json.begin_object();
    json.member_or_null("role", node.role);
    json.member("text", node.text);
    json.member("value", node.value);
    write_place(json, node.place);
    json.member_or_null("note", node.note);
    write_nodes(json, "parts", node.parts);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_explanation_json(std::string_view requirement, std::string_view verdict,
                            const std::vector<Explanation>& provisions, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  json.member("requirement", requirement);
  json.member("verdict", verdict);
  write_nodes(json, "provisions", provisions);
  json.end_object();
}

}  // namespace assay::report
