#pragma once

#include "assessment/assessment.hpp"
#include "model/scheme.hpp"
#include "report/json_writer.hpp"
#include "source/file.hpp"

// Parts of a requirement in the JSON report: groups of its members, and of those of a provision.
namespace assay::report {

// Of every requirement and provision of a scheme, whatever the dossier.
/// Up to the verdict.
void write_head(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme);
/// Up to the result.
void write_head(JsonWriter& json, const model::Provision& provision);
void write_place(JsonWriter& json, const model::Provision& provision, const source::Files& files);

void write_judged(JsonWriter& json, const Judged& judged);
void write_result(JsonWriter& json, Truth met, bool vacuous);

// Groups of which most results have nothing, and whether one has.
/// A presumption, a waiver, or that completions settle it.
bool is_exempt(const assessment::RequirementResult& requirement);
void write_exemption(JsonWriter& json, const assessment::RequirementResult& requirement);
/// Why it is open, beyond its provisions.
bool is_open(const assessment::RequirementResult& requirement);
void write_open(JsonWriter& json, const assessment::RequirementResult& requirement);
/// Nonconformities and evidence.
bool has_records(const assessment::RequirementResult& requirement);
void write_records(JsonWriter& json, const assessment::RequirementResult& requirement);
/// Message, measurements, reasons and completions.
bool has_account(const assessment::ProvisionResult& provision);
void write_account(JsonWriter& json, const assessment::ProvisionResult& provision);

/// What a verdict stands on and is no fact.
void write_statement(JsonWriter& json, const assessment::Ground& ground);

/// The member `source`: documents and clauses that the requirement comes from.
void write_sources(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme);
/// A place in the scheme, as an object.
void write_scheme_place(JsonWriter& json, const assessment::SchemePlace& place);
/// The three members of a place that there is not.
void write_no_place(JsonWriter& json);

}  // namespace assay::report
