#include "load/test_json.hpp"

#include "dossier/json_reader.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace assay::load {

namespace {

using diagnostics::Code;

class JsonCheck {
 public:
  JsonCheck(const source::Files& files, diagnostics::Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  void check(source::Span span) {
    const std::string_view text = files_[span.file].text().substr(span.begin, span.end - span.begin);
    auto failure = dossier::read_json(text, values_);
    if (!failure) return;
    const std::uint32_t at = std::min(span.begin + failure->offset, span.end - 1);
    diagnostics_.add({.code = Code::test_json_syntax,
                      .arguments = {std::move(failure->words)},
                      .at = {.span = {span.file, at, at + 1}}});
  }

 private:
  const source::Files& files_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<dossier::JsonValue> values_;
};

}  // namespace

void check_test_json(const model::Scheme& scheme, const source::Files& files, diagnostics::Diagnostics& diagnostics) {
  JsonCheck json(files, diagnostics);
  for (const model::Test& test : scheme.tests) {
    if (const auto* dossier = std::get_if<source::Span>(&test.given.dossier)) json.check(*dossier);
    for (const model::Change& change : test.given.changes) {
      if (change.value) json.check(*change.value);
    }
  }
}

}  // namespace assay::load
