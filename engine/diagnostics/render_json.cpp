#include "diagnostics/render.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace assay::diagnostics {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& object, const source::Span& span, const source::Files& files, bool has_place) {
  if (!has_place || span.file.value >= files.size()) {
    for (const auto* key : {"path", "line", "column", "end_line", "end_column"}) object[key] = nullptr;
    return;
  }
  const auto& file = files[span.file];
  const auto begin = file.position(span.begin);
  const auto end = file.position(std::max(span.begin, span.end));
  object["path"] = file.path();
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["end_line"] = end.line;
  object["end_column"] = end.column;
}

Json place_object(const Place& place, const source::Files& files) {
  Json object;
  add_place(object, place.span, files, true);
  object["label"] = place.words;
  return object;
}

Json diagnostic_object(const Diagnostic& diagnostic, const source::Files& files) {
  Json object;
  object["code"] = entry(diagnostic.code).code;
  object["severity"] = word_for(severity(diagnostic));
  object["message"] = message(diagnostic);
  object["arguments"] = diagnostic.arguments;
  add_place(object, diagnostic.at.span, files, diagnostic.has_place);
  object["label"] = diagnostic.at.words;
  object["also"] = Json::array();
  for (const auto& place : diagnostic.also) object["also"].push_back(place_object(place, files));
  object["help"] = diagnostic.help;
  return object;
}

}  // namespace

void render_json(const Diagnostics& found, const source::Files& files, std::ostream& out) {
  auto list = Json::array();
  for (const auto& diagnostic : found.sorted()) list.push_back(diagnostic_object(diagnostic, files));
  out << list.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace assay::diagnostics
