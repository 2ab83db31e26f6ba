// The lists of a dossier beside its subject: judgements, evidence, people.
#include "dossier/list.hpp"

#include <utility>

namespace assay::dossier {

using diagnostics::Code;

std::string not_an_object(const Json& json, JsonIndex value) {
  return "it is " + std::string(words(json.kind(value))) + ", expected an object";
}

std::string entry_name(std::string_view called, std::string_view id, std::size_t position) {
  return std::string(called) + " " + (id.empty() ? std::to_string(position + 1) : clipped(id));
}

void for_each_entry(const Json& json, JsonIndex list, std::string_view key, std::string_view called, Findings& findings,
                    const std::function<void(Entry&, std::string pointer, std::size_t position)>& read) {
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position) {
    std::string pointer = "/" + std::string(key) + "/" + std::to_string(position);
    if (json.is_object(value)) {
      Entry entry(json, value);
      read(entry, std::move(pointer), position);
      continue;
    }
    findings.add({Code::dossier_entry_invalid,
                  {entry_name(called, {}, position), not_an_object(json, value)},
                  std::move(pointer),
                  json.offset(value),
                  std::string(does_not_count)});
  }
}

void report_mistake(const Entry& entry, std::string name, const std::string& pointer, std::string_view help,
                    Findings& findings) {
  if (entry.mistake().empty()) return;
  findings.add({Code::dossier_entry_invalid,
                {std::move(name), entry.mistake()},
                pointer,
                entry.mistake_offset(),
                std::string(help)});
}

void UniqueIds::add(const std::string& id, const std::string& pointer, std::uint32_t offset, Findings& findings) {
  if (id.empty() || seen_.insert(id).second) return;
  findings.add({Code::duplicate_id, {clipped(id), std::string(list_)}, pointer + "/id", offset, ""});
}

}  // namespace assay::dossier
