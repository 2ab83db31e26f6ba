#include "cli/scheme.hpp"

#include "cli/log.hpp"
#include "cli/problem.hpp"

#include <filesystem>
#include <system_error>

namespace assay::cli {

namespace {

namespace fs = std::filesystem;

/// share/assay beside the folder of the program: so it lies in the build tree and wherever the program is installed.
std::string library_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = program.parent_path().parent_path() / "share" / "assay";
    if (fs::is_directory(beside / "std", error)) return beside.string();
  }
  return ASSAY_LIBRARY;
}

}  // namespace

load::Options load_options(const CommonOptions& options) { return {.root = options.root, .library = library_folder()}; }

Outcome<evaluate::Scheme> load_scheme(const std::string& path, const CommonOptions& options) {
  source::Files files;
  diagnostics::Diagnostics found;
  auto scheme = load::load(path, load_options(options), files, found);
  if (!scheme) {
    report_problems(errors_only(found), files, options);
    return std::nullopt;
  }
  log_info("scheme " + path + ": " + std::to_string(scheme->model.requirements.size()) + " requirements in " +
           std::to_string(files.size()) + " files");
  return scheme;
}

}  // namespace assay::cli
