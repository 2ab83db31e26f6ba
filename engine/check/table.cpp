// Tables: inputs, patterns, results, and whether the rows match every input once.
#include "base/limits.hpp"
#include "base/match.hpp"
#include "check/coverage.hpp"
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::Kind;

bool is_ordered(Kind kind) {
  return kind == Kind::integer || kind == Kind::number || kind == Kind::date || kind == Kind::datetime;
}
bool can_be_matched(Kind kind) {
  return is_ordered(kind) || kind == Kind::boolean || kind == Kind::text || kind == Kind::enumeration;
}

template <typename Quantity>
bool is_empty(const model::Bound& low, const model::Bound& high) {
  const auto* from = std::get_if<Quantity>(&low.value);
  const auto* to = std::get_if<Quantity>(&high.value);
  if (from == nullptr || to == nullptr) return false;
  return *from > *to || (*from == *to && (low.excluded || high.excluded));
}

class TableCheck {
 public:
  TableCheck(const syntax::Table& table, model::DecisionTable& row, Scope& scope)
      : table_(table), model_(row), scope_(scope), types_(scope.context.scheme.types) {}

  void check() {
    check_inputs();
    check_rows();
    settle_type();
    check_coverage();
  }

 private:
  void check_inputs();
  void check_rows();
  void check_row(const syntax::Row& row);
  void check_width(const syntax::Row& row);
  model::Pattern check_pattern(const syntax::Pattern& pattern, std::size_t input);
  model::Pattern pattern_of(const syntax::PatternAny&, std::size_t) { return any_pattern(); }
  model::Pattern pattern_of(const syntax::PatternValues& values, std::size_t input);
  model::Pattern pattern_of(const syntax::PatternRange& range, std::size_t input);
  std::optional<model::Bound> check_bound(const syntax::ExpressionPtr& end, bool excluded, std::size_t input);
  void check_order(const syntax::PatternRange& range, const model::Pattern& pattern);
  std::optional<model::Constant> constant(const syntax::Expression& expression, std::size_t input);
  void settle_type();
  void check_coverage();
  void report_dead_patterns(const Coverage& coverage);
  void report_overlaps(const Coverage& coverage);
  void report_gap(const Coverage& coverage);

  static model::Pattern any_pattern() { return {.any = true, .values = {}, .low = std::nullopt, .high = std::nullopt}; }
  Kind kind_of(std::size_t input) const { return types_[model_.inputs[input]->type].kind; }
  std::string input_words(std::size_t input) const { return types_.words(model_.inputs[input]->type); }
  source::Span span(const syntax::Spanned& node) const { return span_of(node, scope_); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {}) {
    scope_.context.diagnostics.add(
        {.code = code, .arguments = std::move(arguments), .at = {at, ""}, .also = {}, .help = std::move(help)});
  }

  const syntax::Table& table_;
  model::DecisionTable& model_;
  Scope& scope_;
  const model::Types& types_;
  std::optional<model::TypeId> declared_;  ///< the result's type as written
  std::optional<std::size_t> otherwise_;   ///< the row
  bool patterns_are_sound_ = true;         ///< nothing was reported that could make an overlap or a gap
};

void TableCheck::check_inputs() {
  for (const auto& input : table_.inputs) {
    auto checked = check_expression(*input, scope_);
    const Kind kind = types_[checked->type].kind;
    if (kind == Kind::erroneous) patterns_are_sound_ = false;
    if (kind != Kind::erroneous && !can_be_matched(kind)) {
      report(Code::type_mismatch, checked->span,
             {"a boolean, number, text, date, datetime or enumeration", types_.words(checked->type)});
      patterns_are_sound_ = false;
    }
    model_.inputs.push_back(std::move(checked));
  }
}

void TableCheck::check_rows() {
  if (table_.type) declared_ = check_type(*table_.type, scope_.context, scope_.module);
  for (std::size_t position = 0; position < table_.rows.size(); ++position) {
    const auto& row = table_.rows[position];
    if (otherwise_) {
      scope_.context.diagnostics.add({.code = Code::row_after_otherwise,
                                      .arguments = {},
                                      .at = {span(row), ""},
                                      .also = {{span(table_.rows[*otherwise_]), "matches everything that is left"}},
                                      .help = {"move 'otherwise' to the end"}});
      patterns_are_sound_ = false;
    }
    if (row.is_otherwise && !otherwise_) otherwise_ = position;
    check_row(row);
  }
}

void TableCheck::check_row(const syntax::Row& row) {
  model::Row checked;
  checked.span = span(row);
  if (!row.is_otherwise) check_width(row);
  for (std::size_t input = 0; input < model_.inputs.size(); ++input) {
    const bool is_written = !row.is_otherwise && input < row.patterns.size();
    checked.patterns.push_back(is_written ? check_pattern(row.patterns[input], input) : any_pattern());
  }
  const auto expected = declared_ || model_.rows.empty() ? declared_ : model_.rows.front().result->type;
  checked.result = check_expression(*row.result, scope_, expected);
  model_.rows.push_back(std::move(checked));
}

void TableCheck::check_width(const syntax::Row& row) {
  if (row.patterns.size() == model_.inputs.size()) return;
  patterns_are_sound_ = false;
  report(Code::wrong_row_width, span(row),
         {std::to_string(row.patterns.size()), model_.name, std::to_string(model_.inputs.size())});
}

model::Pattern TableCheck::check_pattern(const syntax::Pattern& pattern, std::size_t input) {
  return std::visit([&](const auto& written) { return pattern_of(written, input); }, pattern);
}

model::Pattern TableCheck::pattern_of(const syntax::PatternValues& values, std::size_t input) {
  model::Pattern pattern;
  for (const auto& value : values.values)
    if (auto checked = constant(*value, input)) pattern.values.push_back(*std::move(checked));
  return pattern;
}

model::Pattern TableCheck::pattern_of(const syntax::PatternRange& range, std::size_t input) {
  if (can_be_matched(kind_of(input)) && !is_ordered(kind_of(input))) {
    report(Code::wrong_pattern, span(range), {model_.name, "a range", input_words(input)},
           {"write the values one by one: '{a, b}'"});
    patterns_are_sound_ = false;
    return any_pattern();
  }
  model::Pattern pattern;
  pattern.low = check_bound(range.low, range.low_excluded, input);
  pattern.high = check_bound(range.high, range.high_excluded, input);
  check_order(range, pattern);
  return pattern;
}

std::optional<model::Bound> TableCheck::check_bound(const syntax::ExpressionPtr& end, bool excluded,
                                                    std::size_t input) {
  if (!end) return std::nullopt;
  const auto value = constant(*end, input);
  if (!value) return std::nullopt;
  return model::Bound{.value = value->value, .excluded = excluded};
}

void TableCheck::check_order(const syntax::PatternRange& range, const model::Pattern& pattern) {
  if (!pattern.low || !pattern.high) return;
  if (!is_empty<Decimal>(*pattern.low, *pattern.high) && !is_empty<Date>(*pattern.low, *pattern.high) &&
      !is_empty<DateTime>(*pattern.low, *pattern.high))
    return;
  patterns_are_sound_ = false;
  report(Code::empty_range, span(range),
         {phrase_of(*range.low, scope_.context, scope_.module), phrase_of(*range.high, scope_.context, scope_.module)});
}

/// A pattern's value in the input's type and unit.
std::optional<model::Constant> TableCheck::constant(const syntax::Expression& expression, std::size_t input) {
  auto type = model_.inputs[input]->type;
  auto checked = check_expression(expression, scope_, type);
  // Scores are whole, but the limits between their levels need not be.
  if (kind_of(input) == Kind::integer)
    type = scope_.context.scheme.types.intern({.kind = Kind::number, .unit = types_[type].unit});
  if (types_[checked->type].kind != Kind::erroneous && can_be_matched(kind_of(input)))
    checked = coerce(std::move(checked), type, scope_);
  const bool is_erroneous = types_[checked->type].kind == Kind::erroneous;
  auto value = is_erroneous ? std::nullopt : constant_of(*checked);
  if (value) return value;
  patterns_are_sound_ = false;
  if (!is_erroneous)
    report(Code::wrong_pattern, span(expression),
           {model_.name, "'" + phrase_of(expression, scope_.context, scope_.module) + "'", input_words(input)},
           {"write a literal or a member"});
  return std::nullopt;
}

/// The declared type, or that of the first row; a number if a row is one and another an integer.
void TableCheck::settle_type() {
  model_.type = declared_.value_or(model::TypeId{});
  for (const auto& row : model_.rows) {
    if (declared_) break;
    const auto& type = types_[row.result->type];
    const auto& common = types_[model_.type];
    const bool is_wider = common.kind == Kind::integer && type.kind == Kind::number && common.unit == type.unit;
    if (common.kind == Kind::erroneous || is_wider) model_.type = row.result->type;
  }
  if (types_[model_.type].kind == Kind::erroneous) return;
  for (auto& row : model_.rows) row.result = coerce(std::move(row.result), model_.type, scope_);
}

void TableCheck::check_coverage() {
  if (!patterns_are_sound_ || model_.inputs.empty()) return;
  const Coverage coverage(model_, otherwise_.value_or(model_.rows.size()), scope_.context.scheme);
  report_dead_patterns(coverage);
  report_overlaps(coverage);
  if (!otherwise_) report_gap(coverage);
}

/// No integer is 0.5, and no count is -1.
void TableCheck::report_dead_patterns(const Coverage& coverage) {
  for (std::size_t row = 0; row < otherwise_.value_or(model_.rows.size()); ++row) {
    for (std::size_t input = 0; input < model_.inputs.size(); ++input) {
      if (coverage.can_match(row, input)) continue;
      const auto& pattern = match(table_.rows[row].patterns[input],
                                  [](const auto& written) -> const syntax::Spanned& { return written; });
      report(Code::wrong_pattern, span(pattern),
             {model_.name, "'" + phrase_of(pattern, scope_.context, scope_.module) + "'", input_words(input)});
    }
  }
}

void TableCheck::report_overlaps(const Coverage& coverage) {
  for (const auto& [first, second, witness] : coverage.overlaps()) {
    scope_.context.diagnostics.add({.code = Code::overlapping_rows,
                                    .arguments = {model_.name, witness},
                                    .at = {model_.rows[second].span, ""},
                                    .also = {{model_.rows[first].span, "matches it too"}},
                                    .help = {}});
  }
}

void TableCheck::report_gap(const Coverage& coverage) {
  if (coverage.is_too_large()) {
    report(Code::table_gap, model_.span, {model_.name, "every combination of its inputs, as far as can be told"},
           {"add a last row 'otherwise => …': the inputs have more than " + std::to_string(limits::table_cells) +
            " combinations"});
    return;
  }
  if (const auto witness = coverage.gap())
    report(Code::table_gap, model_.span, {model_.name, *witness}, {"add a row for it, or a last row 'otherwise => …'"});
}

}  // namespace

model::TypeId check_table(const syntax::Table& table, model::TableId id, Scope& scope) {
  auto& row = scope.context.scheme.tables[id];
  TableCheck(table, row, scope).check();
  return row.type;
}

}  // namespace assay::check
