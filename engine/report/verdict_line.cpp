// One line a dossier, for registers of millions.
#include "report/verdict_line.hpp"

#include <array>
#include <charconv>

namespace assay::report {

namespace {

constexpr std::size_t digits_of_line = 20;

/// A path may hold any byte; one that would break the line or hide it on a terminal is told by a question mark.
void append_path(std::string_view path, std::string& out) {
  for (const char byte : path) {
    const bool is_control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
    out += is_control ? '?' : byte;
  }
}

void append_place(const RecordPlace& place, std::string& out) {
  out += ' ';
  append_path(place.path, out);
  if (place.line) {
    std::array<char, digits_of_line> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *place.line).ptr;
    out += ':';
    out.append(digits.data(), end);
  }
  out += '\n';
}

}  // namespace

char letter_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conforming: return 'C';
    case Verdict::nonconforming: return 'N';
    case Verdict::undetermined: return 'U';
    case Verdict::not_applicable: return 'A';
  }
  return 'U';
}

void write_verdict_line(const assessment::Decided& decided, const RecordPlace& place, std::string& out) {
  out += to_string(decided.decision);
  out += ' ';
  for (const Judged& judged : decided.requirements) out += letter_of(judged.verdict);
  append_place(place, out);
}

void write_refusal_verdict_line(std::string_view code, const RecordPlace& place, std::string& out) {
  out += "error ";
  out += code;
  append_place(place, out);
}

}  // namespace assay::report
