#include "check/pointer.hpp"

#include <cstddef>

namespace assay::check {
namespace {

/// RFC 6901 section 3: `~` only stands in `~0`, a tilde, and `~1`, a slash.
std::optional<std::string> unescaped(std::string_view token) {
  std::string plain;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '~') {
      plain += token[at];
      continue;
    }
    const char code = ++at < token.size() ? token[at] : '\0';
    if (code != '0' && code != '1') return std::nullopt;
    plain += code == '0' ? '~' : '/';
  }
  return plain;
}

}  // namespace

std::optional<std::vector<std::string>> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  if (pointer.empty()) return steps;
  if (pointer.front() != '/') return std::nullopt;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    auto step = unescaped(token);
    if (!step) return std::nullopt;
    steps.push_back(*std::move(step));
    pointer.remove_prefix(token.size());
  }
  return steps;
}

}  // namespace assay::check
