// Why a dossier does not conform, line by line, for registers of millions.
#include "report/reason_lines.hpp"

#include "diagnostics/printable.hpp"
#include "report/verdict_line.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assay::report {

namespace {

using namespace assessment;

// Of a reason or a pointer: a dossier may hold texts of megabytes.
constexpr std::size_t most_characters = 2'000;

void begin_line(Verdict verdict, std::string_view what, std::string& out) {
  out += "  ";
  out += letter_of(verdict);
  out += ' ';
  out += what;
  out += ' ';
}

void append_words(std::string_view words, std::string& out) { out += diagnostics::printable(words, most_characters); }

void append_place(const DossierPlace& place, std::string& out) {
  out += "  ";
  if (place.line != 0) {
    out += std::to_string(place.line);
    out += ':';
    out += std::to_string(place.column);
  }
  if (place.pointer.empty()) return;
  if (place.line != 0) out += ' ';
  out += '(';
  out += diagnostics::printable(place.pointer, most_characters);
  out += ')';
}

void write(std::span<const Reason> reasons, Verdict verdict, std::string_view what, std::string& out) {
  for (const Reason& reason : reasons) {
    begin_line(verdict, what, out);
    append_words(reason.message, out);
    if (reason.place) append_place(*reason.place, out);
    out += '\n';
  }
}

/// A provision that has no reasons, as one that completions settle, is told by what the scheme says of it.
void write(const ProvisionResult& provision, std::string& out) {
  const Verdict verdict = provision.met == Truth::no ? Verdict::nonconforming : Verdict::undetermined;
  if (!provision.reasons.empty()) return write(provision.reasons, verdict, provision.id, out);
  begin_line(verdict, provision.id, out);
  append_words(provision.message.empty() ? provision.text : provision.message, out);
  out += '\n';
}

/// Is the provision part of why the requirement got its verdict, or its grade?
bool is_behind(const ProvisionResult& provision, const Judged& judged) {
  if (provision.modal != "shall") return false;
  if (provision.met == Truth::no) return judged.verdict == Verdict::nonconforming;
  return provision.met == Truth::unknown && (judged.verdict == Verdict::undetermined || !judged.grade_settled);
}

void write(const RequirementResult& requirement, std::string& out) {
  const Verdict verdict = requirement.judged.verdict;
  write(requirement.reasons, verdict, requirement.id, out);
  if (verdict == Verdict::undetermined) write(requirement.applies_reasons, verdict, requirement.id, out);
  for (const ProvisionResult& provision : requirement.provisions) {
    if (is_behind(provision, requirement.judged)) write(provision, out);
  }
  if (verdict == Verdict::undetermined) write(requirement.evidence_reasons, verdict, requirement.id, out);
}

}  // namespace

void write_reason_lines(const Assessment& reasons, std::string& out) {
  for (const RequirementResult& requirement : reasons.requirements) write(requirement, out);
}

}  // namespace assay::report
