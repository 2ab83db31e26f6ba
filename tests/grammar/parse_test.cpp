#include "grammar/parse.hpp"

#include "parsed.hpp"
#include "sample.hpp"

namespace assay::grammar::test {

TEST(Parse, TheSampleHasNoErrors) {
  Parsed const parsed = parse_text(std::string(sample));
  EXPECT_EQ(parsed.errors(), std::vector<std::string>{});
  ASSERT_TRUE(parsed.module);
  EXPECT_EQ(parsed.module->declarations.size(), 23u);
}

}  // namespace assay::grammar::test
