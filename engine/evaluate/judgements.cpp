// Which of the dossier's judgements count, and what they say together.

#include "evaluate/judgements.hpp"

#include <algorithm>
#include <unordered_map>

namespace assay::evaluate {

namespace {

using Records = std::vector<dossier::JudgementRecord>;
/// Who supersedes whom among the records of one judgement, both ways, by their positions among these.
struct Succession {
  std::vector<std::vector<std::size_t>> superseded;
  std::vector<std::vector<std::size_t>> superseding;
};

/// Strikes out, one after the other, the records that no link of `from` leads away from; marks those that are left.
void keep_linked(const std::vector<std::vector<std::size_t>>& from, const std::vector<std::vector<std::size_t>>& to,
                 std::vector<bool>& left) {
  std::vector<std::size_t> links(from.size(), 0);
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!left[i]) continue;
    links[i] = static_cast<std::size_t>(
        std::count_if(from[i].begin(), from[i].end(), [&](std::size_t other) { return left[other]; }));
    if (links[i] == 0) free.push_back(i);
  }
  while (!free.empty()) {
    const std::size_t struck = free.back();
    free.pop_back();
    left[struck] = false;
    for (const std::size_t other : to[struck])
      if (left[other] && --links[other] == 0) free.push_back(other);
  }
}

/// The records that supersede each other in a ring, or stand between two rings: none of them can be told to be last.
std::vector<bool> in_a_ring(const Succession& succession) {
  std::vector<bool> left(succession.superseded.size(), true);
  keep_linked(succession.superseded, succession.superseding, left);
  keep_linked(succession.superseding, succession.superseded, left);
  return left;
}

/// What the records of one judgement come to.
class Docket {
 public:
  Docket(const Records& all, const std::vector<std::size_t>& records, RecordedJudgements& found)
      : all_(all), records_(records), found_(found) {}

  JudgementState state() {
    JudgementState state;
    if (records_.size() == 1 && all_[records_.front()].supersedes.empty()) {
      take(records_.front(), state);
      return state;
    }
    link();
    const std::vector<bool> ring = in_a_ring(succession_);
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (ring[i]) report_ring(i, ring);
      // What a ring takes the place of does not count either: nobody stands by it any more.
      if (!ring[i] && succession_.superseding[i].empty()) take(records_[i], state);
    }
    return state;
  }

 private:
  void link() {
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_id;
    for (std::size_t i = 0; i < records_.size(); ++i)
      if (!all_[records_[i]].id.empty()) by_id[all_[records_[i]].id].push_back(i);
    succession_.superseded.resize(records_.size());
    succession_.superseding.resize(records_.size());
    for (std::size_t i = 0; i < records_.size(); ++i) {
      for (const std::string& id : all_[records_[i]].supersedes) {
        const auto found = by_id.find(id);
        if (found == by_id.end()) continue;
        for (const std::size_t other : found->second) {
          if (other == i && found->second.size() > 1) continue;
          succession_.superseded[i].push_back(other);
          succession_.superseding[other].push_back(i);
        }
      }
    }
  }

  void report_ring(std::size_t record, const std::vector<bool>& ring) {
    for (const std::size_t other : succession_.superseded[record]) {
      if (!ring[other]) continue;
      const std::string_view why = other == record ? "which is itself" : "which supersedes it in turn: neither counts";
      found_.wrongly_superseded.push_back({records_[record], all_[records_[other]].id, why});
      return;
    }
  }

  void take(std::size_t record, JudgementState& state) const {
    using Kind = JudgementState::Kind;
    const Kind said = all_[record].met ? Kind::met : Kind::not_met;
    if (state.kind == Kind::pending) {
      state = {said, static_cast<std::uint32_t>(record)};
    } else if (state.kind != said) {
      state.kind = Kind::disagreeing;
    }
  }

  const Records& all_;
  const std::vector<std::size_t>& records_;
  RecordedJudgements& found_;
  Succession succession_;
};

bool is_of_one_judgement(const dossier::JudgementRecord& left, const dossier::JudgementRecord& right) {
  return left.requirement == right.requirement && left.name == right.name;
}

/// What a record supersedes must be there, and be of the same judgement.
void check_superseded_ids(const Records& all, RecordedJudgements& found) {
  if (std::all_of(all.begin(), all.end(), [](const auto& record) { return record.supersedes.empty(); })) return;
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < all.size(); ++i) by_id.try_emplace(all[i].id, i);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].mistake.empty()) continue;
    for (const std::string& id : all[i].supersedes) {
      const auto at = by_id.find(id);
      if (at == by_id.end()) {
        found.wrongly_superseded.push_back({i, id, "which is the id of no judgement"});
      } else if (all[at->second].mistake.empty() && !is_of_one_judgement(all[i], all[at->second])) {
        found.wrongly_superseded.push_back({i, id, "which answers another question"});
      }
    }
  }
}

}  // namespace

AskedJudgements asked_judgements(const model::Scheme& scheme) {
  AskedJudgements asked;
  for (std::size_t i = 0; i < scheme.judgements.size(); ++i) {
    const model::Judgement& judgement = scheme.judgements[scheme.judgements.id_at(i)];
    asked[{scheme.requirements[judgement.requirement].id, judgement.name}] = i;
  }
  return asked;
}

RecordedJudgements recorded_judgements(const model::Scheme& scheme, const AskedJudgements& asked,
                                       const dossier::Dossier& dossier, Date date) {
  RecordedJudgements found;
  found.states.resize(scheme.judgements.size());
  const Records& records = dossier.judgements;
  if (records.empty()) return found;
  check_superseded_ids(records, found);
  std::map<std::size_t, std::vector<std::size_t>> counting;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i].mistake.empty()) continue;
    const auto at = asked.find({records[i].requirement, records[i].name});
    if (at == asked.end()) {
      found.unmatched.push_back(i);
    } else if (records[i].role != scheme.judgements[scheme.judgements.id_at(at->second)].role) {
      found.by_wrong_role.push_back({i, at->second});
    } else if (records[i].on > date) {
      found.in_the_future.push_back(i);
    } else {
      counting[at->second].push_back(i);
    }
  }
  for (const auto& [judgement, of_it] : counting) found.states[judgement] = Docket(records, of_it, found).state();
  return found;
}

}  // namespace assay::evaluate
