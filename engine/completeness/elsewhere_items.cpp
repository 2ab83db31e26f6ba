// What ISO/IEC 17067 asks of a scheme's documents and the language has no words for. It is never counted as present.
#include "completeness/item.hpp"

#include <array>

namespace assay::completeness {
namespace {

constexpr std::array<ElsewhereItem, 14> items = {{
    {"access", "Access of bodies and clients to the scheme", "who may apply, and on which terms"},
    {"contracts", "Contracts", "between owner, bodies and clients, and what they contain"},
    {"resources", "Impartiality, competence and resources of the bodies", "beyond the standard that they meet"},
    {"outsourcing", "Outsourcing and subcontracting", "which activities may be given to others"},
    {"conditions_of_use", "Conditions of use", "of the statement and the mark, and who owns and controls the mark"},
    {"publicity", "Publicity", "how a client may refer to the scheme, and how the scheme is marketed"},
    {"misuse", "Misuse", "what follows from false claims, and from nonconforming objects on the market"},
    {"complaints", "Complaints and appeals", "to the bodies and to the owner"},
    {"client_complaints", "Complaints that the client receives", "how the client's records of them are checked"},
    {"directory", "Directory of certified objects", "its content, and who publishes it"},
    {"reporting", "Reporting to the scheme owner", "what the bodies report of results and surveillance"},
    {"records", "Retention of records", "by the owner and by the bodies, and how long"},
    {"transition", "Change of the requirements",
     "how clients hear of it, and what becomes of statements issued before"},
    {"review_of_scheme", "Review of the scheme itself", "how the owner looks at its operation"},
}};

}  // namespace

std::span<const ElsewhereItem> elsewhere_items() { return items; }

}  // namespace assay::completeness
