#pragma once

#include "base/word.hpp"
#include "dossier/dossier.hpp"
#include "dossier/envelope.hpp"
#include "dossier/findings.hpp"
#include "dossier/measured.hpp"
#include "dossier/scalar.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::dossier {

/// Reads the subject's JSON into the slots of one dossier, led by the scheme's types. What the scheme does not declare
/// is passed over.
class SubjectReader {
 public:
  SubjectReader(const Json& json, const model::Scheme& scheme, const Vocabulary& vocabulary, Dossier& dossier,
                Findings& findings);

  /// A list that the dossier does not have is empty.
  std::optional<Unusable> read(const FactsAt& at);

 private:
  /// An object that is being read as a record.
  struct Instance {
    model::RecordId record;
    JsonIndex object;
    std::uint32_t base;  ///< its slot
  };

  const model::Record& record_of(const Instance& instance) const { return types_.records[instance.record]; }
  std::uint32_t slots_of(model::TypeId type) const { return types_.slots_of(type); }

  void read_list(model::DossierList which, JsonIndex list);
  template <typename Record>
  void withdraw_mistaken(const Slot& list, const std::vector<Record>& records);
  void read_record(const Instance& instance);
  std::size_t read_members_in_order(const Instance& instance, std::size_t members, JsonIndex& key, std::uint32_t& next);
  std::size_t read_member(const Instance& instance, std::uint32_t position, JsonIndex key,
                          ReadingMemory::Member& member);
  bool is_plain_key(JsonIndex key, std::string_view word) const {
    return !json_.is_escaped(key) && same_word(json_.plain(key), word);
  }
  std::optional<std::uint32_t> field_at(model::RecordId record, std::span<const FieldPlan> plan, JsonIndex key,
                                        std::uint32_t next) const;
  void read_value(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot);
  void read_scalar(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot);
  void read_elements(const model::Field& field, model::TypeId list, JsonIndex array, std::uint32_t slot);
  void read_element(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot);
  void check_measured(model::RecordId record, std::uint32_t slot);
  void make_invalid_as_whole(std::uint32_t slot, std::uint32_t count);
  void reject_repeated_members(const Elements& elements, model::EnumId enumeration);
  void reject_repeated_member(std::uint32_t slot, const std::string& word);

  void make_missing(std::uint32_t slot, std::uint32_t count, std::uint32_t offset);
  void make_invalid(std::uint32_t slot, std::uint32_t count, std::uint32_t offset);
  void reject(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot);
  void reject_repeated_key(const Instance& instance, const model::Field& field, JsonIndex key);

  /// Makes missing what the object does not give; `members` is where its fields begin in the memory.
  void report_missing(const Instance& instance, std::size_t members);
  void report_undeclared(const Instance& instance, JsonIndex key);
  void report_repeated_undeclared(const Instance& instance, std::size_t mark);

  std::string pointer(std::uint32_t slot) const;
  std::string pointer_below(std::uint32_t slot, std::string_view key) const;

  const Json& json_;
  const model::Scheme& scheme_;
  const model::Types& types_;
  const Vocabulary& vocabulary_;
  Dossier& dossier_;
  Facts& facts_;
  Findings& findings_;

  ReadingMemory& memory_;
  std::map<model::RecordId, std::set<std::string, std::less<>>> hinted_;
  std::optional<Unusable> unusable_;
};

}  // namespace assay::dossier
