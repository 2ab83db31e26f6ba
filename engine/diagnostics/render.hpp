#pragma once

#include "diagnostics/diagnostic.hpp"

#include <ostream>

namespace assay::diagnostics {

enum class Color { never, always };

/// The text form of interfaces.md: headline, place, excerpt with labels, help. Never fails: spans are clamped and
/// invalid bytes shown as <E9>. After limits::diagnostics a closing line says how many more there are.
void render_text(const Diagnostics& found, const source::Files& files, Color color, std::ostream& out);

/// A JSON array, one object a diagnostic: code, severity, message, arguments, path, line, column, end_line,
/// end_column, label, also, help. The end is the first position behind; without a place path to end_column are null.
void render_json(const Diagnostics& found, const source::Files& files, std::ostream& out);

/// SARIF 2.1.0 with one run.
void render_sarif(const Diagnostics& found, const source::Files& files, std::ostream& out);

}  // namespace assay::diagnostics
