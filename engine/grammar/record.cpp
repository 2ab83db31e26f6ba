// Records, the subject and their fields.
#include "grammar/declaration.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/type.hpp"

namespace assay::grammar {

/// What stands behind a field's type.
struct FieldDetails {
  std::optional<syntax::Text> description;
  std::optional<syntax::Text> key;
  std::vector<syntax::Text> written;
};
struct FieldParts : syntax::Spanned {
  syntax::Name name;
  bool optional = false;
  syntax::Type type;
  FieldDetails details;
};
void store(syntax::Field& target, FieldParts part) {
  syntax::Spanned const span = part;
  auto& details = part.details;
  target = syntax::Field{span,
                         std::move(part.name),
                         part.optional,
                         std::move(part.type),
                         std::move(details.description),
                         std::move(details.key),
                         std::move(details.written)};
}

inline constexpr Rule<struct place_tag, syntax::Text> place{"'at'"};
inline constexpr Rule<struct forms_tag, std::vector<syntax::Text>> forms{"'written'"};
inline constexpr Rule<struct field_tag, syntax::Field> field{"a field"};

// A quote decides: fields may be called `at` and `written`.
auto const place_def = word("at") >> text;
auto const forms_def = word("written") >> list_of(text, "or");

/// In any order, each at most once.
struct DetailsParser : x3::parser<DetailsParser> {
  using attribute_type = FieldDetails;
  static bool const has_attribute = true;
  static bool const handles_container = false;

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             FieldDetails& details) const {
    auto const reads = [&](auto const& part, auto& target) { return part.parse(first, last, context, locals, target); };
    for (;;) {
      syntax::Text words;
      if (!details.description && reads(text, words))
        details.description = std::move(words);
      else if (!details.key && reads(place, words))
        details.key = std::move(words);
      else if (!(details.written.empty() && reads(forms, details.written)))
        return true;
    }
  }
};

auto const field_def =
    into<syntax::Field>(node<FieldParts>[(name >> is_there(word("optional"))) > type > DetailsParser{}]);
auto const fields = symbol("{") > *(expected("a field or '}'")[field] - closed) > symbol("}");

auto const record_def = node<syntax::Record>[word("record") > name > fields];
auto const subject_def = node<syntax::Subject>[word("subject") > name > fields];

BOOST_SPIRIT_DEFINE(record, subject, field, place, forms)
BOOST_SPIRIT_INSTANTIATE(RecordRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(SubjectRule, Iterator, Context)

}  // namespace assay::grammar
