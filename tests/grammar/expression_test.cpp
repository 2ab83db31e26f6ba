// Expressions: precedence, forms and words.
#include "parsed.hpp"
#include "written.hpp"

namespace assay::grammar::test {

namespace {

std::string read(const std::string& expression) {
  auto const define = only<syntax::Define>("define x = " + expression + "\n");
  return define.value ? written(*define.value) : std::string();
}

std::vector<std::string> errors_of(const std::string& expression) {
  return parse_text("define x = " + expression + "\n").errors();
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(Precedence, AndBindsTighterThanOrAndBothTighterThanImplies) {
  EXPECT_EQ(read("a or b and c implies d or e"), "(implies (or a (and b c)) (or d e))");
}

TEST(Precedence, NotTakesAComparison) { EXPECT_EQ(read("not a = b and c"), "(and (not (= a b)) c)"); }

TEST(Precedence, ComparisonIsLooserThanArithmetic) {
  EXPECT_EQ(read("a + b * c - d / e <= -f"), "(<= (a + (b * c) - (d / e)) (- f))");
}

TEST(Precedence, OtherwiseIsTighterThanMinusAndGoesToTheRight) {
  EXPECT_EQ(read("-a otherwise b otherwise c"), "(- (otherwise a (otherwise b c)))");
}

TEST(Precedence, ParenthesesLeaveNoNode) { EXPECT_EQ(read("((a or b)) and c"), "(and (or a b) c)"); }

TEST(Precedence, QuantifiersReachAsFarRightAsTheyCan) {
  EXPECT_EQ(read("a and every x in L satisfies p or q"), "(and a (every x L : (or p q)))");
  EXPECT_EQ(read("a implies some x in L where q satisfies p implies r"), "(implies a (some x L q : (implies p r)))");
  EXPECT_EQ(read("not no x in L satisfies p and q"), "(not (no x L : (and p q)))");
}

TEST(Precedence, ConditionReachesAsFarRightAsItCan) {
  EXPECT_EQ(read("1 + if a then b else c + d"), "(1 + (if a b (c + d)))");
}

TEST(Precedence, ParenthesesEndAQuantifier) {
  EXPECT_EQ(read("(every x in L satisfies p) or q"), "(or (every x L : p) q)");
}

TEST(Chain, TenThousandOperandsAreOneNode) {
  std::string text = "a";
  for (int i = 1; i < 10'000; ++i) text += " and a";
  auto const define = only<syntax::Define>("define x = " + text);
  EXPECT_EQ(std::get<syntax::Connective>(define.value->node).operands.size(), 10'000u);
}

TEST(Comparison, HasAllItsForms) {
  EXPECT_EQ(read("a is b"), "(is a b)");
  EXPECT_EQ(read("a is not b"), "(is not a b)");
  EXPECT_EQ(read("a is in 1 .. 5"), "(range a 1 5)");
  EXPECT_EQ(read("a is in 1..5"), "(range a 1 5)");
  EXPECT_EQ(read("a is one of {b, -1}"), "(one-of a : b (- 1))");
  EXPECT_EQ(read("a is not one of {b}"), "(not-one-of a : b)");
  EXPECT_EQ(read("a includes b"), "(includes a b)");
  EXPECT_EQ(read("a matches \"^x\""), "(matches a '^x')");
  EXPECT_EQ(read("a.b is provided"), "(provided a.b)");
  EXPECT_EQ(read("a is missing"), "(missing a)");
  EXPECT_EQ(read("a is stated"), "(stated a)");
  EXPECT_EQ(read("a is within 12 months"), "(within a 12[months])");
  EXPECT_EQ(read("a != b"), "(!= a b)");
}

TEST(Comparison, WordsEndWhereTheyEnd) {
  EXPECT_EQ(read("a is in_full"), "(is a in_full)");
  EXPECT_EQ(read("a is one"), "(is a one)");
  EXPECT_EQ(read("a is not one"), "(is not a one)");
  EXPECT_EQ(read("a is provided_by"), "(is a provided_by)");
  EXPECT_EQ(read("a is notable"), "(is a notable)");
}

TEST(Comparison, DoesNotChain) {
  EXPECT_EQ(errors_of("a < b < c"), Lines{"E0206 '<'; write two comparisons joined by 'and', as in 'a < b and b < c'"});
  EXPECT_EQ(errors_of("a is b is provided").size(), 1u);
}

TEST(Implication, DoesNotChain) {
  EXPECT_EQ(errors_of("a implies b implies c"),
            Lines{"E0208 'implies'; write parentheses around one of the two implications"});
}

TEST(Quantifier, CountsWithANumberWithoutUnit) {
  EXPECT_EQ(read("at least 2 d in L satisfies p"), "(at least 2 d L : p)");
  EXPECT_EQ(read("at most (n + 1) d in L satisfies p"), "(at most (n + 1) d L : p)");
  EXPECT_EQ(read("exactly 1 d in L where q satisfies p"), "(exactly 1 d L q : p)");
}

TEST(Quantifier, ItsWordsAreNamesWhereNoRangeFollows) {
  EXPECT_EQ(read("x is no"), "(is x no)");
  EXPECT_EQ(read("no = some and every"), "(and (= no some) every)");
  EXPECT_EQ(read("the + at + exactly"), "(the + at + exactly)");
  EXPECT_EQ(read("x.no"), "x.no");
}

TEST(The, HasItsFieldsBehindIt) {
  EXPECT_EQ(read("(the m in L where m.name is \"x\").value >= 90 %"), "(>= (the m L (is m.name 'x')).value 90[%])");
}

TEST(Aggregate, IsToldFromACall) {
  EXPECT_EQ(read("count(x in L where p)"), "(count in x L p)");
  EXPECT_EQ(read("sum(x.n for x in L)"), "(sum x.n in x L)");
  EXPECT_EQ(read("average(x.n for x in L where p)"), "(average x.n in x L p)");
  EXPECT_EQ(read("count(L)"), "(call count L)");
  EXPECT_EQ(read("min(a, b, c)"), "(call min a b c)");
  EXPECT_EQ(read("max(L)"), "(call max L)");
}

TEST(Call, VerdictTakesARequirementsId) {
  EXPECT_EQ(read("verdict(DG-1) is conforming"), "(is (call verdict DG-1) conforming)");
  EXPECT_EQ(read("verdict(4.2.1) is conforming"), "(is (call verdict 4.2.1) conforming)");
}

TEST(Judgement, MayHaveAName) {
  EXPECT_EQ(read("judgement \"Good?\" by lead as good"), "(judgement 'Good?' lead good)");
  EXPECT_EQ(read("judgement \"Good?\" by lead and a"), "(and (judgement 'Good?' lead) a)");
  EXPECT_EQ(read("judgement = 1"), "(= judgement 1)");
}

TEST(Names, KeywordsAreFieldsAfterADot) {
  EXPECT_EQ(read("s.type = s.if.then.in.is.not"), "(= s.type s.if.then.in.is.not)");
  EXPECT_EQ(read("type + version + at + date + status + value + count + method"),
            "(type + version + at + date + status + value + count + method)");
}

TEST(Names, ReservedWordsAreNoOperands) {
  for (const char* word : {"then", "else", "and", "or", "implies", "is", "in", "where", "satisfies", "otherwise"})
    EXPECT_EQ(errors_of(word).size(), 1u) << word;
}

TEST(Span, ReachesFromTheFirstOperandToTheLast) {
  auto const define = only<syntax::Define>("define x = (a or b) and c is d   # end\n");
  EXPECT_EQ(define.value->begin, 11u);
  EXPECT_EQ(define.value->end, 30u);
  EXPECT_EQ(define.end, 30u);
}

TEST(Expected, SaysWhatIsMissing) {
  EXPECT_EQ(errors_of("a and"), Lines{"E0201 '' an expression"});
  EXPECT_EQ(errors_of("a +"), Lines{"E0201 '' a value"});
  EXPECT_EQ(errors_of("sum(a, )"), Lines{"E0201 ')' an expression"});
  EXPECT_EQ(errors_of("verdict()"), Lines{"E0201 ')' a requirement's id"});
  EXPECT_EQ(errors_of("x is one of {a b}"), Lines{"E0201 'b' ',' or '}'"});
  EXPECT_EQ(errors_of("if a than b else c"), Lines{"E0201 'than' 'then'; did you mean 'then'?"});
  EXPECT_EQ(errors_of("(a"), Lines{"E0201 '' an operator or ')'"});
}

TEST(DecisionRule, BelongsToTheComparisonBeforeIt) {
  EXPECT_EQ(read("a >= 1 by guarded acceptance and b"), "(and (>= a 1 by accept) b)");
  EXPECT_EQ(read("a >= 1 by guarded acceptance and rejection"), "(>= a 1 by accept-and-reject)");
  EXPECT_EQ(read("a is in 1 .. 2 by guarded rejection with guard 0.5 U"), "(range a 1 2 by reject with guard 0.5)");
  EXPECT_EQ(read("a < 1 with consumer risk at most 5 % or b"), "(or (< a 1 with risk 5) b)");
  EXPECT_EQ(read("every x in L satisfies x >= 98 % with 95 % confidence"),
            "(every x L : (>= x 98[%] with confidence 95))");
}

TEST(DecisionRule, StandsBehindNothingElse) {
  EXPECT_EQ(errors_of("a by guarded acceptance"), Lines{"E0801 'by guarded acceptance'"});
  EXPECT_EQ(errors_of("a = 1 with 95 % confidence"), Lines{"E0801 'with 95 % confidence'"});
  EXPECT_EQ(errors_of("a is provided by simple acceptance"), Lines{"E0801 'by simple acceptance'"});
  EXPECT_EQ(errors_of("(a > 1 by simple acceptance) by simple acceptance"), Lines{"E0801 'by simple acceptance'"});
  EXPECT_EQ(errors_of("a >= 1 by guarded"), Lines{"E0201 '' 'acceptance' or 'rejection'"});
  EXPECT_EQ(errors_of("a >= 1 with guard 2"), Lines{"E0201 '' 'U'"});
}

}  // namespace assay::grammar::test
