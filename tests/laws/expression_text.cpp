#include "laws/expression_text.hpp"

#include <algorithm>
#include <array>

namespace assay::laws {

std::string type_text(Kind kind) {
  constexpr std::array<const char*, kinds> texts{
      "boolean",  "integer", "number", "number in %", "number in kWh",    "text",      "date", "datetime",
      "duration", "Level",   "Mark",   "set of Mark", "measurement in %", "proportion"};
  return texts[static_cast<std::size_t>(kind)];
}

void Writer::enter(Scope& scope, const RecordText& record, const std::string& at) const {
  for (const FieldText& field : record.fields) {
    scope.paths.push_back({at + "." + field.name, field.kind});
    if (field.kind == Kind::measured) scope.paths.push_back({at + "." + field.name + ".value", Kind::percent});
    if (field.kind == Kind::counted) scope.paths.push_back({at + "." + field.name + ".trials", Kind::integer});
    if (field.kind == Kind::marks) scope.lists.push_back({at + "." + field.name, false, Kind::mark});
  }
  if (record.has_codes) scope.lists.push_back({at + ".codes", false, Kind::number});
  if (!record.has_inner) return;
  scope.records.push_back(at + ".inner");
  enter(scope, inner, at + ".inner");
}

std::string Writer::literal(Kind kind) {
  static const std::vector<std::string> integers{"0", "1", "2", "3", "5", "(-1)"};
  static const std::vector<std::string> numbers{"1", "0", "0.5", "2", "3", "2.50", "(-1)"};
  static const std::vector<std::string> texts{"\"a\"", "\"b\"", "\"\"", "\"Abc\"", "\"\\u00e4\""};
  static const std::vector<std::string> dates{"2026-01-31", "2025-11-22", "2026-11-22", "2024-02-29"};
  static const std::vector<std::string> levels{"low", "mid", "high"};
  static const std::vector<std::string> marks{"red", "green", "blue"};
  switch (kind) {
    case Kind::boolean: return choices_.one_in(2) ? "false" : "true";
    case Kind::integer: return choices_.of(integers);
    case Kind::number: return choices_.of(numbers);
    case Kind::percent: return choices_.of(std::vector<std::string>{"5 %", "10 %", "0.5 %"});
    case Kind::energy: return choices_.of(std::vector<std::string>{"5 kWh", "2 MWh", "2_000 kWh"});
    case Kind::text: return choices_.of(texts);
    case Kind::date: return choices_.of(dates);
    case Kind::instant:
      return choices_.of(std::vector<std::string>{"2026-01-31T12:00:00Z", "2025-11-22T00:30:00+02:00"});
    case Kind::duration:
      return features_.uneven_durations && choices_.one_in(2) ? choices_.one_in(2) ? "12 months" : "1 month"
                                                              : "30 days";
    case Kind::level: return choices_.of(levels);
    case Kind::mark: return choices_.of(marks);
    case Kind::marks:
    case Kind::measured:
    case Kind::counted: break;
  }
  return "";
}

std::string Writer::conformity(const Scope& scope) {
  static const std::vector<std::string> comparators{" >= ", " <= ", " > ", " < "};
  static const std::vector<std::string> limits{"10 %", "2 %", "5 %", "95 %", "0 %"};
  static const std::vector<std::string> of_measurements{"",
                                                        " by guarded acceptance",
                                                        " by guarded rejection",
                                                        " with consumer risk at most 5 %",
                                                        " by guarded acceptance with guard 0.5 U",
                                                        " by guarded acceptance and rejection"};
  static const std::vector<std::string> of_proportions{"", " with 95 % confidence", " with 80 % confidence"};
  std::vector<Path> found;
  for (const Path& path : scope.paths)
    if (path.kind == Kind::measured || path.kind == Kind::counted) found.push_back(path);
  if (found.empty()) return "";
  const Path& path = choices_.of(found);
  std::string rule = choices_.of(path.kind == Kind::measured ? of_measurements : of_proportions);
  if (!features_.undecided && (rule.ends_with("rejection") || rule.ends_with("confidence"))) rule = "";
  if (choices_.one_in(4)) return "(" + path.text + " is in 0.5 % .. " + leaf(Kind::percent, scope) + rule + ")";
  const bool is_left = !choices_.one_in(4);
  const std::string limit = choices_.one_in(4) ? leaf(Kind::percent, scope) : choices_.of(limits);
  const std::string comparator = choices_.of(comparators);
  return "(" + (is_left ? path.text + comparator + limit : limit + comparator + path.text) + rule + ")";
}

std::string Writer::leaf(Kind kind, const Scope& scope) {
  std::vector<std::string> found;
  for (const Path& path : scope.paths)
    if (path.kind == kind || (kind == Kind::number && path.kind == Kind::integer)) found.push_back(path.text);
  if (found.empty() || (kind != Kind::marks && choices_.one_in(4))) return literal(kind);
  return choices_.of(found);
}

std::string Writer::range(const Scope& scope, Scope& inside) {
  if (scope.lists.empty()) return "";
  const ListPath& list = choices_.of(scope.lists);
  inside = scope;
  inside.judgements = false;
  const std::string name = "x" + std::to_string(inside.variables++);
  if (!list.is_parts) {
    inside.paths.insert(inside.paths.begin(), {name, list.element});
  } else {
    inside.parts.push_back(name);
    inside.records.push_back(name);
    Scope own;
    enter(own, part, name);
    inside.paths.insert(inside.paths.begin(), own.paths.begin(), own.paths.end());
    inside.lists.insert(inside.lists.begin(), own.lists.begin(), own.lists.end());
    inside.records.insert(inside.records.end(), own.records.begin(), own.records.end());
  }
  return name + " in " + list.text;
}

std::string Writer::where(const Scope& inside, int depth) {
  return choices_.one_in(2) ? " where " + boolean(inside, depth) : "";
}

std::string Writer::judgement() {
  const std::string number = std::to_string(++judgements_);
  return "judgement \"Is it so? " + number + "\" by lead_assessor as finding_" + number;
}

std::string Writer::connective(const Scope& scope, int depth) {
  const std::string word = choices_.one_in(2) ? " or " : " and ";
  std::vector<std::string> operands;
  for (std::size_t i = 0; i < 2 + choices_.below(2); ++i) operands.push_back(boolean(scope, depth - 1));
  if (features_.reversed) operands = {operands.rbegin(), operands.rend()};
  std::string text;
  for (const std::string& operand : operands) text += (text.empty() ? "" : word) + operand;
  return "(" + text + ")";
}

std::string Writer::comparison(const Scope& scope, int depth) {
  static const std::vector<std::string> comparators{" <= ", " < ", " > ", " >= ", " = ", " != "};
  static const std::vector<std::string> equalities{" is ", " is not "};
  static const std::vector<Kind> ordered{Kind::number, Kind::integer, Kind::percent, Kind::energy, Kind::date};
  static const std::vector<Kind> others{Kind::level, Kind::mark, Kind::text, Kind::boolean};
  const auto duration = std::find_if(scope.paths.begin(), scope.paths.end(),
                                     [](const Path& path) { return path.kind == Kind::duration; });
  if (choices_.one_in(8) && features_.uneven_durations && duration != scope.paths.end())
    return "(" + duration->text + choices_.of(comparators) + literal(Kind::duration) + ")";
  if (choices_.one_in(3)) {
    const Kind kind = choices_.of(others);
    // Members are resolved by the side that says its type.
    return "(" + expression(kind, scope, depth - 1) + choices_.of(equalities) + expression(kind, scope, depth - 1) +
           ")";
  }
  const Kind kind = choices_.of(ordered);
  const std::string left = expression(kind, scope, depth - 1);
  if (!choices_.one_in(5)) return "(" + left + choices_.of(comparators) + expression(kind, scope, depth - 1) + ")";
  return "(" + left + " is in " + leaf(kind, scope) + " .. (" + leaf(kind, scope) + " otherwise " + leaf(kind, scope) +
         "))";
}

std::string Writer::presence(const Scope& scope) {
  static const std::vector<std::string> questions{" is provided)", " is missing)", " is stated)"};
  std::vector<std::string> found = scope.records;
  for (const Path& path : scope.paths)
    if (path.text.find('.') != std::string::npos || path.text.front() == 'x') found.push_back(path.text);
  for (const ListPath& list : scope.lists)
    if (list.is_parts) found.push_back(list.text);
  if (found.empty()) return literal(Kind::boolean);
  return "(" + choices_.of(found) + choices_.of(questions);
}

std::string Writer::quantifier(const Scope& scope, int depth) {
  static const std::vector<std::string> words{"every ", "some ", "no ", "at least 2 ", "at most 1 ", "exactly 1 "};
  const std::string word = choices_.of(words);
  if (choices_.one_in(8)) {
    Scope inside = scope;
    inside.judgements = false;
    const std::string name = "x" + std::to_string(inside.variables++);
    inside.paths.insert(inside.paths.begin(), {name, Kind::mark});
    return "(" + word + name + " in Mark satisfies " + boolean(inside, depth - 1) + ")";
  }
  Scope inside;
  const std::string text = range(scope, inside);
  if (text.empty()) return literal(Kind::boolean);
  const std::string filter = where(inside, depth - 2);
  return "(" + word + text + filter + " satisfies " + boolean(inside, depth - 1) + ")";
}

std::string Writer::count_comparison(const Scope& scope, int depth) {
  static const std::vector<std::string> comparators{" >= 1)", " > 1)", " = 1)", " != 2)",
                                                    " <= 1)", " < 2)", " = 0)", " is in 1 .. 2)"};
  Scope inside;
  const std::string text = range(scope, inside);
  if (text.empty()) return literal(Kind::boolean);
  if (choices_.one_in(4)) return "(count(" + text.substr(text.find(" in ") + 4) + ")" + choices_.of(comparators);
  return "(count(" + text + " where " + boolean(inside, depth - 1) + ")" + choices_.of(comparators);
}

std::string Writer::membership(const Scope& scope, int depth) {
  const Kind kind = choices_.one_in(2) ? Kind::mark : Kind::level;
  std::vector<ListPath> lists;
  for (const ListPath& list : scope.lists)
    if (!list.is_parts) lists.push_back(list);
  if (!lists.empty() && choices_.one_in(2)) {
    const ListPath& list = choices_.of(lists);
    return "(" + list.text + " includes " + leaf(list.element, scope) + ")";
  }
  const std::string word = choices_.one_in(2) ? " is not one of {" : " is one of {";
  return "(" + expression(kind, scope, depth - 1) + word + literal(kind) + ", " + leaf(kind, scope) + "})";
}

std::string Writer::text_condition(const Scope& scope, int depth) {
  const std::string text = expression(Kind::text, scope, depth - 1);
  switch (choices_.below(5)) {
    case 0: return "(" + text + " matches \"^[aA]\")";
    case 1: return "starts_with(" + text + ", " + leaf(Kind::text, scope) + ")";
    case 2: return "ends_with(" + text + ", \"c\")";
    case 3: return "contains(" + text + ", \"b\")";
    default: return "(length(" + text + ") > 1)";
  }
}

std::string Writer::choice(Kind kind, const Scope& scope, int depth) {
  const std::string condition = boolean(scope, depth - 1);
  const std::string then = expression(kind, scope, depth - 1);
  return "(if " + condition + " then " + then + " else " + expression(kind, scope, depth - 1) + ")";
}

std::string Writer::fallback(Kind kind, const Scope& scope, int depth) {
  Scope inside = scope;
  inside.judgements = false;
  const std::string first = expression(kind, inside, depth - 1);
  return "(" + first + " otherwise " + expression(kind, inside, depth - 1) + ")";
}

std::string Writer::call(Kind kind, const Scope& scope, int depth) {
  std::vector<Called> found;
  for (const Called& one : called)
    if (one.result == kind && (one.parameter != "Part" || !scope.parts.empty())) found.push_back(one);
  if (found.empty()) return leaf(kind, scope);
  const Called& one = choices_.of(found);
  if (one.parameter.empty()) return one.name;
  Scope inside = scope;
  inside.judgements = false;
  const std::string first =
      one.parameter == "Part" ? choices_.of(scope.parts) : expression(one.parameter_kind, inside, depth - 1);
  const std::string second = one.has_second ? ", " + expression(Kind::number, inside, depth - 1) : "";
  return one.name + "(" + first + second + ")";
}

std::string Writer::lookup(Kind kind, const Scope& scope, int depth) {
  Scope inside;
  const std::string text = range(scope, inside);
  if (text.empty() || !features_.lookup) return leaf(kind, scope);
  const std::string name = text.substr(0, text.find(' '));
  std::vector<std::string> found;
  for (const Path& path : inside.paths)
    if (path.kind == kind && (path.text == name || path.text.rfind(name + ".", 0) == 0))
      found.push_back(path.text.substr(name.size()));
  if (found.empty()) return leaf(kind, scope);
  const std::string rest = choices_.of(found);
  return "(the " + text + " where " + boolean(inside, depth - 1) + ")" + rest;
}

std::string Writer::aggregate(Kind kind, const Scope& scope, int depth) {
  static const std::vector<std::string> words{"sum(", "min(", "max(", "average("};
  Scope inside;
  const std::string text = range(scope, inside);
  if (text.empty()) return leaf(kind, scope);
  const std::string word = features_.extremes ? choices_.of(words) : words[0];
  const std::string element = number(kind, inside, depth - 2);
  return word + element + " for " + text + where(inside, depth - 2) + ")";
}

std::string Writer::number(Kind kind, const Scope& scope, int depth) {
  if (depth <= 0) return leaf(kind, scope);
  const auto of = [&](Kind wanted) { return number(wanted, scope, depth - 1); };
  switch (choices_.below(13)) {
    case 2: return "(" + of(kind) + " + " + of(kind) + ")";
    case 3: return "(" + of(kind) + " - " + of(kind) + ")";
    case 4: return kind == Kind::percent ? leaf(kind, scope) : "(" + of(kind) + " * " + literal(Kind::integer) + ")";
    case 5:
      if (features_.division && (kind == Kind::number || kind == Kind::energy))
        return "(" + of(kind) + " / " + of(Kind::number) + ")";
      return "(-" + of(kind) + ")";
    case 6: return kind == Kind::integer ? leaf(kind, scope) : aggregate(kind, scope, depth);
    case 7: return choice(kind, scope, depth);
    case 8: return fallback(kind, scope, depth);
    case 9:
    case 10: return call(kind, scope, depth);
    case 11: return lookup(kind, scope, depth);
    case 12: break;
    default: return leaf(kind, scope);
  }
  Scope inside;
  if (kind == Kind::percent) return "percent(" + of(Kind::number) + ")";
  if (kind == Kind::energy) return leaf(kind, scope);
  switch (choices_.below(7)) {
    case 1: return "year(" + date(scope, depth - 1) + ")";
    case 2: return "length(" + expression(Kind::text, scope, depth - 1) + ")";
    case 3: return "days_between(" + date(scope, depth - 1) + ", " + date(scope, depth - 1) + ")";
    case 4: return scope.lists.empty() ? literal(kind) : "count(" + choices_.of(scope.lists).text + ")";
    case 5: return "month(" + date(scope, depth - 1) + ")";
    case 6: return kind == Kind::integer ? leaf(kind, scope) : "ratio(" + of(Kind::percent) + ")";
    default: break;
  }
  if (kind == Kind::integer) return leaf(kind, scope);
  if (choices_.one_in(2)) return "round(" + of(Kind::number) + ")";
  const std::string marks = leaf(Kind::marks, scope);
  return "value(" + (marks.empty() || choices_.one_in(2) ? leaf(Kind::mark, scope) : marks) + ")";
}

std::string Writer::date(const Scope& scope, int depth) {
  if (depth <= 0) return leaf(Kind::date, scope);
  switch (choices_.below(8)) {
    case 1: return "assessment_date";
    case 2: return "(" + date(scope, depth - 1) + " + " + leaf(Kind::duration, scope) + ")";
    case 3: return "(" + date(scope, depth - 1) + " - " + literal(Kind::duration) + ")";
    case 4: return choice(Kind::date, scope, depth);
    case 5: return fallback(Kind::date, scope, depth);
    case 6: return lookup(Kind::date, scope, depth);
    case 7: return "date(" + leaf(Kind::instant, scope) + ")";
    default: return leaf(Kind::date, scope);
  }
}

std::string Writer::expression(Kind kind, const Scope& outer, int depth) {
  Scope scope = outer;
  scope.judgements = false;
  if (kind == Kind::boolean) return boolean(scope, depth);
  if (kind == Kind::date) return date(scope, depth);
  if (kind == Kind::integer || kind == Kind::number || kind == Kind::percent || kind == Kind::energy)
    return number(kind, scope, depth);
  if (depth <= 0) return leaf(kind, scope);
  switch (choices_.below(6)) {
    case 2: return choice(kind, scope, depth);
    case 3: return fallback(kind, scope, depth);
    case 4: return lookup(kind, scope, depth);
    case 5: return kind == Kind::text ? "lower(" + leaf(kind, scope) + ")" : call(kind, scope, depth);
    default: return leaf(kind, scope);
  }
}

std::string Writer::boolean(const Scope& scope, int depth) {
  if (depth <= 0) return leaf(Kind::boolean, scope);
  if (scope.judgements && choices_.one_in(8)) return "(" + judgement() + ")";
  switch (choices_.below(21)) {
    case 1:
    case 2:
    case 3: return comparison(scope, depth);
    case 4:
    case 5: return connective(scope, depth);
    case 6: {
      Scope inside = scope;
      inside.judgements = false;
      return "(not " + boolean(inside, depth - 1) + ")";
    }
    case 7: {
      Scope inside = scope;
      inside.judgements = false;
      return "(" + boolean(inside, depth - 1) + " implies " + boolean(inside, depth - 1) + ")";
    }
    case 8: {
      const std::string condition = boolean(scope, depth - 1);
      const std::string then = boolean(scope, depth - 1);
      return "(if " + condition + " then " + then + " else " + boolean(scope, depth - 1) + ")";
    }
    case 9:
    case 10: return presence(scope);
    case 11:
    case 12:
    case 13: return quantifier(scope, depth);
    case 14: return count_comparison(scope, depth);
    case 15: return membership(scope, depth);
    case 16: return text_condition(scope, depth);
    case 17:
    case 18: return call(Kind::boolean, scope, depth);
    case 19: return fallback(Kind::boolean, scope, depth);
    case 20:
      return "(" + (choices_.one_in(3) ? leaf(Kind::instant, scope) : date(scope, depth - 1)) + " is within " +
             literal(Kind::duration) + ")";
    default: return leaf(Kind::boolean, scope);
  }
}

}  // namespace assay::laws
