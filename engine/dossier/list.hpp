#pragma once

#include "dossier/entry.hpp"
#include "dossier/findings.hpp"
#include "dossier/json.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace assay::dossier {

inline constexpr std::string_view does_not_count = "until then it does not count";

/// Calls `read` with each object of the dossier's list `key` and its JSON Pointer; an element that is none is a
/// finding. `called` names one: "judgement".
void for_each_entry(const Json& json, JsonIndex list, std::string_view key, std::string_view called, Findings& findings,
                    const std::function<void(Entry&, std::string pointer, std::size_t position)>& read);

/// "it is a number, expected an object"
std::string not_an_object(const Json& json, JsonIndex value);

/// "judgement J1", or by its position where it has no id.
std::string entry_name(std::string_view called, std::string_view id, std::size_t position);

/// Reports the mistake of an entry, if it has one. `help` says what follows from it.
void report_mistake(const Entry& entry, std::string name, const std::string& pointer, std::string_view help,
                    Findings& findings);

/// Reports an id that stood before; an empty one is none.
class UniqueIds {
 public:
  explicit UniqueIds(std::string_view list) : list_(list) {}
  void add(const std::string& id, const std::string& pointer, std::uint32_t offset, Findings& findings);

 private:
  std::string_view list_;
  std::unordered_set<std::string> seen_;
};

/// The objects of a list as records with an `id`; one with a mistake stays, and does not count.
template <typename Record>
std::vector<Record> read_records(const Json& json, JsonIndex list, std::string_view key, std::string_view called,
                                 std::string_view all_called, Findings& findings,
                                 Record (*read)(Entry&, std::string pointer, Findings&)) {
  std::vector<Record> records;
  UniqueIds ids(all_called);
  for_each_entry(json, list, key, called, findings, [&](Entry& entry, std::string pointer, std::size_t position) {
    Record record = read(entry, std::move(pointer), findings);
    record.position = position;
    ids.add(record.id, record.pointer, entry.offset_of("id"), findings);
    report_mistake(entry, entry_name(called, record.id, position), record.pointer, does_not_count, findings);
    records.push_back(std::move(record));
  });
  return records;
}

}  // namespace assay::dossier
