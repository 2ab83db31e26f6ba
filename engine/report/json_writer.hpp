#pragma once

#include "report/layout.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::report {

/// Appends JSON to a text. Nothing is allocated but the text itself; commas and line breaks follow from the calls.
class JsonWriter {
 public:
  JsonWriter(std::string& out, Layout layout) : out_(out), pretty_(layout == Layout::pretty) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::uint64_t value);
  void boolean(bool value);
  void null();
  /// JSON that is already written.
  void raw(std::string_view json);

  void text_or_null(std::string_view value);
  void raw_or_null(std::string_view json);

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  // Without these two a literal would become a bool, and an int would be ambiguous.
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }
  void member_or_null(std::string_view name, std::string_view value) { key(name), text_or_null(value); }
  void null_member(std::string_view name) { key(name), null(); }

 private:
  void open(char bracket);
  void close(char bracket);
  /// Puts what must stand before the next value: nothing after a key, a comma after a value.
  void separate();
  void break_line();

  std::string& out_;
  bool pretty_;
  bool first_ = true;  ///< nothing stands yet in the innermost object or array
  bool after_key_ = false;
  unsigned depth_ = 0;
};

/// Appends `value` as a JSON string. Bytes that are not UTF-8 become U+FFFD, for a path may hold any.
void append_json_text(std::string& out, std::string_view value);

}  // namespace assay::report
