#pragma once

#include "attestation/assessed.hpp"
#include "dossier/json.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Internal to the stage: strict reading of a report. What is asked for must be there and have its type.
namespace assay::attestation {

/// The first thing that is wrong with the report.
struct Mistake {
  std::string words;
  Place place;
};

/// One walk through a report. After the first mistake everything reads as empty, so that a reader asks for all members
/// and looks for a mistake once.
struct Reading {
  const dossier::Json& json;
  std::optional<Mistake> mistake{};

  void fail(std::string words, std::string pointer, std::uint32_t offset);
};

/// An object of the report. Every member that is asked for must stand in it, once; the others are not looked at, for a
/// later version may add some.
class ReportObject {
 public:
  /// Without a value: what a mistake leaves.
  ReportObject(Reading& reading, std::optional<dossier::JsonIndex> value, std::string pointer);

  std::string text(std::string_view key);
  std::string text_or_null(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::string digest(std::string_view key);  ///< SHA-256 in hex
  bool boolean(std::string_view key);
  std::uint64_t count(std::string_view key);
  Date date(std::string_view key);
  std::optional<Date> date_or_null(std::string_view key);
  ReportObject object(std::string_view key);
  std::optional<ReportObject> object_or_null(std::string_view key);
  void for_each(std::string_view key, const std::function<void(ReportObject)>& visit);

  /// A member that is asked for; nothing after a mistake.
  std::optional<dossier::JsonIndex> member(std::string_view key);
  /// A member that need not be there.
  std::optional<dossier::JsonIndex> found(std::string_view key) const;

  /// The word of `key`, as `read` understands it: an optional of what it means.
  template <typename Read>
  auto word(std::string_view key, std::string_view kind, const Read& read) {
    const std::string written = text(key);
    const auto meant = read(written);
    if (!meant) reject(key, "'" + written + "' is no " + std::string(kind));
    return meant.value_or(typename decltype(read(written))::value_type{});
  }

  void reject(std::string_view key, std::string words);
  Place place() const;
  Place place_of(std::string_view key) const;
  Reading& reading() const { return *reading_; }

 private:
  struct Member {
    std::string key;
    dossier::JsonIndex value;
  };
  void index(dossier::JsonIndex object);
  std::string text_at(std::optional<dossier::JsonIndex> value, std::string_view key);
  void expected(std::string_view what, dossier::JsonIndex found, std::string_view key);

  Reading* reading_;
  std::optional<dossier::JsonIndex> value_;
  std::string pointer_;
  std::vector<Member> members_;  ///< by key
};

}  // namespace assay::attestation
