#include "assay/assessor.hpp"

#include "base/limits.hpp"
#include "evaluate/outlook.hpp"
#include "load/digest.hpp"
#include "load/evidence.hpp"

#include <utility>

namespace assay {

using diagnostics::Code;
using dossier::Unusable;

namespace {

Unusable too_many_steps() {
  return {.code = Code::too_many_steps, .arguments = {std::to_string(limits::evaluation_steps)}, .offset = 0};
}

}  // namespace

std::variant<Date, Unusable> Assessor::read(std::string_view text, const DatePolicy& dates) {
  if (auto unusable = dossier::read(text, scheme_.model, vocabulary_, dossier_)) return *std::move(unusable);
  if (!evidence_root_.empty()) load::check_files(evidence_root_, dossier_);
  if (dates.as_of) return *dates.as_of;
  if (dossier_.assessment_date) return *dossier_.assessment_date;
  if (dates.otherwise) return *dates.otherwise;
  return Unusable{.code = Code::no_assessment_date, .arguments = {}, .offset = 0};
}

std::variant<assessment::Assessment, Unusable> Assessor::assess(std::string_view text, const DatePolicy& dates) {
  const auto date = read(text, dates);
  if (const auto* unusable = std::get_if<Unusable>(&date)) return *unusable;
  date_ = std::get<Date>(date);
  return account(text);
}

std::optional<Unusable> Assessor::judge(std::string_view text, const DatePolicy& dates, assessment::Decided& decided) {
  const auto date = read(text, dates);
  if (const auto* unusable = std::get_if<Unusable>(&date)) return *unusable;
  date_ = std::get<Date>(date);
  if (evaluate::judge(scheme_, dossier_, date_, *workspace_, decided)) return std::nullopt;
  return too_many_steps();
}

std::variant<assessment::Assessment, Unusable> Assessor::account(std::string_view text) {
  auto assessment = evaluate::evaluate(scheme_, dossier_, date_, *workspace_, std::exchange(used_, {}));
  if (!assessment) return too_many_steps();
  assessment->sha256 = load::sha256_hex(text);
  return *std::move(assessment);
}

std::variant<assessment::Assessment, Unusable> Assessor::reasons() {
  auto assessment = evaluate::reasons(scheme_, dossier_, date_, *workspace_, std::exchange(used_, {}));
  if (!assessment) return too_many_steps();
  return *std::move(assessment);
}

std::variant<std::vector<assessment::Explanation>, Unusable> Assessor::explain(std::string_view text,
                                                                               const DatePolicy& dates,
                                                                               std::uint32_t requirement) {
  const auto date = read(text, dates);
  if (const auto* unusable = std::get_if<Unusable>(&date)) return *unusable;
  return evaluate::explain(scheme_, dossier_, std::get<Date>(date), requirement, *workspace_);
}

std::optional<assessment::Outlook> Assessor::outlook(const assessment::Assessment& last) {
  return evaluate::outlook(scheme_, dossier_, last.date, *workspace_);
}

}  // namespace assay
