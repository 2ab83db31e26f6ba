#pragma once

#include "dossier/findings.hpp"
#include "dossier/json.hpp"
#include "quantity/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// Has it nothing but white space?
inline bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Reads the members of an object of the dossier's own, such as a judgement. The first thing that is wrong is kept and
/// everything behind it reads as empty, so that a reader asks for all members and looks for a mistake once. A member
/// that is null is absent.
class Entry {
 public:
  /// `owner` begins every message: "its" or "its by's".
  Entry(const Json& json, JsonIndex object, std::string owner = "its");

  /// A text of blanks is none: nobody signs with it, and it gives no reason.
  std::string required_text(std::string_view key);
  std::string optional_text(std::string_view key);  ///< empty if it is absent or of blanks
  std::optional<Date> optional_date(std::string_view key);
  std::vector<std::string> optional_texts(std::string_view key);
  /// At least one, and none of blanks.
  std::vector<std::string> required_texts(std::string_view key);
  /// Nothing if it is absent or no object, which is a mistake.
  std::optional<Entry> required_object(std::string_view key);
  /// Nothing if it is absent; a mistake if it is no object.
  std::optional<Entry> optional_object(std::string_view key);
  std::optional<Date> required_date(std::string_view key);
  /// Nothing if it is absent or no list, which is a mistake.
  std::optional<JsonIndex> required_list(std::string_view key);

  /// Was a member that was asked for given, and not as null?
  bool has(std::string_view key) const;

  void reject(std::string words, std::uint32_t offset);
  /// Makes a mistake within a member one of this entry.
  void take_mistake_of(const Entry& member);
  const std::string& mistake() const { return mistake_; }
  std::uint32_t mistake_offset() const { return mistake_offset_; }
  std::uint32_t offset() const { return json_.offset(object_); }
  /// Where a member that was asked for stands; the object if it is absent.
  std::uint32_t offset_of(std::string_view key) const;

  /// Hints at the members that nobody asked for.
  void report_undeclared(std::string_view pointer, std::string_view kind, Findings& findings) const;

 private:
  struct Asked {
    std::string_view key;
    JsonIndex value;  ///< 0 if absent
  };

  std::optional<JsonIndex> member(std::string_view key);
  std::string text_at(JsonIndex value, std::string_view key);
  std::optional<Entry> object_at(JsonIndex value, std::string_view key);

  const Json& json_;
  JsonIndex object_;
  std::string owner_;
  std::vector<Asked> asked_;
  std::string mistake_;
  std::uint32_t mistake_offset_ = 0;
};

}  // namespace assay::dossier
