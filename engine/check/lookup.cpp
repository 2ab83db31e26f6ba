// What a name means in a module.
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {

namespace {

/// The module and the rest of `alias.name`; the module itself and the whole name without a dot.
std::pair<std::optional<std::size_t>, std::string_view> qualified(std::string_view name, const Context& context,
                                                                  std::size_t module) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {module, name};
  const auto& general = context.names[module].general;
  const auto alias = general.find(name.substr(0, dot));
  if (alias == general.end()) return {std::nullopt, name};
  const auto* used = std::get_if<ModuleName>(&alias->second);
  if (used == nullptr) return {std::nullopt, name};
  return {used->module, name.substr(dot + 1)};
}

/// What stands in one of a module's tables.
template <typename Meaning>
std::optional<Meaning> found(std::map<std::string, Meaning, std::less<>> Names::*table, std::string_view name,
                             const Context& context, std::size_t module) {
  const auto [in, word] = qualified(name, context, module);
  if (!in) return std::nullopt;
  const auto& meanings = context.names[*in].*table;
  const auto meaning = meanings.find(word);
  return meaning == meanings.end() ? std::nullopt : std::optional(meaning->second);
}

}  // namespace

std::optional<Meaning> find_name(std::string_view name, const Context& context, std::size_t module) {
  return found(&Names::general, name, context, module);
}

std::optional<model::UnitId> find_unit(std::string_view name, const Context& context, std::size_t module) {
  return found(&Names::units, name, context, module);
}

}  // namespace assay::check
