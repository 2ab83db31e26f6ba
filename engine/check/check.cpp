// The order of work: names, types, header, definitions, requirements, what rests on them, tests.
#include "check/check.hpp"

#include "check/declaration.hpp"

#include <algorithm>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

void report_missing(Code code, source::Span at, std::vector<std::string> help, Context& context) {
  context.diagnostics.add({.code = code, .arguments = {}, .at = {at, ""}, .also = {}, .help = std::move(help)});
}

/// What a scheme cannot be without.
void check_completeness(const Declarations& declarations, Context& context) {
  const source::Span file{context.module_files[0], 0, 0};
  if (declarations.header == nullptr)
    report_missing(Code::no_scheme_header, file, {"begin with 'scheme \"…\" { id \"…\" version \"…\" }'"}, context);
  const auto at = declarations.header == nullptr ? file : span_of(declarations.header->title, context, 0);
  if (declarations.subject == nullptr)
    report_missing(Code::no_subject, at, {"declare what is assessed: 'subject system { name text }'"}, context);
  if (declarations.requirements.empty())
    report_missing(Code::no_requirement, at, {"add 'requirement R-1 \"…\" { shall … }'"}, context);
}

Context::Lazy definitions_of(const Declarations& declarations) {
  Context::Lazy lazy;
  for (const auto& [module, node, id] : declarations.defines) lazy.defines.push_back({.module = module, .node = node});
  for (const auto& [module, node, id] : declarations.tables) lazy.tables.push_back({.module = module, .node = node});
  return lazy;
}

std::size_t root_of(const std::vector<LoadedModule>& modules) {
  const auto is_profile = [](const LoadedModule& module) { return module.is_profile; };
  const auto found = std::find_if(modules.begin(), modules.end(), is_profile);
  return found == modules.end() ? 0 : static_cast<std::size_t>(found - modules.begin());
}

}  // namespace

Outcome<model::Scheme> check(const std::vector<LoadedModule>& modules, const source::Files& files,
                             diagnostics::Diagnostics& diagnostics) {
  if (modules.empty()) return std::nullopt;
  model::Scheme scheme;
  Context context{.scheme = scheme,
                  .files = files,
                  .diagnostics = diagnostics,
                  .module_files = {},
                  .names = std::vector<Names>(modules.size()),
                  .requirements = {},
                  .root = root_of(modules),
                  .lazy = nullptr};
  for (const auto& module : modules) context.module_files.push_back(module.file);

  const auto declarations = declare(modules, context);
  check_completeness(declarations, context);
  check_units(declarations, context);
  check_enumerations(declarations, context);
  check_records(declarations, context);
  check_header(declarations, context);
  check_profile(declarations, context);

  auto definitions = definitions_of(declarations);
  context.lazy = &definitions;
  check_parameters(declarations, context);
  check_definitions(context);

  check_requirements(declarations, context);
  apply_profile(declarations, context);
  check_presumptions(declarations, context);
  check_surveillance(declarations, context);
  check_attestation(declarations, context);
  check_decisions(declarations, context);
  check_conformity_places(context);
  check_stricter(declarations, context);
  check_tests(declarations, context);
  lint(declarations, context);
  if (diagnostics.has_errors()) return std::nullopt;
  return scheme;
}

}  // namespace assay::check
