#include "laws/scheme_text.hpp"

#include "laws/expression_text.hpp"

namespace assay::laws {
namespace {

constexpr int depth = 4;

/// Of a table's input. What a function gives may have an end at which a row would match nothing, which is an error.
int depth_of(Kind input) { return input == Kind::integer || input == Kind::number ? 0 : 1; }

const char* const header = R"(scheme "Generated" {
  id             "example.org/generated"
  version        "1.0.0"
  owner          "Example Standards Institute"
  object         product
  type           "5"
  party          third
  default_grade  major
  in_force       2026-01-01 ..
)";

const char* const declarations = R"(}

unit kWh
unit MWh = 1000 kWh
enum Level { low, mid "Mid/~level", high "high" }
enum Mark { red "red-1" = 1, green "green-3" = 3, blue }

)";

class SchemeWriter {
 public:
  SchemeWriter(Choices& choices, const Features& features) : choices_(choices), writer_(choices, features) {}

  SchemeText write();

 private:
  RecordText record(std::size_t least, std::size_t most, const std::string& prefix);
  std::string fields(const RecordText& record) const;
  std::string records();
  std::string define(int number);
  std::string table(int number);
  std::vector<std::string> patterns(Kind kind);
  std::string rows(const std::vector<Kind>& inputs, Kind result, const Scope& scope);
  std::string requirement(int number);
  std::string evidence(int number, const std::string& name);
  std::string covering();
  std::string provision(const Scope& scope);
  std::string in_force();
  std::string presumption(int number, std::size_t requirements);
  std::string surveillance(std::size_t requirements);
  std::string condition_twice();
  std::string decision(std::size_t requirements);
  std::string rules(std::size_t requirements);
  std::string condition(std::size_t requirements, int levels);

  Choices& choices_;
  Writer writer_;
  RecordText subject_;
  Scope scope_;
  bool admits_waivers_ = false;
};

RecordText SchemeWriter::record(std::size_t least, std::size_t most, const std::string& prefix) {
  RecordText record;
  const std::size_t count = least + choices_.below(most - least + 1);
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = static_cast<Kind>(choices_.below(kinds));
    record.fields.push_back({prefix + std::to_string(i + 1), kind, choices_.one_in(3)});
  }
  return record;
}

std::string SchemeWriter::fields(const RecordText& record) const {
  std::string text;
  for (const FieldText& field : record.fields)
    text += "  " + field.name + "  " + (field.optional ? "optional " : "") + type_text(field.kind) + "\n";
  if (record.has_inner) text += "  inner  optional Inner\n";
  if (record.has_codes) text += "  codes  list of number\n";
  return text;
}

std::string SchemeWriter::records() {
  writer_.inner = record(1, 2, "i");
  writer_.part = record(1, 3, "p");
  writer_.part.has_inner = choices_.one_in(2);
  writer_.part.has_codes = choices_.one_in(3);
  subject_ = record(2, 7, "f");
  subject_.has_inner = choices_.one_in(2);
  subject_.has_codes = choices_.one_in(2);
  writer_.enter(scope_, subject_, "system");
  std::string text = "record Inner {\n" + fields(writer_.inner) + "}\nrecord Part {\n" + fields(writer_.part) + "}\n";
  text += "subject system {\n" + fields(subject_);
  text += "  parts  list of Part\n  spare  optional Part  at \"spare/part\"\n}\n\n";
  scope_.lists.insert(scope_.lists.begin(), {"system.parts", true, Kind::number});
  scope_.parts.push_back("system.spare");
  scope_.records.push_back("system.spare");
  writer_.enter(scope_, writer_.part, "system.spare");
  return text;
}

std::string SchemeWriter::define(int number) {
  static const std::vector<Kind> results{Kind::boolean, Kind::number, Kind::date,
                                         Kind::level,   Kind::text,   Kind::percent};
  Called made{"d" + std::to_string(number), choices_.of(results), ""};
  Scope scope = scope_;
  std::string parameters;
  const std::size_t form = choices_.below(3);
  if (form == 1) {
    made.parameter = "Part";
    parameters = "p: Part";
    Scope own;
    writer_.enter(own, writer_.part, "p");
    scope.paths.insert(scope.paths.begin(), own.paths.begin(), own.paths.end());
    scope.lists.insert(scope.lists.begin(), own.lists.begin(), own.lists.end());
    scope.parts = {"p"};
  } else if (form == 2) {
    made.parameter_kind = choices_.of(std::vector<Kind>{Kind::number, Kind::boolean, Kind::level});
    made.parameter = type_text(made.parameter_kind);
    parameters = "n: " + made.parameter;
    for (int i = 0; i < 3; ++i) scope.paths.push_back({"n", made.parameter_kind});
  }
  made.has_second = form != 0 && choices_.one_in(2);
  if (made.has_second) parameters += ", m: number";
  for (int i = 0; made.has_second && i < 3; ++i) scope.paths.push_back({"m", Kind::number});
  const std::string body = writer_.expression(made.result, scope, depth - 1);
  writer_.called.push_back(made);
  return "define " + made.name + (form == 0 ? "" : "(" + parameters + ")") + " = " + body + "\n";
}

std::vector<std::string> SchemeWriter::patterns(Kind kind) {
  if (kind == Kind::boolean) return {"true", "false"};
  const std::vector<std::vector<std::string>> members{
      {"low", "mid", "high"}, {"{low, high}", "mid"}, {"low", "{mid, high}"}};
  const std::vector<std::vector<std::string>> integers{{".. 0", "1 .. 2", "3 .."}, {".. < 2", "2", "> 2 .."}};
  const std::vector<std::vector<std::string>> numbers{{".. 0", "> 0 .. < 2", "2 .."}, {".. < 2", "2", "> 2 .."}};
  return choices_.of(kind == Kind::level ? members : kind == Kind::integer ? integers : numbers);
}

std::string SchemeWriter::rows(const std::vector<Kind>& inputs, Kind result, const Scope& scope) {
  const auto value = [&] {
    return choices_.one_in(3) ? "(" + writer_.expression(result, scope, 1) + ")" : writer_.literal(result);
  };
  std::string text;
  const bool is_cutting = choices_.one_in(3);
  bool is_cut = false;
  for (const std::string& first : patterns(inputs[0])) {
    if (is_cutting && !text.empty() && choices_.one_in(2)) {
      is_cut = true;
      continue;
    }
    if (inputs.size() == 1) {
      text += "  " + first + " => " + value() + "\n";
      continue;
    }
    // With some cut out, `otherwise` stands behind whole values of the first input.
    const bool is_any = is_cutting || choices_.one_in(3);
    const auto seconds = is_any ? std::vector<std::string>{"any"} : patterns(inputs[1]);
    for (const std::string& second : seconds) text += "  " + first + ", " + second + " => " + value() + "\n";
  }
  return is_cut ? text + "  otherwise => " + value() + "\n" : text;
}

std::string SchemeWriter::table(int number) {
  static const std::vector<Kind> input_kinds{Kind::level, Kind::boolean, Kind::number, Kind::integer};
  static const std::vector<Kind> results{Kind::number, Kind::boolean, Kind::level, Kind::percent};
  Called made{"t" + std::to_string(number), choices_.of(results), ""};
  Scope scope = scope_;
  std::vector<Kind> inputs{choices_.of(input_kinds)};
  std::string parameters;
  std::string by;
  if (choices_.one_in(3)) {
    made.parameter_kind = inputs[0];
    made.parameter = type_text(made.parameter_kind);
    parameters = "(n: " + made.parameter + ")";
    by = "n";
    scope.paths.push_back({"n", made.parameter_kind});
  } else {
    by = writer_.expression(inputs[0], scope, depth_of(inputs[0]));
  }
  if (choices_.one_in(3)) {
    inputs.push_back(choices_.of(input_kinds));
    by += ", " + writer_.expression(inputs[1], scope, depth_of(inputs[1]));
  }
  const std::string body = rows(inputs, made.result, scope);
  writer_.called.push_back(made);
  return "table " + made.name + parameters + " by " + by + " -> " + type_text(made.result) + " {\n" + body + "}\n";
}

/// What all completions may agree on, though it is unknown.
std::string SchemeWriter::condition_twice() {
  const std::string one = writer_.boolean(scope_, 2);
  switch (choices_.below(4)) {
    case 0: return "(" + one + " or not " + one + ")";
    case 1: return "(" + one + " and not " + one + ")";
    case 2: return "(" + one + " implies " + one + ")";
    default: return "(" + one + " or not " + one + " or " + writer_.boolean(scope_, 2) + ")";
  }
}

std::string SchemeWriter::provision(const Scope& scope) {
  static const std::vector<std::string> modals{"shall", "shall", "shall", "should", "may"};
  static const std::vector<std::string> ends{"", "\n         else minor \"Too little\"",
                                             "\n         else major \"Not met\""};
  const std::string modal = choices_.of(modals);
  std::string condition = choices_.one_in(4) ? condition_twice() : writer_.boolean(scope, depth);
  const std::string decision = modal == "may" || choices_.one_in(2) ? "" : writer_.conformity(scope);
  if (!decision.empty())
    condition = choices_.one_in(3) ? decision : decision + (choices_.one_in(2) ? " or " : " and ") + condition;
  return "  " + modal + "  " + condition + choices_.of(ends) + "\n";
}

bool is_key(Kind kind) {
  return kind == Kind::text || kind == Kind::level || kind == Kind::integer || kind == Kind::date;
}

std::string SchemeWriter::covering() {
  std::vector<std::string> keys;
  const bool is_each = choices_.one_in(2);
  if (is_each) {
    for (const FieldText& field : writer_.part.fields)
      if (is_key(field.kind)) keys.push_back("p." + field.name);
  } else {
    for (const Path& path : scope_.paths)
      if (is_key(path.kind)) keys.push_back(path.text);
    keys.push_back("Level");
  }
  if (keys.empty()) return "";
  const std::string key = choices_.of(keys);
  return is_each ? "\n           covering each p in system.parts by " + key : "\n           covering " + key;
}

std::string SchemeWriter::evidence(int number, const std::string& name) {
  // A title of its own tells two evidences of one name apart.
  std::string text = "  evidence " + name + " \"Title of " + name + " " + std::to_string(number) + "\"";
  if (choices_.one_in(2)) text += covering();
  if (choices_.one_in(3)) text += "\n           by accredited to \"LAB-1\"";
  if (choices_.one_in(2)) text += choices_.one_in(2) ? " issued within 12 months" : " issued within 30 days";
  return text + "\n";
}

std::string SchemeWriter::requirement(int number) {
  std::string text = "requirement R-" + std::to_string(number) + " \"Requirement " + std::to_string(number) + "\" {\n";
  Scope scope = scope_;
  scope.judgements = true;
  if (choices_.one_in(4)) text += in_force();
  if (choices_.one_in(3)) {
    text += "  applies  when " + (choices_.one_in(5) ? condition_twice() : writer_.boolean(scope_, depth - 1));
    std::vector<std::string> texts;
    for (const Path& path : scope_.paths)
      if (path.kind == Kind::text) texts.push_back(path.text);
    if (!texts.empty() && choices_.one_in(2)) text += " else " + choices_.of(texts);
    text += "\n";
  }
  std::vector<std::string> asked;
  for (const char* name : {"sheet", "report"})
    if (choices_.one_in(3)) asked.emplace_back(name);
  for (const std::string& name : asked) {
    text += evidence(number, name);
    if (choices_.one_in(3))
      text += "  shall  provide " + name + (choices_.one_in(2) ? " else minor \"None\"" : "") + "\n";
  }
  if (asked.empty() || !choices_.one_in(3)) text += "  shall  " + writer_.boolean(scope, depth) + "\n";
  for (std::size_t i = choices_.below(4); i > 0; --i) text += provision(scope);
  return text + "}\n";
}

std::string SchemeWriter::in_force() {
  static const std::vector<std::string> periods{"2026-01-01 ..", "2026-11-23 ..", ".. 2026-11-22", ".. 2026-11-21",
                                                "2026-11-22 .. 2026-11-22"};
  if (choices_.one_in(2)) return "  in_force  from " + writer_.expression(Kind::date, scope_, 1) + "\n";
  return "  in_force  " + choices_.of(periods) + "\n";
}

std::string SchemeWriter::presumption(int number, std::size_t requirements) {
  static const std::vector<std::string> held{"some c in certificates satisfies c.status is active",
                                             "count(certificates) >= 2",
                                             "no c in certificates satisfies c.number is \"1\""};
  std::string text = "presumption \"P" + std::to_string(number) + "\" {\n  satisfies  R-1";
  if (requirements > 1 && choices_.one_in(2)) text += ", R-2";
  return text + "\n  when  " + (choices_.one_in(2) ? choices_.of(held) : writer_.boolean(scope_, 2)) + "\n}\n";
}

std::string SchemeWriter::surveillance(std::size_t requirements) {
  const std::string id = "R-" + std::to_string(1 + choices_.below(requirements));
  return "surveillance {\n  every 12 months by system_audit" + (choices_.one_in(4) ? "" : " reassess " + id) + "\n}\n";
}

std::string SchemeWriter::condition(std::size_t requirements, int levels) {
  static const std::vector<std::string> counts{
      "majors > 0",          "minors > 0",          "nonconforming >= 2",
      "observations > 0",    "applicable = 0",      "conforming < applicable",
      "majors + minors > 1", "conforming = 2",      "not (majors = 0)",
      "undetermined > 1",    "minors is in 1 .. 2", "waived > 0",
      "overdue > 0",         "planned > 0",         "minors > planned + waived"};
  static const std::vector<std::string> verdicts{"nonconforming", "conforming", "undetermined", "not_applicable"};
  const std::size_t form = choices_.below(6);
  if (form == 4) {
    const std::string id = "R-" + std::to_string(1 + choices_.below(requirements));
    return "verdict(" + id + ") " + (choices_.one_in(2) ? "is not " : "is ") + choices_.of(verdicts);
  }
  if (form == 5 && levels > 0) {
    const std::string word = choices_.one_in(2) ? " and " : " or ";
    return "(" + condition(requirements, levels - 1) + word + condition(requirements, levels - 1) + ")";
  }
  if (form == 3) return writer_.expression(Kind::boolean, scope_, 1);
  return choices_.of(counts);
}

/// A scheme that admits waivers must say what follows from them.
std::string SchemeWriter::rules(std::size_t requirements) {
  static const std::vector<std::string> outcomes{"refuse", "conditional", "grant", "suspend"};
  std::string text = admits_waivers_ ? "  reduce  when waived > 1\n" : "";
  for (std::size_t i = choices_.below(4); i > 0; --i)
    text += "  " + choices_.of(outcomes) + "  when " + condition(requirements, 2) + "\n";
  return text + "  grant  otherwise\n}\n";
}

std::string SchemeWriter::decision(std::size_t requirements) {
  std::string text;
  if (!choices_.one_in(3)) text += "decision {\n" + rules(requirements);
  if (choices_.one_in(3)) text += "decision at surveillance {\n" + rules(requirements);
  return text;
}

SchemeText SchemeWriter::write() {
  SchemeText scheme;
  admits_waivers_ = choices_.one_in(3);
  const bool are_some = choices_.one_in(3);
  const std::string waivers =
      admits_waivers_ ? std::string("  waivers by committee") + (are_some ? " for R-1\n" : "\n") : "";
  scheme.head = header + waivers + declarations + records();
  for (int i = static_cast<int>(choices_.below(6)); i > 0; --i)
    scheme.head += choices_.one_in(2) ? table(i) : define(i);
  const std::size_t count = 1 + choices_.below(3);
  for (std::size_t i = 1; i <= count; ++i) scheme.requirements.push_back(requirement(static_cast<int>(i)));
  for (std::size_t i = choices_.below(3); i > 0; --i) scheme.decision += presumption(static_cast<int>(i), count);
  if (choices_.one_in(3)) scheme.decision += surveillance(count);
  scheme.decision += decision(count);
  Scope scope = scope_;
  scope.judgements = true;
  for (std::size_t i = 1; i <= count; ++i) scheme.tightenings.push_back(provision(scope) + provision(scope));
  const std::size_t more = choices_.below(3);
  for (std::size_t i = 1; i <= more; ++i) scheme.additions.push_back(requirement(static_cast<int>(count + i)));
  return scheme;
}

}  // namespace

std::string SchemeText::text() const {
  std::string text = head + "\n";
  for (const std::string& requirement : requirements) text += requirement + "\n";
  return text + decision;
}

SchemeText any_scheme(Choices& choices, const Features& features) { return SchemeWriter(choices, features).write(); }

}  // namespace assay::laws
