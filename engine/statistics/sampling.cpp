#include "statistics/sampling.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace assay::statistics {

namespace {

struct LetterRow {
  std::int64_t largest_lot;
  std::string_view letters;  ///< one a level
};
constexpr auto letter_rows = std::to_array<LetterRow>({{8, "AAAAAAB"},
                                                       {15, "AAAAABC"},
                                                       {25, "AABBBCD"},
                                                       {50, "ABBCCDE"},
                                                       {90, "BBCCCEF"},
                                                       {150, "BBCDDFG"},
                                                       {280, "BCDEEGH"},
                                                       {500, "BCDEFHJ"},
                                                       {1200, "CCEFGJK"},
                                                       {3200, "CDEGHKL"},
                                                       {10000, "CDFGJLM"},
                                                       {35000, "CDFHKMN"},
                                                       {150000, "DEGJLNP"},
                                                       {500000, "DEGJMPQ"}});
constexpr std::string_view letters_of_largest_lots = "DEHKNQR";

// S stands in the tightened table alone.
constexpr std::string_view letters = "ABCDEFGHJKLMNPQRS";
constexpr auto sizes =
    std::to_array<std::uint32_t>({2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150});
static_assert(letters.size() == sizes.size());

/// The preferred AQLs in thousandths of a percent.
constexpr auto aqls = std::to_array<std::int64_t>({10,    15,    25,     40,     65,     100,    150,    250,    400,
                                                   650,   1000,  1500,   2500,   4000,   6500,   10000,  15000,  25000,
                                                   40000, 65000, 100000, 150000, 250000, 400000, 650000, 1000000});
static_assert(aqls.size() == 26);

// The tables grow along their diagonals: the acceptance number depends on the sum of the two indices alone.
struct Diagonal {
  int sum;
  std::uint32_t accept;
};
constexpr auto normal_diagonals = std::to_array<Diagonal>(
    {{14, 0}, {17, 1}, {18, 2}, {19, 3}, {20, 5}, {21, 7}, {22, 10}, {23, 14}, {24, 21}, {25, 30}, {26, 44}});
constexpr auto tightened_diagonals = std::to_array<Diagonal>(
    {{15, 0}, {18, 1}, {19, 2}, {20, 3}, {21, 5}, {22, 8}, {23, 12}, {24, 18}, {25, 27}, {26, 41}});

/// One AQL column of a table.
struct Column {
  int aql = 0;
  bool tightened = false;

  int rows() const { return static_cast<int>(letters.size()) - (tightened ? 0 : 1); }
  static int largest_sum(int letter) { return letter >= 5 ? 24 : 26; }

  std::optional<std::uint32_t> accept(int letter) const {
    const int sum = aql + letter;
    if (sum > largest_sum(letter)) return std::nullopt;
    if (tightened && sum == 15 && aql > 14) return std::nullopt;
    const Diagonal* first = tightened ? tightened_diagonals.data() : normal_diagonals.data();
    const Diagonal* last = first + (tightened ? tightened_diagonals.size() : normal_diagonals.size());
    const auto* found = std::find_if(first, last, [&](const Diagonal& diagonal) { return diagonal.sum == sum; });
    return found == last ? std::nullopt : std::optional(found->accept);
  }

  /// The nearest letter with a plan, going by `step`.
  std::optional<int> next_plan(int letter, int step) const {
    for (letter += step; letter >= 0 && letter < rows(); letter += step)
      if (accept(letter)) return letter;
    return std::nullopt;
  }

  /// Where the arrow of a cell without a plan leads.
  std::optional<int> follow_arrow(int letter) const {
    const int sum = aql + letter;
    const bool points_up = sum > largest_sum(letter) || (!tightened && sum == 15);
    const auto first = next_plan(letter, points_up ? -1 : 1);
    return first ? first : next_plan(letter, points_up ? 1 : -1);
  }
};

std::optional<int> aql_index(const Decimal& aql) {
  const auto thousandths = multiply(aql, Decimal::of(1000));
  const auto whole = thousandths ? thousandths->to_int64() : std::nullopt;
  const auto* found = whole ? std::find(aqls.begin(), aqls.end(), *whole) : aqls.end();
  if (found == aqls.end()) return std::nullopt;
  return static_cast<int>(found - aqls.begin());
}

}  // namespace

std::optional<char> code_letter(std::int64_t lot, InspectionLevel level) {
  if (lot < 2) return std::nullopt;
  const auto* row = std::find_if(letter_rows.begin(), letter_rows.end(),
                                 [&](const LetterRow& each) { return lot <= each.largest_lot; });
  const std::string_view found = row == letter_rows.end() ? letters_of_largest_lots : row->letters;
  return found[static_cast<std::size_t>(level)];
}

bool is_preferred_aql(const Decimal& aql) { return aql_index(aql).has_value(); }

std::optional<SamplingPlan> single_plan(std::int64_t lot, const Decimal& aql, InspectionLevel level, bool tightened) {
  const auto letter = code_letter(lot, level);
  const auto column = aql_index(aql);
  if (!letter || !column) return std::nullopt;
  const Column plans{*column, tightened};
  const int asked = static_cast<int>(letters.find(*letter));
  const auto reached = plans.accept(asked) ? std::optional(asked) : plans.follow_arrow(asked);
  if (!reached) return std::nullopt;
  const std::uint32_t accept = *plans.accept(*reached);
  return SamplingPlan{sizes[static_cast<std::size_t>(*reached)], accept, accept + 1};
}

std::optional<std::int64_t> sites_to_visit(std::int64_t count, AuditStage stage) {
  if (count < 1 || count > limits::trials) return std::nullopt;
  // The smallest q with q >= f * sqrt(count) in whole numbers: 25 q^2 >= (5 f)^2 count.
  const std::int64_t square = stage == AuditStage::surveillance                ? 9
                              : stage == AuditStage::effective_recertification ? 16
                                                                               : 25;
  std::int64_t low = 1;
  std::int64_t high = 1'000'001;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (25 * middle * middle >= square * count)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

namespace {

std::optional<Decimal> power(Decimal base, std::int64_t exponent) {
  std::optional<Decimal> result = Decimal::of(1);
  std::optional<Decimal> square = base;
  for (; exponent > 0 && result; exponent /= 2) {
    // What is too small for a decimal is smaller than any 1 - C.
    if (!square) return std::nullopt;
    if (exponent % 2 == 1) result = multiply(*result, *square);
    square = multiply(*square, *square);
  }
  return result;
}

}  // namespace

std::optional<std::int64_t> zero_failure_sample(const Decimal& share, const Decimal& confidence) {
  const Decimal one = Decimal::of(1);
  const auto is_inside = [&](const Decimal& part) { return Decimal{} < part && part < one; };
  if (!is_inside(share) || !is_inside(confidence)) return std::nullopt;
  const auto risk = subtract(one, confidence);
  if (!risk) return std::nullopt;
  // By bisection over exact powers, so that ceil(ln(1 - C) / ln p) cannot round past a whole number.
  const auto shows = [&](std::int64_t trials) {
    const auto all_succeed = power(share, trials);
    return !all_succeed || *all_succeed <= *risk;
  };
  std::int64_t low = 1;
  std::int64_t high = limits::trials;
  if (!shows(high)) return std::nullopt;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (shows(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

}  // namespace assay::statistics
