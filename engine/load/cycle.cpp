#include "load/cycle.hpp"

#include <algorithm>
#include <cstddef>

namespace assay::load {

namespace {

class CycleSearch {
 public:
  CycleSearch(const std::vector<check::LoadedModule>& modules, const std::vector<std::string>& names,
              diagnostics::Diagnostics& diagnostics)
      : modules_(modules), names_(names), diagnostics_(diagnostics), state_(modules.size(), State::unseen) {}

  // Recurses once a file, and limits::scheme_files bounds those.
  void visit(std::size_t module) {
    if (state_[module] != State::unseen) return;
    state_[module] = State::open;
    path_.push_back(module);
    const std::vector<std::size_t>& uses = modules_[module].uses;
    for (std::size_t i = 0; i < uses.size(); ++i) {
      if (uses[i] == no_module) continue;
      if (state_[uses[i]] == State::open) {
        report(module, i);
      } else {
        visit(uses[i]);
      }
    }
    path_.pop_back();
    state_[module] = State::closed;
  }

 private:
  enum class State { unseen, open, closed };

  void report(std::size_t module, std::size_t use) {
    const std::size_t again = modules_[module].uses[use];
    std::string chain;
    for (auto it = std::find(path_.begin(), path_.end(), again); it != path_.end(); ++it) {
      chain += names_[*it] + " uses ";
    }
    diagnostics_.add({.code = diagnostics::Code::use_cycle,
                      .arguments = {names_[again]},
                      .at = {span_of_use(module, use), chain + names_[again]},
                      .also = {},
                      .help = {"move what both files need into a third"}});
  }

  source::Span span_of_use(std::size_t module, std::size_t number) const {
    std::size_t seen = 0;
    for (const syntax::Declaration& declaration : modules_[module].tree.declarations) {
      const auto* use = std::get_if<syntax::Use>(&declaration);
      if (use != nullptr && seen++ == number) return {modules_[module].file, use->path.begin, use->path.end};
    }
    return {modules_[module].file, 0, 0};
  }

  const std::vector<check::LoadedModule>& modules_;
  const std::vector<std::string>& names_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;
};

}  // namespace

void report_cycles(const std::vector<check::LoadedModule>& modules, const std::vector<std::string>& names,
                   diagnostics::Diagnostics& diagnostics) {
  CycleSearch search(modules, names, diagnostics);
  for (std::size_t module = 0; module < modules.size(); ++module) search.visit(module);
}

}  // namespace assay::load
