#pragma once

#include "dossier/entry.hpp"
#include "dossier/findings.hpp"
#include "dossier/json.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace assay::dossier {

/// Calls `read` with each object of the dossier's list `key` and its JSON Pointer; an element that is none is a
/// finding. `called` names one: "judgement".
void for_each_entry(const Json& json, JsonIndex list, std::string_view key, std::string_view called, Findings& findings,
                    const std::function<void(Entry&, std::string pointer, std::size_t position)>& read);

/// "judgement J1", or by its position where it has no id.
std::string entry_name(std::string_view called, std::string_view id, std::size_t position);

/// Reports an id that stood before; an empty one is none.
class UniqueIds {
 public:
  explicit UniqueIds(std::string_view list) : list_(list) {}
  void add(const std::string& id, const std::string& pointer, std::uint32_t offset, Findings& findings);

 private:
  std::string_view list_;
  std::unordered_set<std::string> seen_;
};

}  // namespace assay::dossier
