#pragma once

#include "diagnostics/diagnostic.hpp"
#include "evaluate/evaluate.hpp"
#include "model/test.hpp"
#include "source/file.hpp"
#include "trial/result.hpp"

#include <functional>
#include <string>
#include <variant>

namespace assay::trial {

/// Reads the dossier that a test names by a path; or says why not.
using ReadGiven = std::function<std::variant<source::File, diagnostics::Diagnostic>(const std::string& path)>;

/// Runs the tests of one scheme, one after another. The date is that of the test, else the dossier's own; the clock is
/// never asked.
class Runner {
 public:
  Runner(const evaluate::Scheme& scheme, ReadGiven read)
      : scheme_(scheme),
        read_(std::move(read)),
        vocabulary_(dossier::vocabulary_of(scheme.model.types)),
        workspace_(evaluate::make_workspace(scheme)) {}

  TestResult run(const model::Test& test);

 private:
  const evaluate::Scheme& scheme_;
  ReadGiven read_;
  dossier::Vocabulary vocabulary_;
  evaluate::WorkspacePtr workspace_;
};

}  // namespace assay::trial
