#include "cli/scheme.hpp"

#include "cli/log.hpp"
#include "cli/problem.hpp"

#include <filesystem>
#include <system_error>

namespace assay::cli {

namespace {

namespace fs = std::filesystem;

/// share/assay below the folder above the program, as it is installed, or below its own, as it is built.
std::string library_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return ASSAY_LIBRARY;
  const fs::path own = program.parent_path();
  for (const fs::path& above : {own.parent_path(), own}) {
    const fs::path library = above / "share" / "assay";
    if (fs::is_directory(library / "std", error)) return library.string();
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
