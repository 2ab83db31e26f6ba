#include "laws/evidence_text.hpp"

#include <vector>

namespace assay::laws {

using reference::Json;

namespace {

/// All that a generated key can be, so that covering everything is not out of reach.
std::vector<std::string> keys(const model::Scheme& scheme) {
  std::vector<std::string> all{"a",          "b",          "",           "abc",        "Abc",        "\xc3\xa4\"\\",
                               " ",          "0",          "1",          "2",          "3",          "4",
                               "-1",         "3.0",        "1E+1",       "1000",       "2026-01-31", "2025-11-22",
                               "2026-11-22", "2025-11-21", "2024-02-29", "2027-01-01", "2026-10-22"};
  for (const auto& enumeration : scheme.types.enumerations)
    for (const auto& member : enumeration.members) all.push_back(member.written);
  return all;
}

Json issuer(const std::string& accreditation) {
  Json made = Json::object();
  made.members = {{"name", Json::of_text("A laboratory")}, {"accreditation", Json::of_text(accreditation)}};
  return made;
}

}  // namespace

Json any_evidence(Choices& choices, const model::Scheme& scheme) {
  static const std::vector<std::string> kinds{"sheet", "report", "sheet", "report", "song"};
  static const std::vector<std::string> dates{"2026-11-01", "2026-11-22", "2025-11-22", "2025-11-21",
                                              "2026-10-23", "2026-10-22", "2026-11-23"};
  static const std::vector<std::string> ends{"2026-11-22", "2026-11-21", "2027-01-01"};
  static const std::vector<std::string> statuses{"valid", "revoked", "superseded"};
  Json item = Json::object();
  if (!choices.one_in(16)) item.members.push_back({"kind", Json::of_text(choices.of(kinds))});
  if (!choices.one_in(4)) item.members.push_back({"issued", Json::of_text(choices.of(dates))});
  if (choices.one_in(3)) item.members.push_back({"expires", Json::of_text(choices.of(ends))});
  if (!choices.one_in(3)) item.members.push_back({"issuer", issuer(choices.one_in(4) ? "LAB-2" : "LAB-1")});
  if (choices.one_in(3)) item.members.push_back({"status", Json::of_text(choices.of(statuses))});
  if (choices.one_in(2)) {
    item.members.push_back({"supports", Json::array()});
    for (const model::Requirement& requirement : scheme.requirements)
      if (!choices.one_in(3)) item.members.back().value.elements.push_back(Json::of_text(requirement.id));
  }
  item.members.push_back({"covers", Json::array()});
  for (const std::string& key : keys(scheme))
    if (!choices.one_in(4)) item.members.back().value.elements.push_back(Json::of_text(key));
  return item;
}

void fill_evidence(const model::Scheme& scheme, Json& dossier, const std::string& name, const std::string& requirement,
                   const std::string& key) {
  for (const model::Evidence& asked : scheme.evidence) {
    if (asked.name != name || scheme.requirements[asked.requirement].id != requirement) continue;
    Json item = Json::object();
    item.members = {{"kind", Json::of_text(name)},
                    {"issued", Json::of_text("2026-11-22")},
                    {"issuer", issuer(asked.accreditation)},
                    {"supports", Json::array()},
                    {"covers", Json::array()}};
    item.find("supports")->elements.push_back(Json::of_text(requirement));
    item.find("covers")->elements.push_back(Json::of_text(key));
    dossier.find("evidence")->elements.push_back(std::move(item));
  }
}

}  // namespace assay::laws
