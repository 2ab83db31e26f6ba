#include "cli/output.hpp"

#include "temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Writing : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()));
  }
  TemporaryFolder folder_;
};

TEST_F(Writing, AFinishedFileIsInItsPlace) {
  Output output(path("report.json"));
  EXPECT_TRUE(output.write("{}"));
  EXPECT_TRUE(output.finish());
  EXPECT_EQ(content_of(path("report.json")), "{}");
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(Writing, AnUnfinishedFileLeavesTheOldOne) {
  std::ofstream(path("report.json")) << "old";
  {
    Output output(path("report.json"));
    EXPECT_TRUE(output.write("new"));
  }
  EXPECT_EQ(content_of(path("report.json")), "old");
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(Writing, ASymbolicLinkStaysOne) {
  std::ofstream(path("target.json")) << "old";
  fs::create_symlink(path("target.json"), path("link.json"));
  Output output(path("link.json"));
  EXPECT_TRUE(output.write("new"));
  EXPECT_TRUE(output.finish());
  EXPECT_TRUE(fs::is_symlink(path("link.json")));
  EXPECT_EQ(content_of(path("target.json")), "new");
}

TEST_F(Writing, AMissingFolderIsAFailure) {
  Output output(path("nowhere/report.json"));
  EXPECT_TRUE(output.failure());
  EXPECT_FALSE(output.write("{}"));
  EXPECT_FALSE(output.finish());
}

TEST_F(Writing, AFullDiskIsAFailure) {
  Output output("/dev/full");
  ASSERT_FALSE(output.failure());
  EXPECT_FALSE(output.write("{}"));
  EXPECT_EQ(output.failure(), "No space left on device");
  EXPECT_FALSE(output.finish());
}

TEST_F(Writing, AnUnfinishedFileOfALongRunIsKeptBesideItsPlace) {
  {
    Output output(path("report.json"), 0);
    EXPECT_TRUE(output.write("one two"));
    EXPECT_TRUE(output.sync());
    EXPECT_EQ(output.size(), 7u);
  }
  EXPECT_FALSE(fs::exists(path("report.json")));
  EXPECT_EQ(content_of(path("report.json.part")), "one two");
  {
    Output output(path("report.json"), 3);
    EXPECT_TRUE(output.write(" three"));
    EXPECT_EQ(output.size(), 9u);
    EXPECT_TRUE(output.finish());
  }
  EXPECT_EQ(content_of(path("report.json")), "one three");
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(Writing, WhatALongRunHasLostIsAFailure) {
  std::ofstream(path("report.json.part")) << "one";
  const Output output(path("report.json"), 4);
  EXPECT_TRUE(output.failure());
  EXPECT_EQ(content_of(path("report.json.part")), "one");
}

TEST_F(Writing, TwoLongRunsDoNotWriteTheSameFile) {
  Output first(path("report.json"), 0);
  EXPECT_TRUE(first.write("first"));
  const Output second(path("report.json"), 0);
  EXPECT_EQ(second.failure(), "another run is writing it");
  EXPECT_TRUE(first.finish());
  EXPECT_EQ(content_of(path("report.json")), "first");
}

}  // namespace
}  // namespace assay::cli
