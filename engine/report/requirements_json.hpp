#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "report/json_writer.hpp"

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
  struct Provision {
    Extent head;
    Extent place;
  };
  struct Requirement {
    Extent head;
    std::size_t first_provision = 0;
  };
  /// Of a ground that is a fact, what stands before each of its values, from its brace, and behind the last.
  struct FactFrame {
    Extent pointer, line, column, value, end;
  };

  void write_scheme(JsonWriter& json, const evaluate::Scheme& scheme);
  void write_results(JsonWriter& json);
  template <typename Write>
  Extent extent(JsonWriter& json, unsigned depth, bool is_first, Write write);
  static std::size_t size(const Extent& extent) { return extent.end - extent.begin; }
  std::string_view text(const Extent& extent) const {
    return std::string_view(text_).substr(extent.begin, size(extent));
  }

  void write(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  void write(JsonWriter& json, const assessment::ProvisionResult& provision, const Provision& constant) const;
  void write_grounds(JsonWriter& json, const assessment::RequirementResult& requirement) const;
  void write_fact(JsonWriter& json, const assessment::Ground& ground) const;

  std::string text_;
  std::vector<Requirement> requirements_;
  std::vector<Provision> provisions_;        ///< of one requirement after the other
  std::array<Extent, 24> judged_;            ///< each verdict, grade and whether it is settled
  std::array<Extent, 6> provision_results_;  ///< each result, vacuous or not
  FactFrame fact_;
  // What is written of results that have nothing of it, as most have not.
  Extent no_exemption_, nothing_open_, no_records_, no_account_;
};

/// The member `source`: documents and clauses that the requirement comes from.
void write_sources(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme);
/// A place in the scheme, as an object.
void write_scheme_place(JsonWriter& json, const assessment::SchemePlace& place);
/// The three members of a place that there is not.
void write_no_place(JsonWriter& json);

}  // namespace assay::report
