#pragma once

#include "source/file.hpp"

#include <string>
#include <vector>

// What a profile changed of the scheme that it was made of. The scheme holds the result.
namespace assay::model {

struct ProfileChange {
  enum class Kind : std::uint8_t { set, add, tighten, relax, exempt } kind = Kind::set;
  std::string what;     ///< "version", "DG-1", "DG-1/2"
  std::string value;    ///< of an entry that is set, as written
  std::string because;  ///< of what is relaxed or exempt
  source::Span span;
};

struct Profile {
  // Of the scheme as it is without the profile:
  std::string id;
  std::string title;
  std::string version;
  source::FileId file;

  bool is_stricter = false;
  std::vector<ProfileChange> changes;  ///< in the order of the profile
};

}  // namespace assay::model
