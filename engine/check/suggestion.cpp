// Help that names what the reader most likely meant.
#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "check/suggest.hpp"

namespace assay::check {

std::vector<std::string> did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto meant = nearest(word, candidates);
  if (!meant) return {};
  return {"did you mean '" + std::string(*meant) + "'?"};
}

std::vector<std::string> suggest(std::string_view word,
                                 const std::function<std::vector<std::string_view>()>& candidates,
                                 const Context& context) {
  if (context.diagnostics.error_count() > limits::diagnostics) return {};
  return did_you_mean(word, candidates());
}

}  // namespace assay::check
