// What is attested and for how long (ISO/IEC 17000, 7.3 and 7.4).
#include "check/declaration.hpp"

#include <optional>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;

/// A fact of the subject, however deep: `system.provider.name`.
bool is_of_subject(const model::Expression& expression) {
  const auto* part = &expression;
  while (const auto* access = std::get_if<model::FieldAccess>(&part->node)) part = access->object.get();
  return std::holds_alternative<model::SubjectReference>(part->node);
}

class AttestationCheck {
 public:
  AttestationCheck(const syntax::Attestation& node, Context& context) : node_(node), context_(context) {}

  model::Attestation check() {
    model_.span = span(node_);
    for (const auto& item : node_.items) std::visit([this](const auto& part) { add(part); }, item);
    return std::move(model_);
  }

 private:
  void add(std::monostate) {}
  void add(const syntax::CertificateTerm& term) {
    if (!is_first("'certificate'", term, certificate_) || !term.valid_for) return;
    model_.valid_for = check_interval(*term.valid_for, context_, 0);
  }
  void add(const syntax::Identifies& identifies) {
    if (is_first("'identifies'", identifies, identifies_)) model_.identifies = paths("'identifies'", identifies.facts);
  }
  void add(const syntax::ScopeOfAttestation& scope) {
    if (is_first("'scope'", scope, scope_)) model_.scope = paths("'scope'", scope.facts);
  }
  void add(const syntax::Mark& mark) {
    if (!is_first("'mark'", mark, mark_)) return;
    model_.mark = mark.name.value;
    check_mark(mark);
  }

  /// A mark on an object says more than one look can: it needs surveillance, or a batch that is certified as a whole
  /// (ISO/IEC 17067, table 1, row V d).
  void check_mark(const syntax::Mark& mark) {
    if (context_.scheme.surveillance || context_.scheme.header.type == "1b") return;
    context_.diagnostics.add({.code = Code::mark_without_surveillance,
                              .arguments = {},
                              .at = {span(mark), ""},
                              .also = {},
                              .help = {"add 'surveillance { every 12 months by … }', or 'type \"1b\"' for a batch"}});
  }

  std::vector<model::ExpressionPtr> paths(const std::string& entry, const std::vector<syntax::ExpressionPtr>& written) {
    std::vector<model::ExpressionPtr> checked;
    for (const auto& path : written) {
      Scope scope{.context = context_,
                  .module = 0,
                  .place = Scope::Place::define,
                  .variables = {},
                  .quantifiers = 0,
                  .requirement = std::nullopt,
                  .provision_id = ""};
      auto expression = check_expression(*path, scope);
      const bool was_reported = expression->type == model::TypeId{};
      if (!was_reported && !is_of_subject(*expression))
        report_path(entry, *path, "is no path of the subject");
      else if (!was_reported && !fits_on_a_line(expression->type))
        report_path(entry, *path, "fits on no line of a certificate");
      checked.push_back(std::move(expression));
    }
    return checked;
  }
  /// A statement of conformity shows a value, or several of them separated by semicolons.
  bool fits_on_a_line(model::TypeId id) const {
    const auto& types = context_.scheme.types;
    const bool is_many = types[id].kind == model::Kind::list || types[id].kind == model::Kind::set;
    const auto& type = types[is_many ? types[id].element : id];
    return type.kind != model::Kind::list && type.kind != model::Kind::set && type.kind != model::Kind::record;
  }
  void report_path(const std::string& entry, const syntax::Spanned& path, std::string why) {
    context_.diagnostics.add({.code = Code::not_a_path_of_the_subject,
                              .arguments = {entry},
                              .at = {span(path), std::move(why)},
                              .also = {},
                              .help = {}});
  }

  template <typename Item>
  bool is_first(const std::string& entry, const Item& item, const Item*& first) {
    if (first == nullptr) {
      first = &item;
      return true;
    }
    context_.diagnostics.add({.code = Code::second_entry,
                              .arguments = {entry, "the attestation"},
                              .at = {span(item), ""},
                              .also = {{span(*first), "the first one"}},
                              .help = {}});
    return false;
  }
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, 0); }

  const syntax::Attestation& node_;
  Context& context_;
  model::Attestation model_;
  const syntax::CertificateTerm* certificate_ = nullptr;
  const syntax::Identifies* identifies_ = nullptr;
  const syntax::ScopeOfAttestation* scope_ = nullptr;
  const syntax::Mark* mark_ = nullptr;
};

}  // namespace

void check_attestation(const Declarations& declarations, Context& context) {
  if (declarations.attestation != nullptr)
    context.scheme.attestation = AttestationCheck(*declarations.attestation, context).check();
}

}  // namespace assay::check
