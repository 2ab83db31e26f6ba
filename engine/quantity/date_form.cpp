// Dates in the written forms that a scheme declares.
#include "quantity/calendar.hpp"
#include "quantity/clock.hpp"
#include "quantity/scanner.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace assay {

std::optional<DateForm> DateForm::compile(std::string_view form) {
  struct Token {
    std::string_view letters;
    Part part;
  };
  // A longer token stands before the shorter one that it begins with.
  constexpr std::array<Token, 8> tokens{{{"YYYY", Part::year},
                                         {"MM", Part::month},
                                         {"M", Part::month_any},
                                         {"DD", Part::day},
                                         {"D", Part::day_any},
                                         {"hh", Part::hour},
                                         {"mm", Part::minute},
                                         {"ss", Part::second}}};
  DateForm compiled;
  while (!form.empty()) {
    const auto* const token =
        std::find_if(tokens.begin(), tokens.end(), [&](const Token& each) { return form.starts_with(each.letters); });
    const bool is_literal = token == tokens.end();
    compiled.pieces_.push_back({.part = is_literal ? Part::literal : token->part, .letter = form.front()});
    form.remove_prefix(is_literal ? 1 : token->letters.size());
  }
  if (!compiled.is_complete() || !compiled.is_unambiguous()) return std::nullopt;
  return compiled;
}

bool DateForm::is_complete() const {
  const auto count = [&](Part part, Part other) {
    return std::count_if(pieces_.begin(), pieces_.end(),
                         [&](const Piece& piece) { return piece.part == part || piece.part == other; });
  };
  const auto hours = count(Part::hour, Part::hour);
  const auto minutes = count(Part::minute, Part::minute);
  const auto seconds = count(Part::second, Part::second);
  return count(Part::year, Part::year) == 1 && count(Part::month, Part::month_any) == 1 &&
         count(Part::day, Part::day_any) == 1 && hours <= 1 && minutes <= hours && seconds <= minutes;
}

bool DateForm::is_unambiguous() const {
  const auto ends_anywhere = [](const Piece& piece) {
    return piece.part == Part::month_any || piece.part == Part::day_any;
  };
  const auto begins_with_digit = [](const Piece& piece) {
    return piece.part != Part::literal || Scanner::is_digit(piece.letter);
  };
  return std::adjacent_find(pieces_.begin(), pieces_.end(), [&](const Piece& left, const Piece& right) {
           return ends_anywhere(left) && begins_with_digit(right);
         }) == pieces_.end();
}

std::optional<DateTime> DateForm::read_datetime(std::string_view text) const {
  Scanner scanner(text);
  YearMonthDay day;
  TimeOfDay time;
  const auto take = [&](int& target, std::size_t fewest, std::size_t most) {
    const auto number = scanner.take_number<int>(fewest, most);
    target = number.value_or(0);
    return number.has_value();
  };
  const auto take_piece = [&](const Piece& piece) {
    switch (piece.part) {
      case Part::year: return take(day.year, 4, 4);
      case Part::month: return take(day.month, 2, 2);
      case Part::month_any: return take(day.month, 1, 2);
      case Part::day: return take(day.day, 2, 2);
      case Part::day_any: return take(day.day, 1, 2);
      case Part::hour: return take(time.hour, 2, 2);
      case Part::minute: return take(time.minute, 2, 2);
      case Part::second: return take(time.second, 2, 2);
      case Part::literal: return scanner.take(piece.letter);
    }
    return false;
  };
  if (!std::all_of(pieces_.begin(), pieces_.end(), take_piece) || !scanner.at_end()) return std::nullopt;
  const auto date = date_of(day);
  const auto second = second_of_day(time);
  if (!date || !second) return std::nullopt;
  return DateTime{.seconds = date->days * seconds_per_day + *second};
}

std::optional<Date> DateForm::read_date(std::string_view text) const {
  const auto instant = read_datetime(text);
  if (!instant) return std::nullopt;
  return day_of(*instant);
}

}  // namespace assay
