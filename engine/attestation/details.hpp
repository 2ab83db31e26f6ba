#pragma once

#include <string>

namespace assay::attestation {

/// What a statement of conformity says that no assessment knows. Empty: not given.
struct Details {
  std::string number;
  std::string replaces;  ///< the number of the statement that this one takes the place of
  std::string issued_on;
  std::string place;
  std::string body, body_address;  ///< who attests: the certification body, or the supplier
  std::string accreditation;
  std::string client, client_address;
  std::string agreement;
  std::string signatory, function;
};

}  // namespace assay::attestation
