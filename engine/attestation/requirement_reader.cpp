#include "attestation/requirement_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::attestation {

namespace {

std::optional<Verdict> verdict_word(std::string_view word) {
  constexpr std::array verdicts = {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined,
                                   Verdict::not_applicable};
  const auto* found =
      std::find_if(verdicts.begin(), verdicts.end(), [&](Verdict verdict) { return to_string(verdict) == word; });
  return found == verdicts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Grade> grade_word(std::string_view word) {
  if (word == to_string(Grade::minor)) return Grade::minor;
  if (word == to_string(Grade::major)) return Grade::major;
  return std::nullopt;
}

Judged read_verdict(ReportObject& of) {
  Judged judged;
  judged.verdict = of.word("verdict", "verdict", verdict_word);
  const std::string grade = of.text_or_null("grade");
  if (!grade.empty()) judged.grade = of.word("grade", "grade", grade_word);
  judged.grade_settled = of.boolean("grade_settled");
  return judged;
}

SignedJudgement read_judgement(ReportObject& of) {
  SignedJudgement judgement;
  judgement.name = of.text("name");
  judgement.by = of.text_or_null("by");
  judgement.on = of.date_or_null("on");
  judgement.place = of.place();
  return judgement;
}

Waiver read_waiver(ReportObject& of) {
  Waiver waiver;
  waiver.approved_by = of.text("approved_by");
  waiver.role = of.text("role");
  waiver.reason = of.text("reason");
  waiver.expires = of.date("expires");
  return waiver;
}

OpenNonconformity read_nonconformity(ReportObject& of) {
  OpenNonconformity open;
  open.id = of.text_or_null("id");
  open.grade = of.word("grade", "grade", grade_word);
  open.statement = of.text_or_null("statement");
  open.due = of.date_or_null("due");
  open.planned = of.boolean("planned");
  return open;
}

void read_provision(ReportObject& of, Requirement& requirement) {
  if (of.text("modal") != "shall") return;
  const std::string result = of.text("result");
  requirement.is_every_shall_met = requirement.is_every_shall_met && result == "met";
  requirement.is_no_shall_failed = requirement.is_no_shall_failed && result != "not_met";
}

}  // namespace

Requirement read_requirement(ReportObject of) {
  Requirement requirement;
  requirement.place = of.place();
  requirement.id = of.text("id");
  requirement.title = of.text("title");
  of.for_each("source", [&](ReportObject source) {
    requirement.sources.push_back({source.text("document"), source.text("clause")});
  });
  requirement.judged = read_verdict(of);
  requirement.not_applicable_because = of.text_or_null("not_applicable_because");
  requirement.by_presumption = of.text_or_null("by_presumption");
  if (auto waiver = of.object_or_null("waiver")) requirement.waiver = read_waiver(*waiver);
  of.for_each("rests_on", [&](ReportObject ground) {
    if (ground.text("kind") == "judgement") requirement.judgements.push_back(read_judgement(ground));
  });
  of.for_each("provisions", [&](ReportObject provision) { read_provision(provision, requirement); });
  of.for_each("nonconformities",
              [&](ReportObject open) { requirement.nonconformities.push_back(read_nonconformity(open)); });
  return requirement;
}

}  // namespace assay::attestation
