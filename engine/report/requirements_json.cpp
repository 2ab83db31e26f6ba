// Requirements in the JSON report: what a scheme repeats in every report, and results between it.
#include "report/requirements_json.hpp"

#include "base/json_text.hpp"
#include "report/requirement_parts_json.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <charconv>

namespace assay::report {

namespace {

using namespace assessment;

// Objects and arrays around the members of a requirement, and around those of a provision or of what it rests on.
constexpr unsigned requirement_depth = 3;
constexpr unsigned part_depth = 5;

constexpr std::size_t most_digits_of_place = 10;

/// Where the digits of a line or a column end that are written to `to`.
char* digits(std::uint32_t number, char* to) {
  if (number >= 10) return std::to_chars(to, to + most_digits_of_place, number).ptr;
  *to = static_cast<char>('0' + number);
  return to + 1;
}

/// `value` as it stands between the quotation marks of a JSON string.
char* json_text(std::string_view value, char* to) {
  const std::size_t plain = plain_json_length(value);
  to = copied(value.substr(0, plain), to);
  for_each_json_piece(value.substr(plain), ControlCharacters::by_letter,
                      [&](std::string_view piece) { to = copied(piece, to); });
  return to;
}

/// Does every pointer into a dossier, which is made of keys and numbers, stand in a JSON string as it is?
bool are_pointers_plain(const model::Types& types) {
  const auto is_plain = [](const model::Field& field) { return plain_json_length(field.key) == field.key.size(); };
  return std::all_of(types.records.begin(), types.records.end(), [&](const model::Record& record) {
    return std::all_of(record.fields.begin(), record.fields.end(), is_plain);
  });
}

std::size_t place_of(const Judged& judged) {
  const std::size_t grade = judged.grade ? static_cast<std::size_t>(*judged.grade) + 1 : 0;
  return (static_cast<std::size_t>(judged.verdict) * 3 + grade) * 2 + std::size_t{judged.grade_settled};
}
std::size_t place_of(Truth met, bool vacuous) { return static_cast<std::size_t>(met) * 2 + std::size_t{vacuous}; }
std::size_t place_of(Basis basis) { return static_cast<std::size_t>(basis); }

/// The basis, and the beginning of what the verdict stands on.
void open_grounds(JsonWriter& json, Basis basis) {
  json.member_or_null("basis", word(basis));
  json.key("rests_on");
  json.begin_array();
}

bool is_plainly_met(const ProvisionResult& provision) {
  return provision.met == Truth::yes && !provision.vacuous && !has_account(provision);
}

}  // namespace

template <typename Write>
RequirementsJson::Extent RequirementsJson::members(JsonWriter& json, unsigned depth, Write write) {
  const std::size_t begin = json.size();
  json.stand_at(depth, false);
  write();
  return {begin, json.size()};
}

template <typename Write>
RequirementsJson::Extent RequirementsJson::object(JsonWriter& json, unsigned depth, Write write) {
  const std::size_t begin = json.size();
  json.stand_behind_key(depth - 1);
  json.begin_object();
  write();
  return {begin, json.size()};
}

RequirementsJson::RequirementsJson(const evaluate::Scheme& scheme, Layout layout)
    : pointers_are_plain_(are_pointers_plain(scheme.model.types)) {
  {
    JsonWriter json(text_, layout);
    write_scheme(json, scheme);
    write_results(json);
    write_absences(json);
  }
  write_fact_frame(layout);
  write_met(layout);
}

void RequirementsJson::write_scheme(JsonWriter& json, const evaluate::Scheme& scheme) {
  for (const model::Requirement& requirement : scheme.model.requirements) {
    const Extent head = object(json, requirement_depth, [&] { write_head(json, requirement, scheme.model); });
    requirements_.push_back({head, provisions_.size(), requirement.provisions.size(), {}});
    for (const model::Provision& provision : requirement.provisions) {
      const Extent provision_head = object(json, part_depth, [&] { write_head(json, provision); });
      const Extent place = members(json, part_depth, [&] { write_place(json, provision, *scheme.files); });
      provisions_.push_back({provision_head, place});
    }
  }
}

void RequirementsJson::write_results(JsonWriter& json) {
  const auto of_each_basis = [&](auto write) {
    std::array<Extent, bases> written;
    for (std::size_t i = 0; i < bases; ++i)
      written[i] = members(json, requirement_depth, [&] { write(static_cast<Basis>(i)); });
    return written;
  };
  for (const Verdict verdict :
       {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined, Verdict::not_applicable}) {
    for (const std::optional<Grade> grade :
         {std::optional<Grade>(), std::optional(Grade::minor), std::optional(Grade::major)}) {
      for (const bool is_settled : {false, true}) {
        const Judged judged{verdict, grade, is_settled};
        judged_[place_of(judged)] = members(json, requirement_depth, [&] { write_judged(json, judged); });
        simply_judged_[place_of(judged)] = of_each_basis([&](Basis basis) {
          write_judged(json, judged);
          json.null_member("not_applicable_because");
          write_exemption(json, {});
          open_grounds(json, basis);
        });
      }
    }
  }
  for (const Truth met : {Truth::no, Truth::unknown, Truth::yes})
    for (const bool vacuous : {false, true})
      provision_results_[place_of(met, vacuous)] = members(json, part_depth, [&] { write_result(json, met, vacuous); });
  grounds_ = of_each_basis([&](Basis basis) { open_grounds(json, basis); });
}

void RequirementsJson::write_absences(JsonWriter& json) {
  no_exemption_ = members(json, requirement_depth, [&] { write_exemption(json, {}); });
  nothing_open_ = members(json, requirement_depth, [&] {
    write_open(json, {});
    json.key("provisions");
    json.begin_array();
  });
  no_records_ = members(json, requirement_depth, [&] {
    write_records(json, {});
    json.end_object();
  });
  no_account_ = members(json, part_depth, [&] {
    write_account(json, {});
    json.end_object();
  });
}

void RequirementsJson::write_fact_frame(Layout layout) {
  const auto piece = [&](auto write) {
    std::string text;
    JsonWriter json(text, layout);
    json.stand_at(part_depth, false);
    write(json);
    return Piece(std::string_view(text).substr(0, json.size()));
  };
  const auto begin = [&](bool is_first) {
    return piece([&](JsonWriter& json) {
      json.stand_at(part_depth - 1, is_first);
      json.begin_object(), json.member("kind", "fact"), json.key("pointer"), json.raw("\"");
    });
  };
  fact_.first = begin(true);
  fact_.next = begin(false);
  fact_.line = piece([](JsonWriter& json) { json.stand_behind_key(part_depth), json.raw("\""), json.key("line"); });
  fact_.column = piece([](JsonWriter& json) { json.key("column"); });
  fact_.value = piece([](JsonWriter& json) { json.key("value"); });
  fact_.end = piece([](JsonWriter& json) { json.end_object(); });
}

void RequirementsJson::write_met(Layout layout) {
  for (std::size_t i = 0; i < requirements_.size(); ++i) {
    Requirement& requirement = requirements_[i];
    ProvisionResult met;
    met.met = Truth::yes;
    const std::vector<ProvisionResult> provisions(requirement.provision_count, met);
    RequirementResult result;
    result.index = static_cast<std::uint32_t>(i);
    result.provisions = provisions;
    JsonWriter json(requirement.met, layout);
    json.stand_at(requirement_depth, false);
    write_behind_grounds(json, result);
  }
}

/// Facts are half of a report: one is written in one go.
void RequirementsJson::write_fact(JsonWriter& json, const Fact& fact) const {
  constexpr std::size_t frame = 5 * Piece::most_bytes + 2 * most_digits_of_place;
  constexpr std::size_t longest_escape = 6;
  const std::string_view pointer = fact.place.pointer;
  const std::string_view value = fact.value.empty() ? "null" : fact.value;
  char* to = json.room_for(frame + longest_escape * pointer.size() + value.size());
  to = (json.stands_first() ? fact_.first : fact_.next).copy(to);
  to = pointers_are_plain_ ? copied(pointer, to) : json_text(pointer, to);
  to = digits(fact.place.line, fact_.line.copy(to));
  to = digits(fact.place.column, fact_.column.copy(to));
  to = copied(value, fact_.value.copy(to));
  json.advance_behind_value(fact_.end.copy(to));
}

/// And their end.
void RequirementsJson::write_grounds(JsonWriter& json, const RequirementResult& requirement) const {
  for (const Ground& ground : requirement.rests_on)
    ground.kind == Ground::Kind::fact ? write_fact(json, *ground.fact) : write_statement(json, ground);
  if (requirement.more_grounds > 0) {
    json.begin_object();
    json.member("kind", "more");
    json.member("count", requirement.more_grounds);
    json.end_object();
  }
  json.end_array();
}

void RequirementsJson::write(JsonWriter& json, const ProvisionResult& provision, const Provision& constant) const {
  json.open_object(text(constant.head));
  json.members(text(provision_results_[place_of(provision.met, provision.vacuous)]));
  json.members(text(constant.place));
  if (!has_account(provision)) return json.close_object(text(no_account_));
  write_account(json, provision);
  json.end_object();
}

void RequirementsJson::write_verdict(JsonWriter& json, const RequirementResult& requirement) const {
  const std::size_t judged = place_of(requirement.judged);
  const std::size_t basis = place_of(requirement.basis);
  const bool exempts = is_exempt(requirement);
  if (!exempts && requirement.not_applicable_because.empty())
    return json.open_array(text(simply_judged_[judged][basis]));
  json.members(text(judged_[judged]));
  json.member_or_null("not_applicable_because", requirement.not_applicable_because);
  exempts ? write_exemption(json, requirement) : json.members(text(no_exemption_));
  json.open_array(text(grounds_[basis]));
}

void RequirementsJson::write_behind_grounds(JsonWriter& json, const RequirementResult& requirement) const {
  if (is_open(requirement)) {
    write_open(json, requirement);
    json.key("provisions");
    json.begin_array();
  } else {
    json.open_array(text(nothing_open_));
  }
  // If the requirement applies, all of them.
  const std::size_t first = requirements_[requirement.index].first_provision;
  for (std::size_t i = 0; i < requirement.provisions.size(); ++i)
    write(json, requirement.provisions[i], provisions_[first + i]);
  json.end_array();
  if (!has_records(requirement)) return json.close_object(text(no_records_));
  write_records(json, requirement);
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const RequirementResult& requirement) const {
  const Requirement& constant = requirements_[requirement.index];
  json.open_object(text(constant.head));
  write_verdict(json, requirement);
  write_grounds(json, requirement);
  const bool is_plain = requirement.provisions.size() == constant.provision_count && !is_open(requirement) &&
                        !has_records(requirement) &&
                        std::all_of(requirement.provisions.begin(), requirement.provisions.end(), is_plainly_met);
  is_plain ? json.close_object(constant.met) : write_behind_grounds(json, requirement);
}

void RequirementsJson::write(JsonWriter& json, const std::vector<RequirementResult>& requirements) const {
  json.key("requirements");
  json.begin_array();
  for (const RequirementResult& requirement : requirements) write(json, requirement);
  json.end_array();
}

}  // namespace assay::report
