// The face of the stage: text to index, index to slots.
#include "base/limits.hpp"
#include "dossier/dossier.hpp"
#include "dossier/envelope.hpp"
#include "dossier/indexed_reader.hpp"
#include "dossier/json_reader.hpp"
#include "dossier/subject.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

void empty(Dossier& dossier, std::string_view text) {
  dossier.text = text;
  dossier.pointer_prefix.clear();
  dossier.facts.slots.clear();
  dossier.facts.blocks.clear();
  dossier.facts.decoded.clear();
  dossier.judgements.clear();
  dossier.evidence.clear();
  dossier.unplaced_evidence.clear();
  dossier.waivers.clear();
  dossier.nonconformities.clear();
  dossier.nonconformities_are_readable = true;
  dossier.people.clear();
  dossier.review.reset();
  dossier.recorded_decision.reset();
  dossier.assessment_date.reset();
  dossier.activity = Activity::initial;
  dossier.activity_offset = 0;
  dossier.subject.clear();
  dossier.findings.clear();
}

Unusable unusable_json(JsonFailure failure) {
  switch (failure.kind) {
    case JsonFailure::Kind::syntax: return {Code::json_syntax, {std::move(failure.words)}, failure.offset};
    case JsonFailure::Kind::empty: return {Code::empty_dossier, {}, failure.offset};
    case JsonFailure::Kind::too_deep:
      return {Code::dossier_too_deep, {std::to_string(limits::json_depth)}, failure.offset};
    case JsonFailure::Kind::too_large:
      return {Code::dossier_too_large, {std::to_string(limits::dossier_values) + " JSON values"}, failure.offset};
  }
  return {Code::internal, {}, failure.offset};
}

/// What people call the object, whether the scheme declares it or not.
void find_display_name(const Json& json, JsonIndex subject, std::string& name) {
  constexpr std::array<std::string_view, 4> keys = {"name", "title", "use_case_name", "id"};
  std::array<JsonIndex, keys.size()> values{};
  for (JsonIndex key = subject + 1; key < json.after(subject); key = json.after(key + 1)) {
    for (std::size_t position = 0; position < keys.size(); ++position) {
      const bool has_content = json.is_text(key + 1) && !json.raw(key + 1).empty();
      if (has_content && json.is_word(key, keys[position])) values[position] = key + 1;
    }
  }
  const auto* value = std::find_if(values.begin(), values.end(), [](JsonIndex found) { return found != 0; });
  if (value == values.end()) return;
  if (json.is_escaped(*value)) {
    name = json.decoded(*value);
  } else {
    name = json.raw(*value);
  }
}

}  // namespace

std::optional<Unusable> read(std::string_view text, const model::Scheme& scheme, const Vocabulary& vocabulary,
                             Dossier& reuse) {
  empty(reuse, text);
  if (text.size() > limits::dossier_bytes) {
    return Unusable{Code::dossier_too_large, {std::to_string(limits::dossier_bytes >> 20) + " MB"}, 0};
  }
  std::vector<JsonValue>& values = reuse.memory.values;
  if (!read_indexed_json(text, reuse.memory.index, values)) {
    if (auto failure = read_json(text, values)) return unusable_json(std::move(*failure));
  }
  const Json json(text, values);
  if (!json.is_object(0)) return Unusable{Code::not_an_object, {std::string(words(json.kind(0)))}, json.offset(0)};

  Findings findings(reuse.findings);
  FactsAt at;
  if (is_dossier(json)) {
    reuse.pointer_prefix = "/subject";
    if (auto unusable = read_envelope(json, scheme, reuse, findings, at)) return unusable;
  }
  find_display_name(json, at.subject, reuse.subject);
  auto unusable = SubjectReader(json, scheme, vocabulary, reuse, findings).read(at);
  findings.close();
  return unusable;
}

std::optional<Unusable> read(std::string_view text, const model::Scheme& scheme, Dossier& reuse) {
  return read(text, scheme, vocabulary_of(scheme.types), reuse);
}

}  // namespace assay::dossier
