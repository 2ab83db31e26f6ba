#pragma once

#include "laws/choices.hpp"
#include "model/scheme.hpp"
#include "reference/document.hpp"

#include <string>
#include <vector>

namespace assay::laws {

enum class Quality { complete, partial, broken };

/// A dossier for the scheme: whole, with gaps, or with gaps and mistakes. Judgements may be recorded, pending,
/// superseded or, unless it is complete, disagreeing.
reference::Json any_dossier(Choices& choices, const model::Scheme& scheme, Quality quality);

/// The dossier with valid values at some of the places where there was none, results for some of the judgements that
/// were pending, and more evidence. What was given stays, and so does the length of every list.
reference::Json any_completion(Choices& choices, const model::Scheme& scheme, const reference::Json& dossier);

/// The dossier with a valid value at the pointer, and all that must stand around it.
void fill_fact(Choices& choices, const model::Scheme& scheme, reference::Json& dossier, const std::string& pointer);
/// The same with this value.
void put_fact(const model::Scheme& scheme, reference::Json& dossier, const std::string& pointer,
              const reference::Json& value);
/// The dossier with this finding of the judgement and no other.
void put_judgement(const model::Scheme& scheme, reference::Json& dossier, const std::string& name, bool met);
/// The dossier with one finding of the judgement and no other.
void fill_judgement(Choices& choices, const model::Scheme& scheme, reference::Json& dossier, const std::string& name);

/// The members of all objects in another order.
reference::Json with_members_reversed(const reference::Json& json);

}  // namespace assay::laws
