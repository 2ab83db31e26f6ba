#pragma once

#include "report/layout.hpp"
#include "report/room.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assay::report {

/// Appends JSON to a text, which nobody else may write to as long as the writer lives. Nothing is allocated but the
/// text itself; commas and line breaks follow from the calls.
class JsonWriter {
 public:
  JsonWriter(std::string& out, Layout layout) : room_(out), pretty_(layout == Layout::pretty) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::uint64_t value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  /// JSON that is already written.
  void raw(std::string_view json);

  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  void raw_or_null(std::string_view json) { raw(json.empty() ? "null" : json); }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  // Without these two a literal would become a bool, and an int would be ambiguous.
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }
  void member_or_null(std::string_view name, std::string_view value) { key(name), text_or_null(value); }
  void null_member(std::string_view name) { key(name), null(); }

  /// Goes on as if it stood in `depth` objects and arrays, before the first member of the innermost or behind one: to
  /// write members that will stand there in many texts.
  void stand_at(unsigned depth, bool is_first) { depth_ = depth, first_ = is_first, after_key_ = false; }
  /// Members that were written so.
  void members(std::string_view written) {
    room_.put(written);
    first_ = false;
  }
  /// Goes on as if it stood behind a key at that depth: what is written then is a value without what stands before it.
  void stand_behind_key(unsigned depth) { depth_ = depth, first_ = false, after_key_ = true; }
  /// The beginning of an object that was written so: it stays open, behind a member.
  void open_object(std::string_view written) {
    raw(written);
    ++depth_;
    first_ = false;
  }
  /// Members that were written so, the last of which is an array that stays open and has nothing yet.
  void open_array(std::string_view written) {
    room_.put(written);
    ++depth_;
    first_ = true;
  }
  /// Members that were written so, and the end of the object around them.
  void close_object(std::string_view written) {
    room_.put(written);
    --depth_;
    first_ = false;
  }
  /// Room for a value of at most so many bytes, with the comma and the line break before it if it does not stand first;
  /// `advance_behind_value` says where it ends.
  char* room_for(std::size_t bytes) { return room_.at_least(bytes); }
  bool stands_first() const { return first_; }
  void advance_behind_value(const char* to) {
    room_.advance(to);
    first_ = false;
  }

  /// Ends the line of a text that stands alone.
  void end_line() { room_.put("\n"); }
  /// Bytes of the text by now.
  std::size_t size() const { return room_.size(); }

 private:
  void open(char bracket);
  void close(char bracket);
  /// The next `bytes`, behind what must stand before a value: nothing after a key, a comma after a value.
  char* next_value(std::size_t bytes);
  char* break_line(char* to) const;

  Room room_;
  bool pretty_;
  bool first_ = true;  ///< nothing stands yet in the innermost object or array
  bool after_key_ = false;
  unsigned depth_ = 0;
};

}  // namespace assay::report
