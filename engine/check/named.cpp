// What several constructs name: requirements, documents, periods.
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help,
            Context& context) {
  context.diagnostics.add(
      {.code = code, .arguments = std::move(arguments), .at = {at, ""}, .also = {}, .help = std::move(help)});
}

std::optional<Date> check_day(const std::optional<syntax::Moment>& moment, Context& context, std::size_t module) {
  if (!moment) return std::nullopt;
  const auto date = parse_date(moment->text);
  if (!date)
    report(Code::wrong_header_value, span_of(*moment, context, module), {moment->text, "in_force"},
           {"write a date without a time"}, context);
  return date;
}

}  // namespace

model::DateRange check_period(const syntax::MomentRange& period, Context& context, std::size_t module) {
  const model::DateRange range{check_day(period.from, context, module), check_day(period.to, context, module)};
  if (range.from && range.to && *range.from > *range.to)
    report(Code::empty_range, span_of(period, context, module), {period.from->text, period.to->text}, {}, context);
  return range;
}

std::vector<model::RequirementId> check_requirement_names(const std::vector<syntax::Name>& names, Context& context,
                                                          std::size_t module) {
  std::vector<model::RequirementId> ids;
  for (const auto& name : names) {
    const auto known = context.requirements.find(name.text);
    if (known == context.requirements.end()) {
      const auto candidates = [&context] {
        std::vector<std::string_view> all;
        for (const auto& [id, row] : context.requirements) all.push_back(id);
        return all;
      };
      report(Code::unknown_requirement, span_of(name, context, module), {name.text},
             suggest(name.text, candidates, context), context);
    } else if (std::find(ids.begin(), ids.end(), known->second) != ids.end()) {
      report(Code::requirement_named_twice, span_of(name, context, module), {name.text}, {"remove one"}, context);
    } else {
      ids.push_back(known->second);
    }
  }
  return ids;
}

std::optional<model::SourceReference> check_source(const syntax::Source& source, Context& context, std::size_t module) {
  const auto meaning = find_name(source.document.text, context, module);
  const auto* document = meaning ? std::get_if<model::DocumentId>(&*meaning) : nullptr;
  if (document != nullptr) return model::SourceReference{*document, source.clause.value};
  const auto documents = [](const Names& known) {
    std::vector<std::string_view> names;
    for (const auto& [name, what] : known.general)
      if (std::holds_alternative<model::DocumentId>(what)) names.push_back(name);
    return names;
  };
  report(Code::unknown_document, span_of(source.document, context, module), {source.document.text},
         suggest_name(source.document.text, documents, context, module), context);
  return std::nullopt;
}

}  // namespace assay::check
