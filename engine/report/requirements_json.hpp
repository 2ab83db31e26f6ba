#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "report/json_writer.hpp"
#include "report/piece.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::report {

/// The member `requirements` of the reports of one scheme. What stands in each of them, whatever the dossier, is
/// written once, in advance: ids, titles, clauses and the texts of provisions, the keys of what it rests on, verdicts,
/// and the members of which most results have nothing. Immutable.
class RequirementsJson {
 public:
  RequirementsJson(const evaluate::Scheme& scheme, Layout layout);

  /// Into the report itself, by a writer of the same layout.
  void write(JsonWriter& json, const std::vector<assessment::RequirementResult>& requirements) const;

 private:
  /// Members in `text_`.
  struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// `head` begins with the brace.
  struct Provision {
    Extent head;
    Extent place;
  };
  struct Requirement {
    Extent head;
    std::size_t first_provision = 0;
    std::size_t provision_count = 0;
    std::string met;  ///< behind the grounds, if every provision is met and there is nothing else to tell
  };
  /// Of a ground that is a fact, what stands before each of its values, from its brace or the comma before it, and
  /// behind the last. The quotation marks of the pointer belong to it.
  struct FactFrame {
    Piece first, next, line, column, value, end;
  };

  void write_scheme(JsonWriter& json, const evaluate::Scheme& scheme);
  void write_results(JsonWriter& json);
  void write_absences(JsonWriter& json);
  void write_fact_frame(Layout layout);
  void write_met(Layout layout);
  /// What `write` appends to `text_`: members behind another one, or an object.
  template <typename Write>
  Extent members(JsonWriter& json, unsigned depth, Write write);
  template <typename Write>
  Extent object(JsonWriter& json, unsigned depth, Write write);
  std::string_view text(const Extent& extent) const {
    return std::string_view(text_).substr(extent.begin, extent.end - extent.begin);
  }

  void write(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  /// With the basis, and the beginning of what the verdict stands on.
  void write_verdict(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  void write_grounds(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  void write_fact(JsonWriter& json, const assessment::Fact& fact) const;
  void write_behind_grounds(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  void write(JsonWriter& json, const assessment::ProvisionResult& provision, const Provision& constant) const;

  bool pointers_are_plain_;
  std::string text_;
  std::vector<Requirement> requirements_;
  std::vector<Provision> provisions_;  ///< of one requirement after the other
  std::array<Extent, 24> judged_;      ///< each verdict, grade and whether it is settled
  /// And that it applies, nothing exempts from it, and each basis.
  std::array<std::array<Extent, assessment::bases>, 24> simply_judged_;
  std::array<Extent, 6> provision_results_;  ///< each result, vacuous or not
  FactFrame fact_;
  std::array<Extent, assessment::bases> grounds_;  ///< each basis, and the beginning of what it stands on
  // What is written of results that have nothing of it, as most have not. Behind what is not open begin the provisions;
  // with the other two ends the requirement, or the provision.
  Extent no_exemption_, nothing_open_, no_records_, no_account_;
};

}  // namespace assay::report
