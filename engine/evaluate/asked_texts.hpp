#pragma once

#include "evaluate/evaluate.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

// Internal to the stage.
namespace assay::evaluate {

/// The expression as the scheme writes it, on one line.
std::string text_of(const Scheme& scheme, program::NodeId id);

/// What expressions ask of their left operands, as the scheme writes it: "<= 5 %". Each is put together when it is
/// first asked for.
class AskedTexts {
 public:
  explicit AskedTexts(const Scheme& scheme) : scheme_(scheme) {}

  const std::string& of(program::NodeId id);

 private:
  const Scheme& scheme_;
  std::unordered_map<std::uint32_t, std::string> texts_;
};

}  // namespace assay::evaluate
