#include "cli/exit_status.hpp"

namespace assay::cli {

namespace {

int gravity(ExitStatus status) {
  switch (status) {
    case ExitStatus::success: return 0;
    case ExitStatus::open: return 1;
    case ExitStatus::negative: return 2;
    case ExitStatus::unusable: return 3;
    case ExitStatus::usage: return 4;
    case ExitStatus::internal: return 5;
  }
  return 5;
}

}  // namespace

ExitStatus graver(ExitStatus left, ExitStatus right) { return gravity(left) < gravity(right) ? right : left; }

}  // namespace assay::cli
