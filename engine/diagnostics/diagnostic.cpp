#include "diagnostics/diagnostic.hpp"

#include "diagnostics/printable.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>

namespace assay::diagnostics {
namespace {

/// The argument that the pattern names at `position`: `{0}` to `{9}`; nothing if it has none there.
const std::string* argument_at(std::string_view pattern, std::size_t position,
                               const std::vector<std::string>& arguments) {
  if (position + 2 >= pattern.size() || pattern[position] != '{' || pattern[position + 2] != '}') return nullptr;
  const auto number = static_cast<std::size_t>(pattern[position + 1] - '0');
  return number < arguments.size() ? &arguments[number] : nullptr;
}

/// All that makes one diagnostic another than the next.
auto content(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.at, diagnostic.code, diagnostic.has_place, diagnostic.arguments, diagnostic.also,
                  diagnostic.help);
}

struct ContentOrder {
  bool operator()(const Diagnostic* left, const Diagnostic* right) const { return content(*left) < content(*right); }
};

/// What has no place stands before all that has one.
bool stands_before(const Diagnostic* left, const Diagnostic* right) {
  if (!left->has_place || !right->has_place) return !left->has_place && right->has_place;
  return left->at.span < right->at.span;
}

}  // namespace

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "hint";
  }
  return "";
}

const std::vector<CodeEntry>& all_codes() {
  static const std::vector<CodeEntry> codes{
#define ASSAY_CODE(code, name, severity, headline) {#code, #name, Severity::severity, headline},
#include "diagnostics/codes.def"
#undef ASSAY_CODE
  };
  return codes;
}

const CodeEntry& entry(Code code) { return all_codes()[static_cast<std::size_t>(code)]; }

Severity severity(const Diagnostic& diagnostic) { return entry(diagnostic.code).severity; }

std::string message(const Diagnostic& diagnostic) {
  const auto pattern = entry(diagnostic.code).headline;
  std::string text;
  for (std::size_t position = 0; position < pattern.size(); ++position) {
    if (const auto* argument = argument_at(pattern, position, diagnostic.arguments)) {
      text += printable(*argument, limits::argument_characters);
      position += 2;
    } else {
      text += pattern[position];
    }
  }
  return text;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (severity(diagnostic) == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::set<const Diagnostic*, ContentOrder> seen;
  std::vector<const Diagnostic*> order;
  for (const auto& diagnostic : all_)
    if (seen.insert(&diagnostic).second) order.push_back(&diagnostic);
  std::stable_sort(order.begin(), order.end(), stands_before);
  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
  for (const auto* diagnostic : order) sorted.push_back(*diagnostic);
  return sorted;
}

}  // namespace assay::diagnostics
