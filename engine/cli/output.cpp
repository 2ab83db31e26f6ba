#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assay::cli {

namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0666;

/// The path behind symbolic links, so that a link stays one.
std::string resolved(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  return error ? path : target.string();
}

std::string name_beside(const std::string& target) {
  const fs::path path(target);
  return (path.parent_path() / ("." + path.filename().string() + "." + std::to_string(getpid()))).string();
}

}  // namespace

Output::Output(const std::string& path) : path_(path == "-" ? "" : path) {
  if (path_.empty()) {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  open_file();
}

Output::Output(const std::string& path, std::uint64_t kept) : path_(path), is_kept_(true) { open_part(kept); }

Output::~Output() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) close(descriptor_);
  if (!beside_.empty() && !is_kept_) unlink(beside_.c_str());
}

std::string part_of_output(const std::string& path) { return resolved(path) + ".part"; }

void Output::open_part(std::uint64_t kept) {
  target_ = resolved(path_);
  beside_ = part_of_output(path_);
  struct stat status {};
  if (stat(target_.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    failure_ = "it is no regular file, so a killed run could not go on with it";
    return;
  }
  descriptor_ = open(beside_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, new_file_mode);
  if (descriptor_ < 0) return fail(errno);
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    failure_ = "another run is writing it";
    return;
  }
  struct stat part {};
  if (fstat(descriptor_, &part) != 0) return fail(errno);
  if (static_cast<std::uint64_t>(part.st_size) < kept) {
    failure_ = "a part of it that an earlier run wrote is gone";
    return;
  }
  if (ftruncate(descriptor_, static_cast<off_t>(kept)) != 0) return fail(errno);
  if (lseek(descriptor_, 0, SEEK_END) < 0) return fail(errno);
  size_ = kept;
}

bool Output::sync() {
  if (failure_) return false;
  // A device has nothing to keep.
  if (fdatasync(descriptor_) != 0 && errno != EINVAL) fail(errno);
  return !failure_;
}

void Output::open_file() {
  target_ = resolved(path_);
  struct stat status {};
  const bool exists = stat(target_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  if (exists && access(target_.c_str(), W_OK) != 0) return fail(errno);
  const std::string beside = name_beside(target_);
  descriptor_ = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, new_file_mode);
  if (descriptor_ < 0) return fail(errno);
  beside_ = beside;
  if (exists && fchmod(descriptor_, status.st_mode & 07777) != 0) fail(errno);
}

bool Output::write(std::string_view bytes) {
  if (failure_) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      // The reader of a pipe has seen enough; that is no failure of ours.
      if (errno != EPIPE) fail(errno);
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
  return true;
}

bool Output::finish() {
  if (failure_) return false;
  if (beside_.empty()) return true;
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0 || std::rename(beside_.c_str(), target_.c_str()) != 0) {
    fail(errno);
    return false;
  }
  beside_.clear();
  return true;
}

void Output::fail(int error) { failure_ = std::strerror(error); }

}  // namespace assay::cli
