#pragma once

#include <filesystem>
#include <optional>
#include <string>

// Where the files of a scheme lie on disk.
namespace assay::load {

/// The canonical path, symbolic links followed. Nothing if it cannot be resolved: a loop of links, a folder that may
/// not be searched.
std::optional<std::filesystem::path> resolve(const std::filesystem::path& path);

/// `path` below `folder`, both canonical; nothing if it lies elsewhere.
std::optional<std::string> relative_to(const std::filesystem::path& folder, const std::filesystem::path& path);

std::filesystem::path folder_or_here(const std::filesystem::path& path);

}  // namespace assay::load
