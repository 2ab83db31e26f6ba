// Enumerations: their members, the texts that stand for them, and their numbers.
#include "check/declaration.hpp"

#include <map>

namespace assay::check {
namespace {

using diagnostics::Code;
using Places = std::map<std::string_view, source::Span>;

/// Is the word free? Reports it if not.
bool claim(const std::string& word, source::Span place, Places& places, Context& context) {
  const auto [first, is_new] = places.emplace(word, place);
  if (is_new) return true;
  context.diagnostics.add({.code = Code::duplicate_name,
                           .arguments = {word},
                           .at = {place, ""},
                           .also = {{first->second, "first declared here"}},
                           .help = {}});
  return false;
}

std::optional<Decimal> score_of(const syntax::Number& number, Context& context, std::size_t module) {
  const auto score = Decimal::parse(number.digits);
  if (!score)
    context.diagnostics.add({.code = Code::number_out_of_range,
                             .arguments = {number.digits},
                             .at = {span_of(number, context, module), ""},
                             .also = {},
                             .help = {}});
  return score;
}

void check_enumeration(const Declared<syntax::Enum, model::EnumId>& declared, Context& context) {
  auto& enumeration = context.scheme.types.enumerations[declared.id];
  Places names;
  Places texts;
  for (const auto& member : declared.node->members) {
    const auto& written = member.written ? member.written->value : member.name.text;
    const syntax::Spanned& place = member.written ? static_cast<const syntax::Spanned&>(*member.written) : member.name;
    if (claim(member.name.text, span_of(member.name, context, declared.module), names, context))
      claim(written, span_of(place, context, declared.module), texts, context);
    model::EnumMember row{.name = member.name.text, .written = written, .score = std::nullopt};
    if (member.score) row.score = score_of(*member.score, context, declared.module);
    enumeration.is_scored = enumeration.is_scored || member.score.has_value();
    enumeration.members.push_back(std::move(row));
  }
}

}  // namespace

void check_enumerations(const Declarations& declarations, Context& context) {
  for (const auto& declared : declarations.enumerations) check_enumeration(declared, context);
}

}  // namespace assay::check
