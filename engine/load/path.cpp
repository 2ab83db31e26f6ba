#include "load/path.hpp"

#include <system_error>

namespace assay::load {

namespace fs = std::filesystem;

std::optional<fs::path> resolve(const fs::path& path) {
  std::error_code error;
  fs::path resolved = fs::weakly_canonical(path, error);
  if (error) return std::nullopt;
  return resolved.lexically_normal();
}

std::optional<std::string> relative_to(const fs::path& folder, const fs::path& path) {
  const fs::path relative = path.lexically_relative(folder);
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return relative.generic_string();
}

fs::path folder_or_here(const fs::path& path) { return path.empty() ? fs::path(".") : path; }

}  // namespace assay::load
