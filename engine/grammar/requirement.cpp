// Sections, requirements and what stands in them.
#include "grammar/declaration.hpp"
#include "grammar/evidence.hpp"
#include "grammar/expression.hpp"
#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/part.hpp"
#include "grammar/qualified.hpp"

namespace assay::grammar {

using syntax::ExpressionPtr;
using syntax::Modal;
using syntax::RequirementItem;

/// `else major "…"`
struct OtherwiseSaid : syntax::Spanned {
  std::optional<syntax::Name> grade;
  syntax::Text message;
};
struct ProvisionParts : syntax::Spanned {
  Modal modal = Modal::shall;
  std::optional<syntax::Name> name;
  ExpressionPtr condition;
  std::optional<OtherwiseSaid> otherwise;
};
void store(RequirementItem& target, ProvisionParts part) {
  syntax::Provision provision;
  provision.begin = part.begin;
  provision.end = part.end;
  provision.modal = part.modal;
  provision.name = std::move(part.name);
  provision.condition = std::move(part.condition);
  if (part.otherwise) {
    provision.grade = std::move(part.otherwise->grade);
    provision.message = std::move(part.otherwise->message);
  }
  target = std::move(provision);
}

struct member_requirement_tag : Recovering<Construct::requirement> {};
inline constexpr Rule<member_requirement_tag, syntax::Requirement> member_requirement{"a requirement"};
inline constexpr Rule<struct modal_tag, Modal> modal{"a provision (shall, should, may)"};
inline constexpr Rule<struct grade_tag, syntax::Name> grade{"'major' or 'minor'"};
inline constexpr Rule<struct asked_tag, ExpressionPtr> asked{"an expression"};
inline constexpr Rule<struct provision_tag, ProvisionParts> provision{"a provision (shall, should, may)"};

auto const source = node<syntax::Source>[word("source") > qualified_name > text];
auto const applies = node<syntax::Applies>[word("applies") > word("when") > expression > -(word("else") > expression)];
auto const method = node<syntax::Method>[word("method") > list_of(free_name)];
auto const guidance = node<syntax::Guidance>[word("guidance") > text];

auto const modal_def = (word("shall") >> x3::attr(Modal::shall)) | (word("should") >> x3::attr(Modal::should)) |
                       (word("may") >> x3::attr(Modal::may));
auto const grade_def = key("major") | key("minor");
auto const otherwise_said = node<OtherwiseSaid>[word("else") > -grade > text];
auto const asked_def = provide | expression;
auto const provision_def = node<ProvisionParts>[modal > -(word("as") > free_name) > asked > -otherwise_said];

auto const in_force_from = node<syntax::InForce>[(word("in_force") >> word("from") >>
                                                  absent<std::optional<syntax::MomentRange>>) > expression];
auto const in_force_period =
    node<syntax::InForce>[(word("in_force") > expected("a date, '..' or 'from'")[period]) >> absent<ExpressionPtr>];

auto const requirement_item_def =
    expected("a provision (shall, should, may), source, applies, evidence, method, guidance or '}'")
        [into<RequirementItem>(source) | into<RequirementItem>(applies) | into<RequirementItem>(provision) |
         into<RequirementItem>(evidence) | into<RequirementItem>(method) | into<RequirementItem>(guidance) |
         into<RequirementItem>(in_force_from) | into<RequirementItem>(in_force_period)];

auto const requirement_def = node<syntax::Requirement>[word("requirement") > requirement_id > text > symbol("{") >
                                                       *(requirement_item - closed) > symbol("}")];

auto const member_requirement_def = expected("a requirement or '}'")[requirement];
auto const section_def =
    node<syntax::Section>[word("section") > text > symbol("{") > *(member_requirement - closed) > symbol("}")];

BOOST_SPIRIT_DEFINE(section, requirement, member_requirement, requirement_item, provision, asked, modal, grade)
BOOST_SPIRIT_INSTANTIATE(SectionRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(RequirementRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(RequirementItemRule, Iterator, Context)

}  // namespace assay::grammar
