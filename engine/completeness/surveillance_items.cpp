// Surveillance: whether there is any, and whether it does what the type of scheme asks.
#include "completeness/scheme_type.hpp"

#include <algorithm>

namespace assay::completeness {
namespace {

using model::SurveillanceActivity;

constexpr std::array<std::string_view, 4> activity_words = {"market_sample", "factory_sample", "process_assessment",
                                                            "system_audit"};

bool is_used(const model::Scheme& scheme, std::size_t activity) {
  if (!scheme.surveillance) return false;
  const auto wanted = static_cast<SurveillanceActivity>(activity);
  const auto& rounds = scheme.surveillance->rounds;
  return std::any_of(rounds.begin(), rounds.end(), [&](const model::SurveillanceRound& round) {
    return std::find(round.activities.begin(), round.activities.end(), wanted) != round.activities.end();
  });
}

Answer surveillance(const model::Scheme& scheme) {
  const SchemeType* type = type_of(scheme);
  const bool is_excluded = type != nullptr && !type->covers_later_objects;
  if (scheme.surveillance && is_excluded)
    return contradicts_type(words(*type) + " has no surveillance", "remove it, or name the type that the scheme is of",
                            scheme.surveillance->span);
  if (scheme.surveillance)
    return present(scheme.surveillance->span, "every " + to_string(scheme.surveillance->rounds.front().interval));
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  return missing("add 'surveillance { every 12 months by … reassess … }'");
}

Answer absent(const SchemeType& type, std::size_t activity, const model::Scheme& scheme) {
  const std::size_t neighbour = activity ^ 1U;
  const std::string word(activity_words[activity]);
  switch (type.surveillance[activity]) {
    case Need::excluded: return not_applicable(words(type) + " has no such activity");
    case Need::free: return not_applicable(words(type) + " does not ask for it");
    case Need::asked: return missing("add '" + word + "' to a line of surveillance");
    case Need::either: break;
  }
  const std::string other(activity_words[neighbour]);
  if (is_used(scheme, neighbour)) return not_applicable(words(type) + " asks for this or for " + other);
  return missing("add '" + word + "' or '" + other + "' to a line of surveillance");
}

template <SurveillanceActivity wanted>
Answer activity(const model::Scheme& scheme) {
  constexpr auto row = static_cast<std::size_t>(wanted);
  const SchemeType* type = type_of(scheme);
  const bool is_audited = !has_types(scheme) && scheme.header.object == "management_system";
  if (!is_used(scheme, row) && is_audited && wanted == SurveillanceActivity::system_audit)
    return missing("add 'system_audit' to a line of surveillance");
  if (!is_used(scheme, row)) return type == nullptr ? without_type(scheme) : absent(*type, row, scheme);
  const auto at = scheme.surveillance->span;
  if (type == nullptr) return present(at);
  if (type->surveillance[row] == Need::excluded)
    return contradicts_type(words(*type) + " has no such activity",
                            "remove '" + std::string(activity_words[row]) + "', or name the type that the scheme is of",
                            at);
  return present(at, type->surveillance[row] == Need::free ? "more than " + words(*type) + " asks" : std::string());
}

constexpr std::array<Item, 5> items = {{
    {"surveillance", "Surveillance", surveillance},
    {"surveillance_by_market_sample", "Samples from the market", activity<SurveillanceActivity::market_sample>},
    {"surveillance_by_factory_sample", "Samples from the factory", activity<SurveillanceActivity::factory_sample>},
    {"surveillance_by_process_assessment", "Assessment of production, service or process",
     activity<SurveillanceActivity::process_assessment>},
    {"surveillance_by_system_audit", "Audits of the management system", activity<SurveillanceActivity::system_audit>},
}};

}  // namespace

std::span<const Item> surveillance_items() { return items; }

}  // namespace assay::completeness
