// What a statement of conformity says that no assessment knows. It holds the name and address of who attests and of
// the client, a number, and who signs it (ISO/IEC 17065); a declaration also its place (ISO/IEC 17050-1).
#include "attestation/attest.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "dossier/people.hpp"

#include <string_view>
#include <utility>

namespace assay::attestation {

namespace {

using diagnostics::Code;

enum class Party { unknown, first, second, third };

Party party_of(const Assessed& assessed) {
  const std::string_view word = assessed.terms ? assessed.terms->party : std::string_view();
  if (word == "first") return Party::first;
  if (word == "second") return Party::second;
  return word == "third" ? Party::third : Party::unknown;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

/// One line of text: what would write on a printed page in another way is no part of a name.
std::string fault_of(std::string_view text) {
  if (!text.empty() && is_blank(text)) return "it is blank";
  if (text.size() > limits::shown_value_bytes)
    return "it has more than " + std::to_string(limits::shown_value_bytes) + " bytes";
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t length = utf8_length(rest);
    if (length == 0) return "it is not UTF-8";
    const auto first = static_cast<unsigned char>(rest[0]);
    if (first < 0x20 || first == 0x7F) return "it has a control character";
    rest.remove_prefix(length);
  }
  return {};
}

class Check {
 public:
  Check(const Details& details, const Assessed& assessed)
      : details_(details), assessed_(assessed), party_(party_of(assessed)) {}

  std::vector<Problem> check() {
    ask("--number", details_.number, "a statement of conformity has a number of its own");
    ask("--body", details_.body, "who attests");
    ask("--body-address", details_.body_address, "the address of who attests");
    ask("--signed-by", details_.signatory, "who signs or otherwise authorises it");
    ask("--function", details_.function, "the function of who signs it");
    take("--replaces", details_.replaces);
    if (!details_.number.empty() && details_.number == details_.replaces)
      reject("--replaces", "a revised statement has a number of its own");
    check_client();
    check_agreement();
    check_accreditation();
    if (party_ == Party::first) {
      ask("--place", details_.place, "a declaration says where it was made");
    } else {
      take("--place", details_.place);
    }
    check_issue();
    return std::move(problems_);
  }

 private:
  void take(std::string_view option, const std::string& text) {
    if (std::string fault = fault_of(text); !fault.empty()) reject(option, std::move(fault));
  }
  void ask(std::string_view option, const std::string& text, std::string_view why) {
    if (!text.empty()) return take(option, text);
    problems_.push_back({Code::attestation_detail_missing, {std::string(option), std::string(why)}, {}, ""});
  }
  void reject(std::string_view option, std::string words) {
    problems_.push_back({Code::attestation_detail_invalid, {std::string(option), std::move(words)}, {}, ""});
  }
  void bar(std::string_view option, const std::string& text) {
    if (!text.empty()) reject(option, "a declaration is about the supplier's own object");
  }

  void check_client();
  void check_agreement();
  void check_accreditation();
  void check_issue();

  const Details& details_;
  const Assessed& assessed_;
  Party party_;
  std::vector<Problem> problems_;
};

void Check::check_client() {
  if (party_ == Party::first) {
    bar("--client", details_.client);
    bar("--client-address", details_.client_address);
    return;
  }
  if (party_ == Party::unknown) return;
  ask("--client", details_.client, "whose object it is");
  ask("--client-address", details_.client_address, "the address of whose object it is");
  // A third party is independent of who provides the object (ISO/IEC 17000, 4.5).
  const std::string client = dossier::folded_name(details_.client);
  if (party_ == Party::third && !client.empty() && client == dossier::folded_name(details_.body))
    reject("--client", "a third party does not certify what is its own");
}

void Check::check_agreement() {
  if (party_ == Party::first) return bar("--agreement", details_.agreement);
  if (party_ == Party::third)
    ask("--agreement", details_.agreement, "nothing is certified before the certification agreement is signed");
  else
    take("--agreement", details_.agreement);
}

void Check::check_accreditation() {
  if (party_ == Party::first) return bar("--accreditation", details_.accreditation);
  const std::string asked = assessed_.terms ? assessed_.terms->accreditation : std::string();
  if (asked.empty()) return take("--accreditation", details_.accreditation);
  ask("--accreditation", details_.accreditation, "the scheme asks for a body accredited to " + asked);
  if (!details_.accreditation.empty() && details_.accreditation.find(asked) == std::string::npos)
    reject("--accreditation", "the scheme asks for a body accredited to " + asked);
}

/// Never before the decision (ISO/IEC 17065), and not when it would be over.
void Check::check_issue() {
  if (details_.issued_on.empty()) return;
  const auto issued = parse_date(details_.issued_on);
  if (!issued) return reject("--issued-on", "'" + details_.issued_on + "' is not a date (YYYY-MM-DD)");
  if (!assessed_.decision || !assessed_.decision->on) return;
  const Date decided = *assessed_.decision->on;
  if (*issued < decided) reject("--issued-on", "it lies before the decision of " + to_string(decided));
  const auto validity = validity_of(assessed_);
  if (validity && validity->to && *issued > *validity->to)
    reject("--issued-on", "the last valid day is " + to_string(*validity->to));
}

}  // namespace

std::vector<Problem> problems_of_details(const Details& details, const Assessed& assessed) {
  return Check(details, assessed).check();
}

}  // namespace assay::attestation
