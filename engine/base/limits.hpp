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

/// The evaluator recurses once per level, into the definitions that an expression names. 1,500 levels of an explained
/// tree fill 8 MB without optimisation; AddressSanitizer takes three times as much.
inline constexpr std::size_t definition_depth = 256;

/// Objects and arrays within each other in a dossier.
inline constexpr int json_depth = 256;

/// Bytes of one JSON value that stands in a test; a larger dossier is a file of its own.
inline constexpr std::size_t test_json_bytes = std::size_t{1} << 20;

/// Slots of one record type, with the records that stand inside it.
inline constexpr std::uint32_t record_slots = 65'536;

/// Cells of a table's inputs, as its constants cut them, that are searched for one that no row matches.
inline constexpr std::size_t table_cells = 100'000;

/// Definitions that refer to each other in a ring are followed that far before the ring is reported; each may nest
/// `expression_depth` deep.
inline constexpr std::size_t definition_ring = 16;

/// Slots of one dossier: 32 bytes each, so at most 512 MB.
inline constexpr std::uint32_t dossier_slots = std::uint32_t{1} << 24;

/// JSON values of one dossier, declared or not: 12 bytes each while it is read, so at most 384 MB.
inline constexpr std::size_t dossier_values = std::size_t{1} << 25;

/// Items of evidence of one dossier. A report lists each of them under every requirement that asks for its kind.
inline constexpr std::size_t evidence_items = 10'000;

/// A file of evidence is hashed as a stream; a larger one would keep an assessment waiting for minutes.
inline constexpr std::uint64_t evidence_file_bytes = std::uint64_t{16} << 30;

/// Data findings of one dossier before a note says that there are more.
inline constexpr std::size_t data_findings = 1'000;

/// Expressions evaluated for one dossier; a million elements against a 50-node provision stay below it.
inline constexpr std::uint64_t evaluation_steps = 100'000'000;

/// Trials of one proportion: beyond them a double no longer counts each.
inline constexpr std::int64_t trials = 1'000'000'000'000;

/// A rule that needs a distribution costs as much as this many expressions.
inline constexpr std::uint64_t statistics_steps = 100;

/// Errors printed for one file or dossier before 'and N more'.
inline constexpr std::size_t diagnostics = 100;

/// Failing elements listed for a provision before a count takes over.
inline constexpr std::size_t reasons = 100;

/// Characters of an argument shown in a headline: a text of 100 MB may stand where a member was expected.
inline constexpr std::size_t argument_characters = 200;

/// Facts listed under what a verdict rests on before a count takes over.
inline constexpr std::size_t grounds = 1'000;

/// A failing value that was computed names the facts behind it, if they are no more than this.
inline constexpr std::size_t told_facts = 6;

/// Elements and bytes of a value that a report quotes; a longer one is told by its size.
inline constexpr std::uint32_t shown_elements = 50;
inline constexpr std::size_t shown_value_bytes = 2'000;

/// Characters of a line of code shown in an excerpt.
inline constexpr std::size_t excerpt_columns = 120;

// How far an assessment looks ahead for the day on which it would come out otherwise.

/// A hundred years, leap days included.
inline constexpr std::int32_t outlook_days = 36'525;

/// Days of which it is asked whether they bring the change. What turns there may be of no consequence.
inline constexpr std::uint32_t outlook_tries = 100;

/// Days on which a comparison is computed that may turn at any of them; then the search stops to look around.
inline constexpr std::int32_t outlook_strides = 400;

/// What turns on one day, in words.
inline constexpr std::size_t outlook_turns = 100;

/// Expressions evaluated at other days, for one day. Beyond them every next day is looked at.
inline constexpr std::uint64_t outlook_steps = 1'000'000;

/// Expressions evaluated in one search; a day that is begun is looked at to its end.
inline constexpr std::uint64_t outlook_steps_of_all = 10'000'000;

// How far the completions of a condition are tried. What exceeds these limits stays undetermined.

/// Missing facts of one condition.
inline constexpr std::size_t completion_facts = 4;

/// Combinations of their values, for all conditions of a requirement.
inline constexpr std::size_t completion_cells = 4'096;

/// Expressions evaluated over them, for one condition.
inline constexpr std::uint64_t completion_steps = 1'000'000;

}  // namespace assay::limits
