#pragma once

#include "cli/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assay::cli {

/// The I-th of N parts of all inputs together, from 1.
struct Shard {
  std::uint64_t number = 1;
  std::uint64_t count = 1;
};

/// "2/8".
std::optional<Shard> parse_shard(std::string_view text);

/// The inputs with what belongs to the shard, or the path of one that cannot be divided because it cannot be read
/// twice. All the bytes of the inputs, decompressed, are cut at N - 1 places; a line belongs to where it begins. A
/// compressed stream is decompressed once to learn its size.
std::variant<std::vector<RecordSource::Input>, std::string> part_of(std::vector<RecordSource::Input> inputs,
                                                                    const Shard& shard);

}  // namespace assay::cli
