#include "load/load.hpp"

#include "temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace assay::load {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;

constexpr std::string_view header = R"(scheme "T" { id "t" version "1" object product }
)";
constexpr std::string_view rest = R"(
subject s { name text }
requirement A-1 "A" { shall s.name is provided }
)";

class Loading : public testing::Test {
 protected:
  Loading() { fs::create_directories(folder_ / "scheme"); }

  void write(const std::string& name, std::string_view text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  /// Writes scheme/main.assay, which uses `uses`, and loads it.
  bool load_main(const std::vector<std::string>& uses, const Options& options = {}) {
    std::string text(header);
    for (const std::string& use : uses) text += "use \"" + use + "\"\n";
    write("scheme/main.assay", text + std::string(rest));
    return load_path("scheme/main.assay", options);
  }
  bool load_path(const std::string& name, const Options& options = {}) {
    const auto scheme = load((folder_ / name).string(), options, files_, found_);
    if (scheme) hashes_ = scheme->file_hashes;
    return static_cast<bool>(scheme);
  }
  std::vector<Code> codes() const {
    std::vector<Code> codes;
    for (const auto& diagnostic : found_.sorted()) codes.push_back(diagnostic.code);
    return codes;
  }
  std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const auto& file : files_) paths.push_back(file.path());
    return paths;
  }

  TemporaryFolder folder_;
  source::Files files_;
  diagnostics::Diagnostics found_;
  std::vector<std::string> hashes_;
};

using Codes = std::vector<Code>;

TEST_F(Loading, ASchemeOfOneFileHasOneHash) {
  EXPECT_TRUE(load_main({}));
  EXPECT_EQ(hashes_.size(), 1u);
}

TEST_F(Loading, UsedFilesAreNamedFromWhereTheSchemeIsNamed) {
  write("scheme/parts/units.assay", "use \"more.assay\"\nunit kWh\n");
  write("scheme/parts/more.assay", "unit FLOP\n");
  EXPECT_TRUE(load_main({"parts/units.assay"}));
  ASSERT_EQ(files_.size(), 3u);
  EXPECT_EQ(paths()[1], (folder_ / "scheme/parts/units.assay").generic_string());
  EXPECT_EQ(paths()[2], (folder_ / "scheme/parts/more.assay").generic_string());
}

TEST_F(Loading, AFileThatIsUsedTwiceIsLoadedOnce) {
  write("scheme/a.assay", "use \"c.assay\"\nunit A\n");
  write("scheme/b.assay", "use \"./c.assay\"\nunit B\n");
  write("scheme/c.assay", "unit C\n");
  EXPECT_TRUE(load_main({"a.assay", "b.assay"}));
  EXPECT_EQ(files_.size(), 4u);
}

TEST_F(Loading, TheStandardLibraryLiesElsewhere) {
  write("share/std/units.assay", "unit kWh\n");
  EXPECT_TRUE(load_main({"std/units.assay"}, {.root = "", .library = (folder_ / "share").string()}));
  EXPECT_EQ(paths().at(1), "std/units.assay");
}

TEST_F(Loading, AMissingFileIsReportedWhereItIsUsed) {
  EXPECT_FALSE(load_main({"nowhere.assay"}));
  ASSERT_EQ(codes(), Codes{Code::file_not_readable});
  EXPECT_TRUE(found_.all().front().has_place);
}

TEST_F(Loading, AMissingSchemeHasNoPlace) {
  EXPECT_FALSE(load_path("scheme/none.assay"));
  ASSERT_EQ(codes(), Codes{Code::file_not_readable});
  EXPECT_FALSE(found_.all().front().has_place);
}

TEST_F(Loading, AUseNeverLeavesTheRoot) {
  write("outside.assay", "unit kWh\n");
  EXPECT_FALSE(load_main({"../outside.assay"}));
  EXPECT_EQ(codes(), Codes{Code::use_outside_root});
}

TEST_F(Loading, ASymbolicLinkIsNoWayOutOfTheRoot) {
  write("outside.assay", "unit kWh\n");
  fs::create_symlink(folder_ / "outside.assay", folder_ / "scheme" / "inside.assay");
  EXPECT_FALSE(load_main({"inside.assay"}));
  EXPECT_EQ(codes(), Codes{Code::use_outside_root});
}

TEST_F(Loading, AnAbsolutePathIsNoWayOutOfTheRoot) {
  write("outside.assay", "unit kWh\n");
  EXPECT_FALSE(load_main({(folder_ / "outside.assay").string()}));
  EXPECT_EQ(codes(), Codes{Code::use_outside_root});
}

TEST_F(Loading, AWiderRootAllowsMore) {
  write("outside.assay", "unit kWh\n");
  EXPECT_TRUE(load_main({"../outside.assay"}, {.root = folder_.path().string(), .library = ""}));
  EXPECT_EQ(paths().at(1), (folder_ / "outside.assay").generic_string());
}

TEST_F(Loading, AZeroByteDoesNotHideTheRestOfAPath) {
  write("scheme/a.assay", "unit kWh\n");
  EXPECT_FALSE(load_main({"a.assay\\u0000/../b.assay"}));
  EXPECT_EQ(codes(), Codes{Code::file_not_readable});
}

TEST_F(Loading, ACycleNamesItsFiles) {
  write("scheme/a.assay", "use \"b.assay\"\nunit A\n");
  write("scheme/b.assay", "use \"a.assay\"\nunit B\n");
  EXPECT_FALSE(load_main({"a.assay"}));
  ASSERT_EQ(codes(), Codes{Code::use_cycle});
  const std::string a = (folder_ / "scheme/a.assay").generic_string();
  const std::string b = (folder_ / "scheme/b.assay").generic_string();
  EXPECT_EQ(found_.all().front().at.words, a + " uses " + b + " uses " + a);
}

TEST_F(Loading, AFileThatUsesItselfIsACycle) {
  write("scheme/a.assay", "use \"a.assay\"\nunit A\n");
  EXPECT_FALSE(load_main({"a.assay"}));
  EXPECT_EQ(codes(), Codes{Code::use_cycle});
}

TEST_F(Loading, ErrorsOfAllFilesComeInOneRun) {
  write("scheme/a.assay", "unit \n");
  write("scheme/b.assay", "unit \n");
  EXPECT_FALSE(load_main({"a.assay", "b.assay", "c.assay"}));
  EXPECT_EQ(codes().size(), 3u);
}

TEST_F(Loading, InvalidUtf8IsReportedWithItsOffset) {
  write("scheme/bad.assay", "unit k\xE9");
  EXPECT_FALSE(load_path("scheme/bad.assay"));
  ASSERT_EQ(codes(), Codes{Code::not_utf8});
  EXPECT_EQ(found_.all().front().arguments, std::vector<std::string>{"6"});
}

TEST_F(Loading, OneFileTooManyIsReportedOnce) {
  std::vector<std::string> uses;
  for (int i = 0; i < 258; ++i) {
    const std::string name = "part" + std::to_string(i) + ".assay";
    write("scheme/" + name, "unit U" + std::to_string(i) + "\n");
    uses.push_back(name);
  }
  EXPECT_FALSE(load_main(uses));
  EXPECT_EQ(codes(), Codes{Code::too_many_files});
}

TEST_F(Loading, ATextNeedsNoFile) {
  const auto scheme = load_text("inline", std::string(header) + std::string(rest), {}, files_, found_);
  EXPECT_TRUE(static_cast<bool>(scheme));
  EXPECT_EQ(paths(), std::vector<std::string>{"inline"});
}

}  // namespace
}  // namespace assay::load
