#include "cli/dates.hpp"

#include "cli/problem.hpp"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace assay::cli {

namespace {

using diagnostics::Code;

constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31T23:59:59Z

Date day_of_second(std::int64_t seconds) { return day_of(DateTime{.seconds = seconds, .nanoseconds = 0}); }

/// https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, decimal digits only.
std::optional<Date> read_epoch(std::string_view text) {
  std::int64_t seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc{} || stopped != end || seconds < 0 || seconds > last_second) return std::nullopt;
  return day_of_second(seconds);
}

std::optional<Date> date_of_environment() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return day_of_second(std::time(nullptr));
  const auto date = read_epoch(epoch);
  if (!date) report_problem(Code::usage, {"SOURCE_DATE_EPOCH is no number of seconds: '" + std::string(epoch) + "'"});
  return date;
}

}  // namespace

std::optional<DatePolicy> date_policy(const CommonOptions& options) {
  DatePolicy policy;
  if (!options.as_of.empty()) {
    policy.as_of = parse_date(options.as_of);
    if (policy.as_of) return policy;
    report_problem(Code::invalid_option_date, {options.as_of});
    return std::nullopt;
  }
  if (options.require_date) return policy;
  policy.otherwise = date_of_environment();
  if (!policy.otherwise) return std::nullopt;
  return policy;
}

}  // namespace assay::cli
