#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace assay::source {

/// Why a file could not be read.
struct ReadFailure {
  enum class Kind { missing, directory, not_permitted, too_large, interrupted } kind;
  std::string words;  ///< "no such file", "is a directory", …
};

/// The bytes of a file, or of standard input for "-". Never more than `limit` bytes are held; a FIFO or device
/// is read as a stream up to the same limit.
std::variant<std::string, ReadFailure> read_file(const std::string& path, std::size_t limit);

}  // namespace assay::source
