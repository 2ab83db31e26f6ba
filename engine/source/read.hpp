#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace assay::source {

/// Why a file could not be read.
struct ReadFailure {
  enum class Kind { missing, directory, irregular, not_permitted, too_large, interrupted } kind;
  std::string words;  ///< "no such file", "is a directory", …
};

/// The bytes of a file, or of standard input for "-". Never more than `limit` bytes are held; a FIFO or device
/// is read as a stream up to the same limit.
std::variant<std::string, ReadFailure> read_file(const std::string& path, std::size_t limit);

/// The same of a file that another file names: nobody stands at the other end of a FIFO, so it would be waited for.
std::variant<std::string, ReadFailure> read_regular_file(const std::string& path, std::size_t limit);

}  // namespace assay::source
