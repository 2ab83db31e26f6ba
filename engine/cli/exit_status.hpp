#pragma once

namespace assay::cli {

/// What the program ends with. Where several hold, the first in the order internal, usage, unusable, negative, open,
/// success wins.
enum class ExitStatus {
  success = 0,   ///< something was assessed and every decision is positive; a check was clean
  negative = 1,  ///< some decision is negative; a check has findings
  open = 2,      ///< some decision is `defer`
  unusable = 3,  ///< the scheme, a dossier or the output cannot be used, or there was nothing to assess
  usage = 4,
  internal = 70
};

/// The one of the two that wins.
ExitStatus graver(ExitStatus left, ExitStatus right);

}  // namespace assay::cli
