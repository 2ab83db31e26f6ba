#pragma once

#include "logic/verdict.hpp"
#include "model/scheme.hpp"
#include "reference/document.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

// Nonconformity records and waivers, from the words of the manual.
namespace assay::reference {

struct Records {
  std::map<std::string, Grade> open;  ///< the gravest open record of a requirement
  std::set<std::string> waivers;      ///< requirements with a waiver that counts
  std::int64_t surely_overdue = 0;
  std::int64_t maybe_overdue = 0;  ///< without a due date
  std::int64_t planned = 0;
  bool has_unplaced = false;
};

/// `dossier` need not be one: a bare subject has no records.
Records read_records(const model::Scheme& scheme, const Json& dossier, Date date);

}  // namespace assay::reference
