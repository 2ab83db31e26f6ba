#pragma once

#include "syntax/expression.hpp"
#include "syntax/test.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// Declarations as they are written, in the order of the file.
namespace assay::syntax {

/// `list of Dataset`, `set of Impact`, `number in %`, `text`
struct Type : Spanned {
  enum class Shape : std::uint8_t { plain, list, set } shape = Shape::plain;
  Name name;                      ///< the plain type's, or the element's of a set
  std::optional<Name> unit;       ///< `in UNIT`, also of a list's plain element
  std::unique_ptr<Type> element;  ///< of a list
};

/// `2026-07-01 ..`, `.. 2027-01-01`, `2026-07-01 .. 2027-01-01`: both ends in; at least one is there.
struct MomentRange : Spanned {
  std::optional<Moment> from;
  std::optional<Moment> to;
};

/// `waivers by ROLE for ID, ID`
struct WaiverEntry : Spanned {
  Name role;
  std::vector<Name> requirements;
};
/// `bodies accredited to "…"`
struct BodiesEntry : Spanned {
  Text standard;
};
/// One line of the header: `version "1.2.0"`, `object product`, `in_force 2026-07-01 ..`
struct HeaderEntry : Spanned {
  Name key;
  std::variant<Text, Name, BodiesEntry, WaiverEntry, MomentRange> value;
};
struct Header : Spanned {
  Text title;
  std::vector<HeaderEntry> entries;
};

struct Document : Spanned {
  Name name;
  Text title;
};
struct Use : Spanned {
  Text path;
  std::optional<Name> alias;
};
struct Unit : Spanned {
  Name name;
  std::optional<Number> multiple;  ///< `= 1000 kWh`
};
struct EnumMember : Spanned {
  Name name;
  std::optional<Text> written;
  std::optional<Number> score;  ///< may carry a leading '-' in its digits
};
struct Enum : Spanned {
  Name name;
  std::vector<EnumMember> members;
};
struct Field : Spanned {
  Name name;
  bool optional = false;
  Type type;
  std::optional<Text> description;
  std::optional<Text> key;    ///< `at "…"`
  std::vector<Text> written;  ///< `written "…" or "…"`
};
struct Record : Spanned {
  Name name;
  std::vector<Field> fields;
};
struct Subject : Spanned {
  Name name;
  std::vector<Field> fields;
};

struct Parameter : Spanned {
  Name name;
  Type type;
};
struct Define : Spanned {
  Name name;
  std::vector<Parameter> parameters;
  ExpressionPtr value;
};

/// `1 .. 5`, `> 1 .. < 5`, `.. 5`, `6 ..`
struct PatternRange : Spanned {
  ExpressionPtr low;   ///< null if open
  ExpressionPtr high;  ///< null if open
  bool low_excluded = false;
  bool high_excluded = false;
};
/// `{a, b}`, or one value
struct PatternValues : Spanned {
  std::vector<ExpressionPtr> values;
};
struct PatternAny : Spanned {};  ///< `any`
using Pattern = std::variant<PatternAny, PatternValues, PatternRange>;
struct Row : Spanned {
  bool is_otherwise = false;      ///< `otherwise => …` for all inputs; then `patterns` is empty
  std::vector<Pattern> patterns;  ///< one an input
  ExpressionPtr result;
};
struct Table : Spanned {
  Name name;
  std::vector<Parameter> parameters;
  std::vector<ExpressionPtr> inputs;
  std::optional<Type> type;
  std::vector<Row> rows;
};

enum class Modal : std::uint8_t { shall, should, may };
struct Provision : Spanned {
  Modal modal = Modal::shall;
  std::optional<Name> name;  ///< `shall as NAME …`
  ExpressionPtr condition;
  std::optional<Name> grade;    ///< `else major "…"`
  std::optional<Text> message;  ///< `else "…"` keeps the default grade
};
struct Source : Spanned {
  Name document;
  Text clause;
};
struct Applies : Spanned {
  ExpressionPtr condition;
  ExpressionPtr otherwise;  ///< `else TEXT`; null if absent
};
struct Method : Spanned {
  std::vector<Name> methods;
};
struct Guidance : Spanned {
  Text text;
};
/// `in_force 2027-12-02 ..`, or `in_force from EXPR`
struct InForce : Spanned {
  std::optional<MomentRange> period;
  ExpressionPtr from;  ///< null with a period
};
/// `covering each x in L by KEY`, `covering EXPR`
struct Covering : Spanned {
  std::optional<Name> variable;
  ExpressionPtr covered;  ///< L or EXPR
  ExpressionPtr key;      ///< null without a variable
};
/// `evidence NAME "…" covering … by accredited to "…" issued within D`
struct Evidence : Spanned {
  Name name;
  Text title;
  std::optional<Covering> covering;
  std::optional<Text> accreditation;
  ExpressionPtr age;  ///< null without `issued within`
};
using RequirementItem = std::variant<std::monostate, Source, Applies, Provision, Evidence, Method, Guidance, InForce>;
struct Requirement : Spanned {
  Name id;
  Text title;
  std::vector<RequirementItem> items;
};
struct Section : Spanned {
  Text title;
  std::vector<Requirement> requirements;
};

struct DecisionRule : Spanned {
  Name outcome;
  ExpressionPtr condition;  ///< null for `otherwise`
};
struct Decision : Spanned {
  std::optional<Name> activity;  ///< `decision at surveillance`
  std::vector<DecisionRule> rules;
};

/// `satisfies DG-1, DG-2`
struct Satisfies : Spanned {
  std::vector<Name> requirements;
};
/// `when EXPR`
struct When : Spanned {
  ExpressionPtr condition;
};
using PresumptionItem = std::variant<std::monostate, Satisfies, When, Source>;
struct Presumption : Spanned {
  Text title;
  std::vector<PresumptionItem> items;
};

/// `certificate valid for 3 years`
struct CertificateTerm : Spanned {
  ExpressionPtr valid_for;  ///< null: without end
};
/// `identifies system.name, system.version`
struct Identifies : Spanned {
  std::vector<ExpressionPtr> facts;
};
/// `scope system.intended_purpose`
struct ScopeOfAttestation : Spanned {
  std::vector<ExpressionPtr> facts;
};
struct Mark : Spanned {
  Text name;
};
using AttestationItem = std::variant<std::monostate, CertificateTerm, Identifies, ScopeOfAttestation, Mark>;
struct Attestation : Spanned {
  std::vector<AttestationItem> items;
};

/// `every 12 months by market_sample, system_audit reassess DG-1`
struct SurveillanceRound : Spanned {
  ExpressionPtr interval;
  std::vector<Name> activities;
  std::vector<Name> reassess;  ///< empty: all
};
struct Surveillance : Spanned {
  std::vector<SurveillanceRound> rounds;
};

/// `add requirement …`
struct Addition : Spanned {
  Requirement requirement;
};
/// `tighten ID { … }`: what stands in the braces is demanded as well. The title is empty.
struct Tightening : Spanned {
  Requirement more;
};
/// `relax ID/PROVISION because "…"`: that shall becomes a should.
struct Relaxation : Spanned {
  Name requirement;
  Name provision;  ///< its number, or its own name
  Text because;
};
/// `exempt ID because "…"`
struct Exemption : Spanned {
  Name requirement;
  Text because;
};
/// `set version "…"`: an entry of the header
struct Setting : Spanned {
  HeaderEntry entry;
};
using ProfileChange = std::variant<std::monostate, Addition, Tightening, Relaxation, Exemption, Setting>;
/// `profile "…" stricter of "path" { … }`
struct Profile : Spanned {
  Text title;
  bool is_stricter = false;
  Text base;
  std::vector<ProfileChange> changes;
};

/// The monostate is the hole that a declaration with a syntax error leaves; the error has been reported.
using Declaration = std::variant<std::monostate, Header, Document, Use, Unit, Enum, Record, Subject, Define, Table,
                                 Section, Requirement, Decision, Presumption, Attestation, Surveillance, Test, Profile>;

/// One file as it is written.
struct Module {
  std::vector<Declaration> declarations;
};

}  // namespace assay::syntax
