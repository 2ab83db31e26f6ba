#include "load/load.hpp"

#include "base/limits.hpp"
#include "check/check.hpp"
#include "compile/compile.hpp"
#include "load/digest.hpp"
#include "load/modules.hpp"
#include "load/test_json.hpp"
#include "load/unreadable.hpp"
#include "source/read.hpp"

#include <memory>
#include <utility>
#include <variant>

namespace assay::load {

namespace {

Outcome<evaluate::Scheme> build(const std::string& name, const std::string& path, std::string text,
                                const Options& options, source::Files& files, diagnostics::Diagnostics& diagnostics) {
  const auto modules = load_modules(name, path, std::move(text), options, files, diagnostics);
  if (!modules) return std::nullopt;

  auto model = check::check(*modules, files, diagnostics);
  if (!model) return std::nullopt;
  const std::size_t errors_before = diagnostics.error_count();
  check_test_json(*model, files, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;

  evaluate::Scheme scheme{.model = *std::move(model), .program = {}, .files = {}, .file_hashes = {}};
  scheme.program = compile::compile(scheme.model);
  for (const source::File& file : files) scheme.file_hashes.push_back(sha256_hex(file.text()));
  scheme.files = std::make_shared<const source::Files>(files);
  return scheme;
}

}  // namespace

Outcome<evaluate::Scheme> load(const std::string& path, const Options& options, source::Files& files,
                               diagnostics::Diagnostics& diagnostics) {
  auto content = source::read_file(path, limits::scheme_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
    diagnostics.add(unreadable(path, *failure));
    return std::nullopt;
  }
  return build(path, path, std::get<std::string>(std::move(content)), options, files, diagnostics);
}

Outcome<evaluate::Scheme> load_text(const std::string& name, std::string text, const Options& options,
                                    source::Files& files, diagnostics::Diagnostics& diagnostics) {
  return build(name, "", std::move(text), options, files, diagnostics);
}

}  // namespace assay::load
