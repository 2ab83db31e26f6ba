#pragma once

#include "completeness/item.hpp"

#include <array>

namespace assay::completeness {

/// What a type of scheme makes of an element.
enum class Need : std::uint8_t {
  excluded,  ///< the type leaves no room for it
  free,      ///< more than the type asks
  either,    ///< it or its neighbour
  asked
};

/// A row of the table of scheme types (ISO/IEC 17067), turned round: for each type its elements. Every type has
/// selection, determination, review, decision and attestation.
struct SchemeType {
  std::string_view word;
  /// By model::SurveillanceActivity. Neighbours are the two kinds of samples, and the two kinds of assessment.
  std::array<Need, 4> surveillance;
  Need mark;
  bool covers_later_objects;  ///< the statement holds for what comes after the objects that were assessed
  bool draws_samples;         ///< which ones, is for the scheme to say
  bool is_tangible;           ///< the type is made for products, not for services and processes alone
};

/// Is the object one that the types are about: a product, a process or a service? The certification of management
/// systems, persons and bodies has none.
bool has_types(const model::Scheme& scheme);

/// The type that the scheme names; null if it names none.
const SchemeType* type_of(const model::Scheme& scheme);

/// "type 5"
std::string words(const SchemeType& type);

/// Nothing if the scheme's type covers later objects; else why the item is not asked, or that nobody can tell.
std::optional<Answer> unless_later_objects_are_covered(const model::Scheme& scheme);
Answer without_type(const model::Scheme& scheme);

}  // namespace assay::completeness
