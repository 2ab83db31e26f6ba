#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace assay::dossier {

/// Finds in a JSON text, with the processor's vector instructions, where its values, brackets, commas and colons begin.
/// Nothing that comes of it depends on the instructions that the processor has. Keeps its memory between texts.
class StructuralIndex {
 public:
  StructuralIndex();
  ~StructuralIndex();
  StructuralIndex(StructuralIndex&&) noexcept;
  StructuralIndex& operator=(StructuralIndex&&) noexcept;

  /// The offsets of `{ } [ ] , :` outside of strings, of opening quotes, and of whatever else begins behind white space
  /// or one of those; valid until the next call. Nothing if the text is no UTF-8, is too long, has a string without end
  /// or with a control character, or if the processor has no vectors: who wants to know more reads byte by byte.
  std::span<const std::uint32_t> of(std::string_view text);

 private:
  struct Indexer;
  std::unique_ptr<Indexer> indexer_;
};

/// Texts beyond this are not indexed: the index takes four bytes of address space for each of theirs.
inline constexpr std::size_t longest_indexed_text = std::size_t{4} << 20;

}  // namespace assay::dossier
