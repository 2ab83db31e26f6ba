#pragma once

#include "completeness/completeness.hpp"
#include "report/text_page.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

// What schemes say of that which a scheme must say, for people and for machines.
namespace assay::report {

struct SchemeCompleteness {
  std::string path;                     ///< as given
  std::optional<model::Header> header;  ///< nothing: the scheme cannot be used, and nobody looked further
  std::shared_ptr<const source::Files> files;
  completeness::Findings findings;
};

/// For people. `only_open` leaves out what needs nothing to be written.
void write_completeness_text(const std::vector<SchemeCompleteness>& schemes, TextOptions options, bool only_open,
                             std::string& out);

/// As JSON, its keys in the order of schemas/completeness.schema.json.
void write_completeness_json(const std::vector<SchemeCompleteness>& schemes, std::string& out);

}  // namespace assay::report
