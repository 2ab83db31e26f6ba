#pragma once

#include "completeness/completeness.hpp"

#include <span>

namespace assay::completeness {

/// What looking for one item came to.
struct Answer {
  Status status = Status::missing;
  std::string note;
  std::string help;
  std::optional<source::Span> at;
};
Answer present(std::optional<source::Span> at, std::string note = {});
Answer missing(std::string help, std::string note = {}, std::optional<source::Span> at = {});
Answer contradicts_type(std::string note, std::string help, std::optional<source::Span> at);
Answer not_applicable(std::string because);

/// An item of a scheme's content, and how a model shows it.
struct Item {
  std::string_view id;
  std::string_view title;
  Answer (*look)(const model::Scheme&);
};
std::span<const Item> scheme_items();
std::span<const Item> requirement_items();
std::span<const Item> decision_items();
std::span<const Item> statement_items();
std::span<const Item> surveillance_items();

/// What a scheme's documents say beside it, for the language has no words for it.
struct ElsewhereItem {
  std::string_view id;
  std::string_view title;
  std::string_view note;
};
std::span<const ElsewhereItem> elsewhere_items();

}  // namespace assay::completeness
