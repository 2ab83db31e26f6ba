#pragma once

#include "attestation/details.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace assay::cli {

/// What every command takes.
struct CommonOptions {
  std::string as_of;  ///< empty: not given
  bool require_date = false;
  std::string evidence_root;  ///< empty: no file of evidence is opened
  std::string root;
  std::string format;  ///< empty: the command chooses
  std::string output;  ///< empty: standard output
  std::string color = "auto";
  bool quiet = false;
  std::string log_level = "off";
};

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> schemes;
  bool warnings_as_errors = false;
  bool completeness = false;   ///< also what a scheme must say, and does not
  std::string explained_code;  ///< empty: check the schemes
};

struct AssessOptions {
  CommonOptions common;
  std::string scheme;
  std::vector<std::string> dossiers;
  bool ndjson = false;            ///< every DOSSIER is a stream
  std::size_t jobs = 0;           ///< 0: one for each processor
  std::vector<std::string> only;  ///< verdicts, one of which a dossier must have to be printed; empty: all are
  bool summary_only = false;
  std::size_t examples = 3;  ///< for each number of a summary
  std::string shard;         ///< "2/8"; empty: everything
  std::string checkpoint;    ///< empty: a killed run begins from the start
};

struct ExplainOptions {
  CommonOptions common;
  std::string scheme;
  std::string dossier;
  std::string requirement;
};

struct PlanOptions {
  CommonOptions common;
  std::string scheme;
  std::string dossier;  ///< empty: the plan of the scheme
};

struct TestOptions {
  CommonOptions common;
  std::vector<std::string> schemes;
  std::string filter;  ///< part of a title; empty: every test
  bool warnings_as_errors = false;
};

struct LifecycleOptions {
  CommonOptions common;
  std::vector<std::string> histories;
  bool ndjson = false;  ///< every HISTORY is a stream
};

struct AttestOptions {
  CommonOptions common;
  std::string report;
  attestation::Details details;
};

using Command = std::variant<CheckOptions, AssessOptions, ExplainOptions, PlanOptions, TestOptions, LifecycleOptions,
                             AttestOptions>;

}  // namespace assay::cli
