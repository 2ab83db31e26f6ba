#pragma once

#include "assessment/memory.hpp"
#include "program/program.hpp"

#include <optional>
#include <span>
#include <vector>

// Internal to the stage.
namespace assay::evaluate {

/// The facts that expressions name, if they are plain: no definition, call, table, range or judgement stands between
/// an expression and the facts that its value comes from. Found when they are first asked for.
class LeafFacts {
 public:
  explicit LeafFacts(const program::Program& program) : program_(program) {}

  /// The paths and variables in the order of the expression; nothing if it is not plain. They stay as long as this
  /// does.
  std::optional<std::span<const program::NodeId>> of(program::NodeId id) {
    const Found& found = found_at(id);
    return found.kind == Kind::plain ? std::optional(found.paths) : std::nullopt;
  }
  /// The same if a condition that comes out so stands on each of them: nothing in it turns on some of its parts.
  std::optional<std::span<const program::NodeId>> all_told(program::NodeId id, bool holds) {
    const Found& found = found_at(id);
    return (holds ? found.all_if_it_holds : found.all_if_it_fails) ? of(id) : std::nullopt;
  }

 private:
  enum class Kind : std::uint8_t { unasked, plain, not_plain };
  struct Found {
    Kind kind = Kind::unasked;
    bool all_if_it_holds = false;
    bool all_if_it_fails = false;
    std::span<const program::NodeId> paths{};
  };

  const Found& found_at(program::NodeId id) {
    if (id.value >= found_.size()) found_.resize(program_.nodes.size());
    Found& found = found_[id.value];
    if (found.kind == Kind::unasked) found = find(id);
    return found;
  }

  Found find(program::NodeId id);

  const program::Program& program_;
  std::vector<Found> found_;
  assessment::Memory memory_;
};

}  // namespace assay::evaluate
