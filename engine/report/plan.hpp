#pragma once

#include "assessment/assessment.hpp"
#include "assessment/outlook.hpp"
#include "evaluate/evaluate.hpp"
#include "inquiry/plan.hpp"
#include "inquiry/scheme_plan.hpp"
#include "report/layout.hpp"
#include "report/text_page.hpp"

#include <string>

namespace assay::report {

/// The plan of one case, with what its numbers stand for.
struct CasePlan {
  const evaluate::Scheme& scheme;
  const assessment::Assessment& assessment;
  const assessment::Outlook& outlook;
  const inquiry::Plan& plan;
};

/// What is still needed to a decision; appended to `out`.
void write_plan_text(const CasePlan& plan, TextOptions options, std::string& out);
void write_plan_markdown(const CasePlan& plan, std::string& out);
/// Its keys in the order of schemas/plan.schema.json, without a line end.
void write_plan_json(const CasePlan& plan, Layout layout, std::string& out);

/// The assessment plan of a scheme; appended to `out`.
void write_plan_text(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, TextOptions options,
                     std::string& out);
void write_plan_markdown(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, std::string& out);
void write_plan_json(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, Layout layout, std::string& out);

}  // namespace assay::report
