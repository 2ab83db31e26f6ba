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

std::vector<std::string> suggest_name(std::string_view word, const NamesOf& names_of, const Context& context,
                                      std::size_t module, const std::vector<std::string_view>& of_language) {
  if (context.diagnostics.error_count() > limits::diagnostics) return {};
  std::vector<std::string> qualified;
  for (const auto& [alias, meaning] : context.names[module].general) {
    const auto* used = std::get_if<ModuleName>(&meaning);
    if (used == nullptr) continue;
    for (const std::string_view name : names_of(context.names[used->module])) {
      qualified.push_back(alias + "." + std::string(name));
      // Who forgot the alias is further from the whole name than did_you_mean goes.
      if (name == word) return {"did you mean '" + qualified.back() + "'?"};
    }
  }
  std::vector<std::string_view> candidates = names_of(context.names[module]);
  candidates.insert(candidates.end(), of_language.begin(), of_language.end());
  candidates.insert(candidates.end(), qualified.begin(), qualified.end());
  return did_you_mean(word, candidates);
}

}  // namespace assay::check
