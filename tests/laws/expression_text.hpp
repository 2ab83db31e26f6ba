#pragma once

#include "laws/scheme_text.hpp"

#include <string>
#include <utility>
#include <vector>

// Expressions as texts, each of the kind that was asked for.
namespace assay::laws {

enum class Kind {
  boolean,
  integer,
  number,
  percent,
  energy,
  text,
  date,
  instant,
  duration,
  level,
  mark,
  marks,
  measured,
  counted
};
inline constexpr int kinds = 14;
std::string type_text(Kind kind);

struct Path {
  std::string text;
  Kind kind;
};
struct FieldText {
  std::string name;
  Kind kind;
  bool optional = false;
};
struct RecordText {
  std::vector<FieldText> fields;
  bool has_inner = false;  ///< `inner optional Inner`
  bool has_codes = false;  ///< `codes list of number`
};
/// A list of Part, or of what `element` says.
struct ListPath {
  std::string text;
  bool is_parts = true;
  Kind element = Kind::number;
};
/// A define or a table.
struct Called {
  std::string name;
  Kind result;
  std::string parameter;  ///< "", "Part", or a type
  Kind parameter_kind = Kind::number;
  bool has_second = false;  ///< `m: number`
};

struct Scope {
  std::vector<Path> paths;
  std::vector<ListPath> lists;
  std::vector<std::string> records;  ///< may be asked for their presence
  std::vector<std::string> parts;    ///< of type Part
  int variables = 0;
  bool judgements = false;  ///< may stand here
};

class Writer {
 public:
  Writer(Choices& choices, const Features& features) : choices_(choices), features_(features) {}

  std::string boolean(const Scope& scope, int depth);
  std::string expression(Kind kind, const Scope& scope, int depth);
  std::string literal(Kind kind);
  /// A decision about a measured value; empty if the scheme has none.
  std::string conformity(const Scope& scope);
  /// Adds the paths of a record that stands at `at`.
  void enter(Scope& scope, const RecordText& record, const std::string& at) const;

  RecordText inner;
  RecordText part;
  std::vector<Called> called;

 private:
  std::string number(Kind kind, const Scope& scope, int depth);
  std::string date(const Scope& scope, int depth);
  std::string connective(const Scope& scope, int depth);
  std::string comparison(const Scope& scope, int depth);
  std::string presence(const Scope& scope);
  std::string quantifier(const Scope& scope, int depth);
  std::string count_comparison(const Scope& scope, int depth);
  std::string membership(const Scope& scope, int depth);
  std::string text_condition(const Scope& scope, int depth);
  std::string aggregate(Kind kind, const Scope& scope, int depth);
  std::string lookup(Kind kind, const Scope& scope, int depth);
  std::string call(Kind kind, const Scope& scope, int depth);
  std::string fallback(Kind kind, const Scope& scope, int depth);
  std::string leaf(Kind kind, const Scope& scope);
  std::string choice(Kind kind, const Scope& scope, int depth);
  std::string judgement();
  /// `x3 in LIST` with the element in `inside`; empty without a list.
  std::string range(const Scope& scope, Scope& inside);
  std::string where(const Scope& inside, int depth);

  Choices& choices_;
  Features features_;
  int judgements_ = 0;
};

}  // namespace assay::laws
