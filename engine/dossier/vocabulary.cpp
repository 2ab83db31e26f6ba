// How a dossier's words find the fields and members that a scheme declares.
#include "dossier/vocabulary.hpp"

#include "base/nearest.hpp"
#include "base/word.hpp"

#include <bit>
#include <utility>

namespace assay::dossier {
namespace {

/// A bit for each letter, without its case.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char letter : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(letter) % 32);
  return letters;
}

std::vector<FieldPlan> plan_of(const model::Types& types, const model::Record& record, const WordIndex& keys) {
  std::vector<FieldPlan> plan;
  for (const model::Field& field : record.fields) {
    plan.push_back({.key = keys.words()[plan.size()],
                    .type = field.type,
                    .plain = plain_value_of(types, field.type, field),
                    .slot = field.slot,
                    .slots = types.slots_of(field.type),
                    .optional = field.optional});
  }
  return plan;
}

}  // namespace

WordIndex::WordIndex(std::vector<std::string> words)
    : words_(std::move(words)), places_(std::bit_ceil(2 * words_.size() + 1)) {
  const std::size_t mask = places_.size() - 1;
  for (std::uint32_t position = 0; position < words_.size(); ++position) {
    std::size_t place = hash_of_word(words_[position]) & mask;
    while (places_[place] != 0) place = (place + 1) & mask;
    places_[place] = position + 1;
    letters_.push_back(letters_of(words_[position]));
  }
}

std::optional<std::uint32_t> WordIndex::find(std::string_view word) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t place = hash_of_word(word) & mask;
  for (; places_[place] != 0; place = (place + 1) & mask) {
    if (same_word(words_[places_[place] - 1], word)) return places_[place] - 1;
  }
  return std::nullopt;
}

std::optional<std::string_view> WordIndex::nearest_to(std::string_view word) const {
  // An edit changes two bits at most, and `nearest` allows two edits: most words need no closer look.
  const std::uint32_t letters = letters_of(word);
  std::vector<std::string_view> candidates;
  for (std::size_t position = 0; position < words_.size(); ++position) {
    if (std::popcount(letters ^ letters_[position]) <= 4) candidates.push_back(words_[position]);
  }
  return nearest(word, candidates);
}

PlainValue plain_value_of(const model::Types& types, model::TypeId type, const model::Field& field) {
  using Plain = PlainValue::Kind;
  const bool is_standard = field.forms.empty();
  switch (types[type].kind) {
    case model::Kind::boolean: return {Plain::boolean};
    case model::Kind::integer: return {Plain::integer};
    case model::Kind::number: return {Plain::number};
    case model::Kind::text: return {Plain::text};
    case model::Kind::date: return {is_standard ? Plain::date : Plain::none};
    case model::Kind::datetime: return {is_standard ? Plain::datetime : Plain::none};
    case model::Kind::enumeration: return {Plain::enumeration, types[type].enumeration};
    default: return {};
  }
}

Vocabulary vocabulary_of(const model::Types& types) {
  Vocabulary vocabulary;
  for (const model::Record& record : types.records) {
    std::vector<std::string> keys;
    for (const model::Field& field : record.fields) keys.push_back(field.key);
    vocabulary.keys.add(WordIndex(std::move(keys)));
  }
  for (const model::Enumeration& enumeration : types.enumerations) {
    std::vector<std::string> members;
    for (const model::EnumMember& member : enumeration.members) members.push_back(member.written);
    vocabulary.members.add(WordIndex(std::move(members)));
  }
  for (std::size_t position = 0; position < types.records.size(); ++position) {
    const model::RecordId record = types.records.id_at(position);
    vocabulary.plans.add(plan_of(types, types.records[record], vocabulary.keys[record]));
  }
  return vocabulary;
}

}  // namespace assay::dossier
