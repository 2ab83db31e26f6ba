#include "check/checked.hpp"

#include "grammar/parse.hpp"

#include <utility>

namespace assay::check {

Checked::Checked() = default;
Checked::Checked(Checked&&) noexcept = default;
Checked& Checked::operator=(Checked&&) noexcept = default;
Checked::~Checked() = default;

Checked::Checked(std::string text) {
  const auto id = files.add(source::File("mark.assay", std::move(text)));
  auto tree = grammar::parse(id, files[id], diagnostics);
  if (!tree) return;
  std::vector<LoadedModule> modules;
  modules.push_back({id, *std::move(tree), {}});
  scheme = check(modules, files, diagnostics);
}

std::vector<diagnostics::Diagnostic> Checked::reported() const {
  auto all = diagnostics.sorted();
  std::erase_if(all, [](const auto& one) { return one.code == diagnostics::Code::never_called; });
  return all;
}

std::string Checked::codes() const {
  std::string all;
  for (const auto& diagnostic : reported()) {
    all += all.empty() ? "" : " ";
    all += diagnostics::entry(diagnostic.code).code;
  }
  return all;
}

std::string Checked::first() const {
  const auto sorted = reported();
  if (sorted.empty()) return "";
  auto text = message(sorted.front()) + " | " + sorted.front().at.words;
  for (const auto& line : sorted.front().help) text += " | " + line;
  return text;
}

std::string Checked::place() const {
  const auto span = reported().front().at.span;
  return std::string(files[span.file].text().substr(span.begin, span.end - span.begin));
}

Checked schemes(const std::vector<std::string>& texts, std::vector<std::vector<std::size_t>> uses) {
  Checked result;
  std::vector<LoadedModule> modules;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto id = result.files.add(source::File(std::to_string(i) + ".assay", texts[i]));
    auto tree = grammar::parse(id, result.files[id], result.diagnostics);
    if (!tree) return result;
    modules.push_back({id, *std::move(tree), std::move(uses[i])});
  }
  result.scheme = check(modules, result.files, result.diagnostics);
  return result;
}

}  // namespace assay::check
