#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A statement of conformity as plain texts, ready to be printed.
namespace assay::attestation {

/// By who attests (ISO/IEC 17000): a third party certifies and a first party declares. The vocabulary has no term for
/// what a second party issues.
enum class Kind : std::uint8_t { certificate, statement, declaration };

struct Organization {
  std::string name, address;
  std::string accreditation;  ///< may be empty
};
struct Line {
  std::string name, value;
};
struct File {
  std::string path, sha256;
};
/// On what condition it holds: a nonconformity whose correction is agreed on, a waiver, or what the decision says.
struct Condition {
  std::string requirement;  ///< empty for what the decision says
  std::string words;
  std::string until;  ///< a date; empty if none is set
};
struct RequirementLine {
  std::string id, title;
  std::string source;  ///< "AIA Article 10(2)", may be empty
  std::string result;  ///< "met", "not applicable", …
  std::string remark;  ///< may be empty
};

struct Certificate {
  Kind kind = Kind::certificate;
  std::string number;
  std::string replaces;  ///< may be empty
  Organization issuer;
  std::optional<Organization> client;  ///< none for a declaration: the issuer's own object
  std::string agreement;               ///< may be empty
  std::string object;                  ///< "product"; may be empty
  std::vector<Line> identifies, scope;
  std::string scheme_id, scheme_title, scheme_version;
  std::string scheme_owner, scheme_type;  ///< may be empty
  std::vector<Line> documents;            ///< name and title
  std::string mark;                       ///< may be empty
  std::string outcome;                    ///< "grant"
  std::vector<std::string> decided_by;
  std::string decided_on;
  std::string issued_on;
  std::string place;     ///< may be empty
  std::string valid_to;  ///< the last valid day; empty: without end
  std::string signatory, function;
  std::vector<Condition> conditions;
  std::vector<RequirementLine> requirements;
  // What it can be traced to.
  std::string assessment_date;
  std::string engine_version;
  std::string report_sha256, dossier_sha256;
  std::vector<File> scheme_files;
};

}  // namespace assay::attestation
