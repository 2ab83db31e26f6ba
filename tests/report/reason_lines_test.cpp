#include "report/reason_lines.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

using namespace assessment;

Reason reason(std::string_view message, std::optional<DossierPlace> place = std::nullopt) {
  return {.kind = ReasonKind::value, .place = place, .value = {}, .asked = {}, .message = message};
}

/// The lines of one requirement with these provisions.
std::string lines_of(Judged judged, const std::vector<ProvisionResult>& provisions) {
  RequirementResult requirement;
  requirement.id = "R-1";
  requirement.judged = judged;
  requirement.provisions = provisions;
  Assessment assessment;
  assessment.requirements.push_back(requirement);
  std::string out;
  write_reason_lines(assessment, out);
  return out;
}

ProvisionResult provision(Truth met, std::span<const Reason> reasons, std::string_view modal = "shall") {
  ProvisionResult made;
  made.id = "R-1/1";
  made.modal = modal;
  made.text = "s.share <= 5 %";
  made.met = met;
  made.reasons = reasons;
  return made;
}

constexpr Judged nonconforming{Verdict::nonconforming, Grade::major, true};
constexpr Judged undetermined{Verdict::undetermined, std::nullopt, true};

TEST(ReasonLines, TellTheProvisionTheReasonAndItsPlace) {
  const std::vector<Reason> reasons = {reason("share is 7 %, asked: <= 5 %", DossierPlace{"/sets/0/share", 1, 42})};
  EXPECT_EQ(lines_of(nonconforming, {provision(Truth::no, reasons)}),
            "  N R-1/1 share is 7 %, asked: <= 5 %  1:42 (/sets/0/share)\n");
}

TEST(ReasonLines, LeaveOutWhatIsNotBehindTheVerdict) {
  const std::vector<Reason> reasons = {reason("no")};
  EXPECT_EQ(lines_of(nonconforming, {provision(Truth::unknown, reasons), provision(Truth::yes, {})}), "");
  EXPECT_EQ(lines_of(undetermined, {provision(Truth::no, reasons, "should")}), "");
}

TEST(ReasonLines, TellWhatIsOpenWhereTheGradeIsNotSettled) {
  const std::vector<Reason> reasons = {reason("ok is missing")};
  EXPECT_EQ(lines_of({Verdict::nonconforming, Grade::minor, false}, {provision(Truth::unknown, reasons)}),
            "  U R-1/1 ok is missing\n");
}

TEST(ReasonLines, TellTheProvisionItselfWhereItHasNoReason) {
  ProvisionResult without = provision(Truth::no, {});
  EXPECT_EQ(lines_of(nonconforming, {without}), "  N R-1/1 s.share <= 5 %\n");
  without.message = "The share is too large";
  EXPECT_EQ(lines_of(nonconforming, {without}), "  N R-1/1 The share is too large\n");
}

TEST(ReasonLines, StayLinesWhateverADossierHolds) {
  const std::vector<Reason> reasons = {reason("a\nb\x1b\xff", DossierPlace{"/a\nb", 2, 1})};
  EXPECT_EQ(lines_of(nonconforming, {provision(Truth::no, reasons)}),
            "  N R-1/1 a<U+000A>b<U+001B><FF>  2:1 (/a<U+000A>b)\n");
}

TEST(ReasonLines, CutWhatNobodyReads) {
  const std::string at_the_limit(2'000, 'x');
  const std::string beyond(2'001, 'x');
  EXPECT_EQ(lines_of(nonconforming, {provision(Truth::no, std::vector<Reason>{reason(at_the_limit)})}),
            "  N R-1/1 " + at_the_limit + "\n");
  EXPECT_EQ(lines_of(nonconforming, {provision(Truth::no, std::vector<Reason>{reason(beyond)})}),
            "  N R-1/1 " + at_the_limit + "…\n");
}

}  // namespace
}  // namespace assay::report
