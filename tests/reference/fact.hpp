#pragma once

#include "model/scheme.hpp"
#include "reference/document.hpp"

#include <array>
#include <string>
#include <variant>
#include <vector>

// What a document says under the types of a scheme: a tree, read at once.
namespace assay::reference {

struct Fact;

/// A list, a set or a record is the fact that holds it.
using Thing = std::variant<std::monostate, bool, Decimal, std::string, Date, DateTime, Duration, Member, const Fact*>;

struct Fact {
  enum class State { missing, invalid, known };

  State state = State::missing;
  Thing value;                 ///< of a scalar
  model::TypeId type;          ///< none of the subject's own
  std::string pointer;         ///< empty: it stands in no document
  const Json* json = nullptr;  ///< what was written
  std::vector<Fact> fields;    ///< of a record, also of one that is missing or invalid
  std::vector<Fact> elements;  ///< of a list or set

  bool is_measured = false;  ///< a measurement or proportion: there as a whole or not at all
  bool is_part_of_measured = false;

  bool is_known() const { return state == State::known; }
};

/// `json` is the object that stands at `pointer`; it outlives the fact.
Fact read_subject(const model::Scheme& scheme, const Json& json, const std::string& pointer);

/// What a dossier lists beside its subject, by model::DossierList; nothing where it does not say.
using Lists = std::array<Fact, model::dossier_list_words.size()>;
Lists read_lists(const model::Scheme& scheme, const Json& dossier);

/// A list of all members of an enumeration.
Fact all_members(const model::Scheme& scheme, model::EnumId enumeration);

}  // namespace assay::reference
