#include "load/evidence.hpp"

#include "load/digest.hpp"
#include "temporary_folder.hpp"

#include <sys/stat.h>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace assay::load {
namespace {

namespace fs = std::filesystem;
using dossier::Digest;
using dossier::EvidenceRecord;

class Files : public testing::Test {
 protected:
  Files() {
    fs::create_directories(folder_ / "root" / "inner");
    write("root/a.txt", "abc");
    write("secret.txt", "abc");
  }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  EvidenceRecord checked(const std::string& uri, const std::string& sha256 = sha256_hex("abc")) {
    dossier::Dossier dossier;
    EvidenceRecord record;
    record.uri = uri;
    record.sha256 = sha256;
    dossier.evidence.push_back(record);
    check_files((folder_ / "root").string(), dossier);
    findings_ = dossier.findings.size();
    return dossier.evidence.front();
  }
  std::string refusal(const std::string& uri) {
    const EvidenceRecord record = checked(uri);
    EXPECT_EQ(record.digest, Digest::unreadable) << uri;
    EXPECT_EQ(findings_, 1U);
    return record.unreadable_because;
  }

  TemporaryFolder folder_;
  std::size_t findings_ = 0;
};

TEST_F(Files, AreCompared) {
  EXPECT_EQ(checked("a.txt").digest, Digest::match);
  EXPECT_EQ(checked("inner/../a.txt").digest, Digest::match);
  EXPECT_EQ(findings_, 0U);
  EXPECT_EQ(checked("a.txt", sha256_hex("abd")).digest, Digest::differs);
  EXPECT_EQ(findings_, 1U);
}

TEST_F(Files, OnlyARelativePathIsOpened) {
  for (const char* uri : {"", "/etc/hostname", "//host/a.txt", "https://example.org/a.txt", "file:a.txt"})
    EXPECT_EQ(checked(uri).digest, Digest::not_checked) << uri;
  write("root/inner/b:c.txt", "abc");
  EXPECT_EQ(checked("inner/b:c.txt").digest, Digest::match);
}

TEST_F(Files, WithoutADigestAFileOnlyHasToBeThere) {
  EXPECT_EQ(checked("a.txt", "").digest, Digest::not_checked);
  EXPECT_EQ(checked("b.txt", "").digest, Digest::unreadable);
}

TEST_F(Files, OutsideTheRootAreNotRead) {
  fs::create_symlink("../secret.txt", folder_ / "root/link");
  fs::create_symlink("..", folder_ / "root/up");
  fs::create_symlink("/", folder_ / "root/top");
  for (const char* uri :
       {"../secret.txt", "inner/../../secret.txt", "link", "up/secret.txt", "top/etc/passwd", "../none", ".."})
    EXPECT_EQ(refusal(uri), "outside the evidence root") << uri;
  fs::create_directory(folder_ / "root2");
  write("root2/a.txt", "abc");
  EXPECT_EQ(refusal("../root2/a.txt"), "outside the evidence root");
}

TEST_F(Files, LinksWithinTheRootAreFollowed) {
  fs::create_symlink("../a.txt", folder_ / "root/inner/link");
  EXPECT_EQ(checked("inner/link").digest, Digest::match);
}

TEST_F(Files, ThatAreNoRegularFilesAreNotRead) {
  ASSERT_EQ(::mkfifo((folder_ / "root/pipe").c_str(), 0600), 0);
  EXPECT_EQ(refusal("pipe"), "is no regular file");
  EXPECT_EQ(refusal("inner"), "is a folder");
  EXPECT_EQ(refusal("none.txt"), "no such file");
  EXPECT_EQ(refusal("a.txt/b.txt"), "no such file");
  EXPECT_EQ(refusal(std::string("a.txt\0b", 7)), "no such file");
}

TEST_F(Files, BeyondTheLimitAreNotRead) {
  write("root/huge", "");
  fs::resize_file(folder_ / "root/huge", (std::uintmax_t{16} << 30) + 1);
  EXPECT_EQ(refusal("huge"), "larger than 16 GB");
}

TEST_F(Files, AreHashedInPieces) {
  const std::string text(1'000'000, 'a');
  write("root/million", text);
  EXPECT_EQ(checked("million", sha256_hex(text)).digest, Digest::match);
}

TEST_F(Files, OfARootThatIsGoneCannotBeRead) {
  fs::remove_all(folder_ / "root");
  EXPECT_EQ(refusal("a.txt"), "no such file");
}

}  // namespace
}  // namespace assay::load
