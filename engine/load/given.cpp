// The dossiers that tests name. They are read when the tests run, not when the scheme is checked.
#include "load/given.hpp"

#include "base/limits.hpp"
#include "load/path.hpp"
#include "source/read.hpp"

#include <utility>

namespace assay::load {

namespace {

namespace fs = std::filesystem;
using diagnostics::Code;
using diagnostics::Diagnostic;

Diagnostic refusal(Code code, std::vector<std::string> arguments, std::vector<std::string> help = {}) {
  return {.code = code,
          .arguments = std::move(arguments),
          .at = {},
          .also = {},
          .help = std::move(help),
          .has_place = false};
}

Diagnostic no_such_file(const std::string& written) {
  return refusal(Code::file_not_readable, {written, "no such file"});
}

}  // namespace

std::variant<GivenFile, Diagnostic> read_given(const std::string& written, const std::string& scheme,
                                               const Options& options) {
  // The operating system would stop reading the path at the zero, behind the check of where it leads.
  if (written.empty() || written.find('\0') != std::string::npos) return no_such_file(written);
  // Where the scheme itself is a link, its files lie beside what it leads to, as those of `use` do.
  const fs::path real_scheme = resolve(scheme).value_or(fs::path(scheme));
  const fs::path folder = folder_or_here(fs::path(scheme).parent_path());
  const auto root = resolve(options.root.empty() ? folder : fs::path(options.root));
  const auto real = resolve(folder_or_here(real_scheme.parent_path()) / written);
  if (!root || !real) return no_such_file(written);
  const auto name = relative_to(*root, *real);
  if (!name) return refusal(Code::use_outside_root, {written}, {"name a wider folder with --root"});

  auto content = source::read_regular_file(real->string(), limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content))
    return refusal(Code::file_not_readable, {*name, failure->words});
  return GivenFile{*name, std::get<std::string>(std::move(content))};
}

}  // namespace assay::load
