// Presumptions of conformity. Their conditions speak of facts, never of verdicts, so that none can rest on what it
// presumes.
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

class PresumptionCheck {
 public:
  PresumptionCheck(const syntax::Presumption& node, std::size_t module, Context& context)
      : node_(node), module_(module), context_(context) {}

  void check() {
    model_.title = node_.title.value;
    model_.span = span(node_.title);
    for (const auto& item : node_.items) std::visit([this](const auto& part) { add(part); }, item);
    if (satisfies_ == nullptr && !is_broken_) report_missing("satisfies", "'satisfies' and the ids of requirements");
    if (when_ == nullptr && !is_broken_) report_missing("when", "'when' and a condition");
    context_.scheme.presumptions.push_back(std::move(model_));
  }

 private:
  void add(std::monostate) { is_broken_ = true; }
  void add(const syntax::Satisfies& satisfies) {
    if (satisfies_ != nullptr) return report_second("satisfies", satisfies, *satisfies_);
    satisfies_ = &satisfies;
    model_.satisfies = check_requirement_names(satisfies.requirements, context_, module_);
  }
  void add(const syntax::When& when) {
    if (when_ != nullptr) return report_second("when", when, *when_);
    when_ = &when;
    Scope scope{.context = context_,
                .module = module_,
                .place = Scope::Place::define,
                .variables = {},
                .quantifiers = 0,
                .requirement = std::nullopt,
                .provision_id = ""};
    model_.condition = check_condition(*when.condition, scope);
    model_.text = phrase_of(*when.condition, context_, module_);
  }
  void add(const syntax::Source& source) {
    if (auto reference = check_source(source, context_, module_)) model_.sources.push_back(*std::move(reference));
  }

  void report_missing(const std::string& entry, const std::string& help) {
    context_.diagnostics.add({.code = Code::missing_entry,
                              .arguments = {"the presumption", "'" + entry + "'"},
                              .at = {model_.span, ""},
                              .also = {},
                              .help = {"add " + help}});
  }
  void report_second(const std::string& entry, const syntax::Spanned& second, const syntax::Spanned& first) {
    context_.diagnostics.add({.code = Code::second_entry,
                              .arguments = {"'" + entry + "'", "the presumption"},
                              .at = {span(second), ""},
                              .also = {{span(first), "the first one"}},
                              .help = {}});
  }
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, module_); }

  const syntax::Presumption& node_;
  std::size_t module_;
  Context& context_;
  model::Presumption model_;
  const syntax::Satisfies* satisfies_ = nullptr;
  const syntax::When* when_ = nullptr;
  bool is_broken_ = false;  ///< an item had a syntax error, which was reported
};

}  // namespace

void check_presumptions(const Declarations& declarations, Context& context) {
  for (const auto& [module, node] : declarations.presumptions) PresumptionCheck(*node, module, context).check();
}

}  // namespace assay::check
