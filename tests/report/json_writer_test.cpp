#include "report/json_writer.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.member("text", "x");
  json.member("number", std::uint64_t{18446744073709551615u});
  json.key("list");
  json.begin_array();
  json.boolean(true);
  json.null();
  json.raw("1.50");
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.member_or_null("nothing", "");
  json.end_object();
}

template <typename Write>
std::string written(Layout layout, Write write) {
  std::string out;
  {
    JsonWriter json(out, layout);
    write(json);
  }
  return out;
}

std::string sample(Layout layout) { return written(layout, write_sample); }

TEST(JsonWriter, ALineHasNoWhiteSpace) {
  EXPECT_EQ(sample(Layout::line),
            R"({"text":"x","number":18446744073709551615,"list":[true,null,1.50],"empty":{},"nothing":null})");
}

TEST(JsonWriter, PrettyJsonIsIndentedByTwo) {
  EXPECT_EQ(sample(Layout::pretty), R"({
  "text": "x",
  "number": 18446744073709551615,
  "list": [
    true,
    null,
    1.50
  ],
  "empty": {},
  "nothing": null
})");
}

TEST(JsonWriter, TextsOfEveryKindGrowTheRoomTheyNeed) {
  std::string long_text(100'000, 'x');
  long_text += "\"\n\xE9é";
  const std::string line = written(Layout::line, [&](JsonWriter& json) {
    json.begin_array();
    for (int i = 0; i < 20; ++i) json.text(long_text);
    json.end_array();
  });
  const std::string one = "\"" + std::string(100'000, 'x') + "\\\"\\n\uFFFDé\"";
  EXPECT_EQ(line.size(), 20 * one.size() + 21);
  EXPECT_EQ(line.substr(1, one.size()), one);
}

TEST(JsonWriter, MembersWrittenOnceStandWhereTheyWouldHaveBeenWritten) {
  const auto first = [](JsonWriter& json) { json.member("id", "A"), json.member("title", "B"); };
  const auto last = [](JsonWriter& json) { json.member("end", true); };
  for (const Layout layout : {Layout::line, Layout::pretty}) {
    const auto apart = [&](bool is_first, auto write) {
      return written(layout, [&](JsonWriter& json) { json.stand_at(2, is_first), write(json); });
    };
    const std::string head = apart(true, first);
    const std::string tail = apart(false, last);
    const auto whole = [&](auto write_first, auto write_last) {
      return written(layout, [&](JsonWriter& json) {
        json.begin_array();
        json.begin_object();
        write_first(json);
        json.member("between", std::uint64_t{1});
        write_last(json);
        json.end_object();
        json.end_array();
      });
    };
    const std::string direct = whole(first, last);
    EXPECT_EQ(whole([&](JsonWriter& json) { json.members(head); }, [&](JsonWriter& json) { json.members(tail); }),
              direct);
  }
}

}  // namespace
}  // namespace assay::report
