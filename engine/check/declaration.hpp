#pragma once

#include "check/check.hpp"
#include "check/scope.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the constructs' files hand to check.cpp: the declarations of all modules by kind, and a function for each kind.
namespace assay::check {

/// A declaration, the module it stands in, and the row of the model that it became.
template <typename Node, typename Id>
struct Declared {
  std::size_t module = 0;
  const Node* node = nullptr;
  Id id;
};

struct Declarations {
  std::vector<Declared<syntax::Unit, model::UnitId>> units;
  std::vector<Declared<syntax::Enum, model::EnumId>> enumerations;
  std::vector<Declared<syntax::Record, model::RecordId>> records;
  std::vector<Declared<syntax::Define, model::DefineId>> defines;
  std::vector<Declared<syntax::Table, model::TableId>> tables;
  std::vector<Declared<syntax::Requirement, model::RequirementId>> requirements;
  struct Presumption {
    std::size_t module = 0;
    const syntax::Presumption* node = nullptr;
  };
  std::vector<Presumption> presumptions;
  const syntax::Header* header = nullptr;
  const syntax::Subject* subject = nullptr;
  std::array<const syntax::Decision*, activity_words.size()> decisions{};  ///< by Activity
  const syntax::Attestation* attestation = nullptr;
  const syntax::Surveillance* surveillance = nullptr;
  std::vector<const syntax::Test*> tests;  ///< of the scheme itself, or of its profile
  const syntax::Profile* profile = nullptr;
  std::vector<Declared<syntax::Requirement, model::RequirementId>> tightenings;
};

/// Gives every declaration its row and every module its names. Implemented in names.cpp.
Declarations declare(const std::vector<LoadedModule>& modules, Context& context);

/// What the name, which may be `alias.name`, means in the module. Implemented in lookup.cpp.
std::optional<Meaning> find_name(std::string_view name, const Context& context, std::size_t module);
std::optional<model::UnitId> find_unit(std::string_view name, const Context& context, std::size_t module);

void check_units(const Declarations& declarations, Context& context);
void check_enumerations(const Declarations& declarations, Context& context);

/// Fields of the records and of the subject, and how their values lie in slots.
void check_records(const Declarations& declarations, Context& context);

/// Needs the requirements' ids, for waivers name them.
void check_header(const Declarations& declarations, Context& context);

/// Needs the header's default grade.
void check_requirements(const Declarations& declarations, Context& context);

/// Adds what the requirement asks for; its provisions may name it. Implemented in evidence.cpp.
void check_evidence(const syntax::Evidence& evidence, Scope scope);

void check_presumptions(const Declarations& declarations, Context& context);
void check_decisions(const Declarations& declarations, Context& context);
void check_surveillance(const Declarations& declarations, Context& context);
/// Needs the surveillance, without which there is no mark.
void check_attestation(const Declarations& declarations, Context& context);

/// The period that is written, or a report of what is no day of it. Implemented in named.cpp, as the next two.
model::DateRange check_period(const syntax::MomentRange& period, Context& context, std::size_t module);
/// The requirements that are named, each once; reports those that are not there or stand twice.
std::vector<model::RequirementId> check_requirement_names(const std::vector<syntax::Name>& names, Context& context,
                                                          std::size_t module);
std::optional<model::SourceReference> check_source(const syntax::Source& source, Context& context, std::size_t module);

/// A literal of days, weeks, months or years, more than nothing; or a report. Implemented in surveillance.cpp.
std::optional<Duration> check_interval(const syntax::Expression& written, Context& context, std::size_t module);
/// What the profile says of itself, and which parts of the scheme its changes name. Needs the header of the scheme,
/// and changes it. Implemented in profile.cpp, as the next.
void check_profile(const Declarations& declarations, Context& context);
/// Takes out of the checked requirements what the profile relaxes and exempts.
void apply_profile(const Declarations& declarations, Context& context);
/// Does a profile that says so demand no less than the scheme? Needs the decisions. Implemented in stricter.cpp.
void check_stricter(const Declarations& declarations, Context& context);
/// An entry that a profile sets. Implemented in header.cpp.
void check_settings(const syntax::Profile& profile, Context& context);

/// Reports decisions about measured values that stand where they have no place. Implemented in conformity_place.cpp.
void check_conformity_places(Context& context);

/// Needs everything that a test can speak of.
void check_tests(const Declarations& declarations, Context& context);

/// Warnings about quantifiers that hide a lookup.
void lint(const Declarations& declarations, Context& context);

/// A define or table on its way through the checker.
template <typename Node>
struct Definition {
  enum class State : std::uint8_t { untouched, under_way, done };

  std::size_t module = 0;
  const Node* node = nullptr;
  State state = State::untouched;
  bool refers_to_itself = false;
  bool absence_can_flip = false;
  std::size_t levels = 0;
  model::TypeId type{};
};

/// By the rows of the model.
struct Context::Lazy {
  struct Step {
    bool is_define = true;
    std::uint32_t row = 0;
    friend bool operator==(const Step&, const Step&) = default;
  };

  std::vector<Definition<syntax::Define>> defines;
  std::vector<Definition<syntax::Table>> tables;
  std::vector<Step> under_way;  ///< each needs the next
};

/// Types of all parameters, so that a signature is known before its body.
void check_parameters(const Declarations& declarations, Context& context);

/// Checks every define and table, each after those that it needs: a chain of definitions is as deep as one.
void check_definitions(Context& context);

/// The definitions that each one names, by position: defines first, then tables. Implemented in dependency.cpp.
std::vector<std::vector<std::size_t>> dependencies(const Context& context);

/// Checks inputs and rows into the table's row; gives its type. Implemented in table.cpp.
model::TypeId check_table(const syntax::Table& table, model::TableId id, Scope& scope);

/// Could giving a value to an absent field flip the expression? Implemented in absence.cpp.
bool absence_can_flip(const model::Expression& expression, const Context& context);

/// How deep the definition nests together with those that it names, or a report that it is too deep. Implemented in
/// depth.cpp.
std::size_t checked_levels(model::DefineId id, Context& context);
std::size_t checked_levels(model::TableId id, Context& context);

/// The source text on one line, without comments. Implemented in phrase.cpp.
std::string phrase_of(const syntax::Spanned& node, const Context& context, std::size_t module);

}  // namespace assay::check
