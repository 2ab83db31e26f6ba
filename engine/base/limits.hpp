#pragma once

#include <cstddef>
#include <cstdint>

// What a hostile or mistaken input may cost. Each limit has its own diagnostic and a test at the limit.
namespace assay::limits {

/// A scheme of 50,000 requirements has 16 MB; spans are 32 bits wide.
inline constexpr std::size_t scheme_bytes = std::size_t{64} << 20;

/// One dossier, or one line of a stream, is held in memory as a whole.
inline constexpr std::size_t dossier_bytes = std::size_t{256} << 20;

/// Files that one scheme draws in by `use`.
inline constexpr std::size_t scheme_files = 256;

/// The parser recurses once per level. 624 levels fill 8 MB under AddressSanitizer, so this leaves room for a
/// thread's own frames.
inline constexpr int expression_depth = 128;

/// Objects and arrays within each other in a dossier.
inline constexpr int json_depth = 256;

/// Slots of one record type, with the records that stand inside it.
inline constexpr std::uint32_t record_slots = 65'536;

/// Slots of one dossier: 32 bytes each, so at most 512 MB.
inline constexpr std::uint32_t dossier_slots = std::uint32_t{1} << 24;

/// Expressions evaluated for one dossier; a million elements against a 50-node provision stay below it.
inline constexpr std::uint64_t evaluation_steps = 100'000'000;

/// Errors printed for one file or dossier before 'and N more'.
inline constexpr std::size_t diagnostics = 100;

/// Failing elements listed for a provision before a count takes over.
inline constexpr std::size_t reasons = 100;

/// Characters of a line of code shown in an excerpt.
inline constexpr std::size_t excerpt_columns = 120;

}  // namespace assay::limits
