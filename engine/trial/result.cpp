#include "trial/result.hpp"

#include <algorithm>

namespace assay::trial {

bool TestResult::has_passed() const {
  return !error && std::all_of(expectations.begin(), expectations.end(),
                               [](const ExpectationResult& expectation) { return expectation.is_met; });
}

Counts count(const std::vector<SuiteResult>& suites) {
  Counts counts;
  for (const SuiteResult& suite : suites) {
    if (!suite.is_usable) ++counts.unusable;
    for (const TestResult& test : suite.tests)
      ++(test.error ? counts.errors : test.has_passed() ? counts.passed : counts.failed);
  }
  return counts;
}

}  // namespace assay::trial
