#include "report/json_writer.hpp"

#include "base/json_text.hpp"

#include <charconv>
#include <cstring>

namespace assay::report {

namespace {

constexpr std::size_t most_digits = 20;

}  // namespace

char* JsonWriter::break_line(char* to) const {
  if (!pretty_) return to;
  *to++ = '\n';
  std::memset(to, ' ', std::size_t{2} * depth_);
  return to + std::size_t{2} * depth_;
}

char* JsonWriter::next_value(std::size_t bytes) {
  const std::size_t comma_and_break = 2 + std::size_t{2} * depth_;
  char* to = room_.at_least(comma_and_break + bytes);
  if (after_key_) {
    after_key_ = false;
    return to;
  }
  if (depth_ == 0) return to;
  if (!first_) *to++ = ',';
  first_ = false;
  return break_line(to);
}

void JsonWriter::key(std::string_view name) {
  char* to = next_value(name.size() + 4);
  *to++ = '"';
  to = copied(name, to);
  *to++ = '"';
  *to++ = ':';
  if (pretty_) *to++ = ' ';
  room_.advance(to);
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  char* to = next_value(value.size() + 2);
  *to++ = '"';
  const std::size_t plain = plain_json_length(value);
  to = copied(value.substr(0, plain), to);
  if (plain < value.size()) {
    room_.advance(to);
    for_each_json_piece(value.substr(plain), ControlCharacters::by_letter,
                        [this](std::string_view piece) { room_.put(piece); });
    to = room_.at_least(1);
  }
  *to++ = '"';
  room_.advance(to);
}

void JsonWriter::number(std::uint64_t value) {
  char* const to = next_value(most_digits);
  room_.advance(std::to_chars(to, to + most_digits, value).ptr);
}

void JsonWriter::raw(std::string_view json) { room_.advance(copied(json, next_value(json.size()))); }

void JsonWriter::open(char bracket) {
  char* to = next_value(1);
  *to++ = bracket;
  room_.advance(to);
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  char* to = room_.at_least(2 + std::size_t{2} * depth_);
  if (!first_) to = break_line(to);
  *to++ = bracket;
  room_.advance(to);
  first_ = false;
}

}  // namespace assay::report
