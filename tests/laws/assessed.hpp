#pragma once

#include "dossier/dossier.hpp"
#include "evaluate/evaluate.hpp"
#include "laws/dossier_text.hpp"
#include "laws/scheme_text.hpp"
#include "reference/reference.hpp"

#include <memory>
#include <optional>
#include <string>

// From a generated scheme to what the engine and the reference find.
namespace assay::laws {

/// The day on which everything is assessed.
inline constexpr Date today{20'779};  // 2026-11-22

inline constexpr int scheme_choices = 2000;
inline constexpr int dossier_choices = 400;

/// A scheme and a dossier for it; both are shown when a law does not hold.
struct Case {
  SchemeText text;
  std::shared_ptr<const evaluate::Scheme> scheme;
  reference::Json dossier;
};
Case any_case(const Features& features = {});

/// A scheme that compiles; the case fails with the diagnostics if it does not.
std::shared_ptr<const evaluate::Scheme> compiled(const std::string& text);

/// By the engine, in a workspace and a dossier of its own.
assessment::Assessment assessed(const evaluate::Scheme& scheme, const std::string& dossier);

/// The key that an open point asks evidence to cover.
std::optional<std::string> key_needed(const assessment::OpenPoint& point);

/// What the engine found, in the reference's words.
reference::Findings findings_of(const assessment::Assessment& assessment, const model::Scheme& scheme);

/// Fails unless engine and reference find the same, in the reference's words.
void compare_with_reference(const evaluate::Scheme& scheme, const reference::Json& dossier);

}  // namespace assay::laws
