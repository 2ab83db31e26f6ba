#include "reference/lifecycle.hpp"

#include <algorithm>
#include <set>

namespace assay::reference {
namespace {

struct Row {
  std::string from, event, to, needs;
};

// The manual's table; `needs` by first letters: by, reason, scope, document, valid_to.
const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {"none", "applied", "applied", ""},
      {"none", "granted", "valid", "bsdv"},
      {"applied", "accepted", "in_evaluation", "b"},
      {"applied", "declined", "declined", "br"},
      {"in_evaluation", "granted", "valid", "bsdv"},
      {"in_evaluation", "refused", "refused", "br"},
      {"valid", "maintained", "valid", "b"},
      {"valid", "renewed", "valid", "bdv"},
      {"valid", "extended", "valid", "brsd"},
      {"valid", "reduced", "valid", "brsd"},
      {"valid", "suspended", "suspended", "br"},
      {"suspended", "restored", "valid", "br"},
      {"suspended", "reduced", "valid", "brsd"},
      {"valid", "withdrawn", "withdrawn", "br"},
      {"suspended", "withdrawn", "withdrawn", "br"},
      {"valid", "terminated", "terminated", "b"},
      {"suspended", "terminated", "terminated", "b"},
      {"expired", "restored", "valid", "brdv"},
      {"expired", "expired", "expired", ""},
  };
  return table;
}

const std::set<std::string> words = {"applied",    "accepted",  "declined",   "granted", "refused",
                                     "maintained", "suspended", "restored",   "reduced", "extended",
                                     "renewed",    "withdrawn", "terminated", "expired"};
const std::set<std::string> ended = {"declined", "refused", "withdrawn", "terminated", "expired"};
const std::set<std::string> taking = {"declined", "refused", "suspended", "withdrawn", "terminated", "expired"};

struct Now {
  Stand stand;
  std::optional<int> suspension_ends;
  bool is_suspension_incomplete = false;
  std::set<std::string> documents;
};

bool has_end(const LifeEvent& event) { return event.valid_to || event.is_unlimited; }

bool is_complete(const LifeEvent& event, const std::string& needs) {
  for (const char need : needs) {
    if (need == 'b' && event.by.empty()) return false;
    if (need == 'r' && event.reason.empty()) return false;
    if (need == 's' && event.scope.empty()) return false;
    if (need == 'd' && event.document.empty()) return false;
    if (need == 'v' && !has_end(event)) return false;
  }
  return true;
}

bool needs(const Row& row, char need) { return row.needs.find(need) != std::string::npos; }

/// Breaches after which not even an event that takes validity away counts.
bool is_void(const LifeEvent& event, const Row& row, const Stand& stand) {
  const bool is_clients = event.event == "applied" || event.event == "terminated";
  if (!is_clients && !event.by.empty() && !event.body.empty() && event.body != issuer) return true;
  const bool is_new_scope = needs(row, 's') || event.event == "suspended";
  if (!is_new_scope && !event.scope.empty() && event.scope != stand.scope) return true;
  if (needs(row, 'v') || !has_end(event)) return false;
  return event.valid_to != stand.valid_to || event.is_unlimited != stand.is_unlimited;
}

/// Is the new end within the longest validity, counted from a day?
bool is_within(const LifeEvent& event, int from, const Life& life) {
  if (!life.validity) return true;
  return !event.is_unlimited && *event.valid_to <= from + *life.validity;
}

bool is_end_right(const LifeEvent& event, const Row& row, const Stand& stand, const Life& life) {
  if (!needs(row, 'v')) return true;
  const int on = *event.on;
  if (event.event == "granted") return (event.is_unlimited || *event.valid_to >= on) && is_within(event, on, life);
  if (stand.is_unlimited) return false;
  if (event.event == "restored" && !event.is_unlimited && *event.valid_to < on) return false;
  const bool is_later = event.is_unlimited || *event.valid_to > *stand.valid_to;
  return is_later && is_within(event, *stand.valid_to, life);
}

bool is_in_time(const LifeEvent& event, const Now& now, const Life& life) {
  if (event.event != "restored") return true;
  if (now.stand.state == "suspended") return !now.suspension_ends || *event.on <= *now.suspension_ends;
  if (!life.restoration_after_expiry || !now.stand.valid_to) return false;
  return *event.on <= *now.stand.valid_to + *life.restoration_after_expiry;
}

bool are_dates_right(const LifeEvent& event, const Life& life) {
  if (event.decided_on && *event.decided_on > *event.on) return false;
  if (event.event != "suspended" || !event.until) return true;
  return *event.until >= *event.on && (!life.suspension || *event.until <= *event.on + *life.suspension);
}

void doubt(Now& now) {
  if (ended.contains(now.stand.state)) return;
  now = Now{};
  now.stand.state = "undetermined";
}

void suspend(const LifeEvent& event, bool is_flawless, const Life& life, Now& now) {
  now.stand.suspended_scope = event.scope;
  now.is_suspension_incomplete = !is_flawless;
  now.suspension_ends = event.until;
  if (!life.suspension) return;
  const int longest = *event.on + *life.suspension;
  now.suspension_ends = std::min(event.until.value_or(longest), longest);
}

void apply(const LifeEvent& event, const Row& row, bool is_flawless, const Life& life, Now& now) {
  if (needs(row, 's')) now.stand.scope = event.scope;
  if (needs(row, 'v')) {
    now.stand.valid_to = event.valid_to;
    now.stand.is_unlimited = event.is_unlimited;
  }
  if (!event.document.empty()) {
    now.stand.document = event.document;
    now.documents.insert(event.document);
  }
  if (row.to != now.stand.state) {
    now.stand.state = row.to;
    now.stand.suspended_scope.clear();
    now.suspension_ends.reset();
    now.is_suspension_incomplete = false;
  }
  if (event.event == "suspended") suspend(event, is_flawless, life, now);
}

void happen(const LifeEvent& event, const Life& life, Now& now) {
  for (const Row& row : rows()) {
    if (row.from != now.stand.state || row.event != event.event) continue;
    const bool is_new = !needs(row, 'd') || !now.documents.contains(event.document);
    const bool is_flawless = is_complete(event, row.needs) && are_dates_right(event, life);
    const bool is_taking = taking.contains(event.event);
    if (is_void(event, row, now.stand)) return doubt(now);
    if (!is_taking && (!is_flawless || !is_new || now.is_suspension_incomplete)) return doubt(now);
    if (!is_end_right(event, row, now.stand, life) || !is_in_time(event, now, life)) return doubt(now);
    return apply(event, row, is_flawless, life, now);
  }
  doubt(now);
}

void expire(int day, Now& now) {
  const bool runs = now.stand.state == "valid" || now.stand.state == "suspended";
  if (!runs || !now.stand.valid_to || *now.stand.valid_to >= day) return;
  now.stand.state = "expired";
  now.stand.suspended_scope.clear();
  now.suspension_ends.reset();
  now.is_suspension_incomplete = false;
}

/// The day on which an event is taken; one without a date on that of the last one before it that has one.
int day_of(const Life& life, std::size_t position) {
  for (std::size_t i = position + 1; i-- > 0;) {
    if (life.events[i].on) return *life.events[i].on;
  }
  return -1;
}

/// Does an event that stands further down have an earlier date?
bool is_overtaken(const Life& life, std::size_t position) {
  for (std::size_t i = position + 1; i < life.events.size(); ++i) {
    if (life.events[i].on && life.events[position].on && *life.events[i].on < *life.events[position].on) return true;
  }
  return false;
}

}  // namespace

Stand stand_on(const Life& life, int day) {
  Now now;
  for (int today = -1; today <= day; ++today) {
    expire(today, now);
    for (std::size_t i = 0; i < life.events.size(); ++i) {
      if (day_of(life, i) != today || now.stand.state == "undetermined") continue;
      const LifeEvent& event = life.events[i];
      const bool is_usable = event.on && words.contains(event.event);
      is_usable && !is_overtaken(life, i) ? happen(event, life, now) : doubt(now);
    }
  }
  return now.stand;
}

std::vector<std::string> events_from(const std::string& state) {
  std::vector<std::string> events;
  for (const Row& row : rows()) {
    if (row.from == state) events.push_back(row.event);
  }
  return events;
}

bool is_row(const std::string& from, const std::string& event, const std::string& to) {
  const auto is_it = [&](const Row& row) { return row.from == from && row.event == event && row.to == to; };
  return std::any_of(rows().begin(), rows().end(), is_it);
}

}  // namespace assay::reference
