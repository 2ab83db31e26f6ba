#include "source/read.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

using assay::source::read_file;
using assay::source::ReadFailure;
using Kind = ReadFailure::Kind;

class ReadFile : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_ / name; }
  std::string written(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

 private:
  assay::TemporaryFolder folder_;
};

std::string text_of(const std::variant<std::string, ReadFailure>& read) {
  const auto* text = std::get_if<std::string>(&read);
  return text ? *text : "failure: " + std::get<ReadFailure>(read).words;
}

void expect_failure(const std::variant<std::string, ReadFailure>& read, Kind kind, const std::string& words) {
  const auto* failure = std::get_if<ReadFailure>(&read);
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->kind, kind);
  EXPECT_EQ(failure->words, words);
}

TEST_F(ReadFile, GivesTheBytesAsTheyAre) {
  const std::string bytes("a\r\n\0\xFF", 5);
  EXPECT_EQ(text_of(read_file(written("a", bytes), 100)), bytes);
  EXPECT_EQ(text_of(read_file(written("empty", ""), 100)), "");
}

TEST_F(ReadFile, MoreThanOneBufferIsRead) {
  const std::string bytes(300'000, 'x');
  EXPECT_EQ(text_of(read_file(written("a", bytes), 1'000'000)), bytes);
}

TEST_F(ReadFile, AMissingFileIsNamedMissing) {
  expect_failure(read_file(path("none"), 100), Kind::missing, "no such file");
  expect_failure(read_file(written("a", "x") + "/b", 100), Kind::missing, "no such file");
  expect_failure(read_file("", 100), Kind::missing, "no such file");
}

TEST_F(ReadFile, APathWithNulIsMissing) {
  expect_failure(read_file(written("a", "x") + std::string("\0b", 2), 100), Kind::missing, "no such file");
}

TEST_F(ReadFile, ADirectoryIsNoFile) { expect_failure(read_file(path(""), 100), Kind::directory, "is a directory"); }

TEST_F(ReadFile, APermissionIsNeeded) {
  const auto secret = written("a", "x");
  ::chmod(secret.c_str(), 0);
  if (::access(secret.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  expect_failure(read_file(secret, 100), Kind::not_permitted, "permission denied");
}

TEST_F(ReadFile, AFileOfExactlyTheLimitIsRead) {
  const auto file = written("a", "12345");
  EXPECT_EQ(text_of(read_file(file, 5)), "12345");
  expect_failure(read_file(file, 4), Kind::too_large, "larger than 4 bytes");
}

TEST_F(ReadFile, AnEndlessDeviceEndsAtTheLimit) {
  expect_failure(read_file("/dev/zero", std::size_t{1} << 20), Kind::too_large, "larger than 1 MB");
}

TEST_F(ReadFile, AFifoIsReadAsAStream) {
  const auto fifo = path("fifo");
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  std::thread writer([&fifo] { std::ofstream(fifo) << std::string(200'000, 'y'); });
  EXPECT_EQ(text_of(read_file(fifo, 1'000'000)).size(), 200'000u);
  writer.join();
}

TEST_F(ReadFile, AHyphenIsStandardInput) {
  const auto file = written("a", "from standard input");
  const int saved = ::dup(STDIN_FILENO);
  ASSERT_TRUE(std::freopen(file.c_str(), "r", stdin));
  EXPECT_EQ(text_of(read_file("-", 100)), "from standard input");
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
}

}  // namespace
