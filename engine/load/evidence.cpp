// The files of evidence. A dossier comes from outside: its paths must not lead out of the folder, keep the program
// waiting, or fill its memory.
#include "load/evidence.hpp"

#include "base/limits.hpp"
#include "dossier/findings.hpp"
#include "load/digest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

namespace assay::load {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;
using dossier::Digest;
using dossier::EvidenceRecord;

struct Unreadable {
  std::string because;
};
using Hash = std::variant<std::string, Unreadable>;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Unreadable unreadable(int error) {
  if (error == ENOENT || error == ENOTDIR) return {"no such file"};
  if (error == EACCES || error == EPERM) return {"permission denied"};
  return {std::generic_category().message(error)};
}

/// RFC 3986: a relative path has no scheme and does not begin at the root.
bool is_relative_path(std::string_view uri) {
  if (uri.empty() || uri.front() == '/') return false;
  const std::size_t colon = uri.find(':');
  const std::size_t slash = uri.find('/');
  return colon == std::string_view::npos || colon > slash;
}

/// The root itself too.
bool is_below(const fs::path& path, const fs::path& root) {
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

/// Where an open file really is: a link may have been put in its way since its path was resolved.
bool is_still_below(const Descriptor& file, const fs::path& root) {
  std::error_code error;
  const fs::path real = fs::read_symlink("/proc/self/fd/" + std::to_string(file.number()), error);
  return !error && is_below(real, root);
}

/// At most the limit, in pieces: a file may grow meanwhile.
Hash hash_of(const Descriptor& file) {
  const Unreadable too_large{"larger than " + std::to_string(limits::evidence_file_bytes >> 30) + " GB"};
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return unreadable(errno);
  if (S_ISDIR(status.st_mode)) return Unreadable{"is a folder"};
  if (!S_ISREG(status.st_mode)) return Unreadable{"is no regular file"};
  if (static_cast<std::uint64_t>(status.st_size) > limits::evidence_file_bytes) return too_large;
  Sha256 sha256;
  std::array<char, std::size_t{64} << 10> buffer;
  for (std::uint64_t taken = 0;;) {
    const auto count = ::read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(errno);
    if (count == 0) return sha256.hex();
    taken += static_cast<std::uint64_t>(count);
    if (taken > limits::evidence_file_bytes) return too_large;
    sha256.add({buffer.data(), static_cast<std::size_t>(count)});
  }
}

/// `root` is free of links. Links within it are followed; what lies outside is not opened at all.
Hash hash_below(const fs::path& root, const std::string& uri) {
  // A NUL byte would end the path early and open another file.
  if (uri.find('\0') != std::string::npos) return Unreadable{"no such file"};
  std::error_code error;
  const fs::path path = fs::canonical(root / uri, error);
  if (error) {
    std::error_code unresolved;
    const fs::path wanted = fs::weakly_canonical(root / uri, unresolved);
    const bool leaves = !unresolved && !is_below(wanted, root);
    return leaves ? Unreadable{"outside the evidence root"} : unreadable(error.value());
  }
  if (!is_below(path, root)) return Unreadable{"outside the evidence root"};
  // A FIFO would wait for somebody to write to it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY));
  if (file.number() < 0) return unreadable(errno);
  if (!is_still_below(file, root)) return Unreadable{"outside the evidence root"};
  return hash_of(file);
}

void take_hash(const Hash& hash, EvidenceRecord& record, std::vector<dossier::Finding>& findings) {
  const std::string uri = dossier::clipped(record.uri);
  if (const auto* failure = std::get_if<Unreadable>(&hash)) {
    record.digest = Digest::unreadable;
    record.unreadable_because = failure->because;
    findings.push_back({Code::evidence_not_readable,
                        {uri, name_of(record), failure->because},
                        record.pointer + "/uri",
                        record.uri_offset,
                        ""});
  } else if (!record.sha256.empty() && std::get<std::string>(hash) != record.sha256) {
    record.digest = Digest::differs;
    findings.push_back({Code::digest_differs,
                        {uri, name_of(record)},
                        record.pointer + "/sha256",
                        record.sha256_offset,
                        "its file is another one, or was changed"});
  } else if (!record.sha256.empty()) {
    record.digest = Digest::match;
  }
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

void check_files(const std::string& root, dossier::Dossier& dossier) {
  std::error_code error;
  const fs::path real = fs::canonical(root, error);
  for (EvidenceRecord& record : dossier.evidence) {
    if (!record.mistake.empty() || !is_relative_path(record.uri)) continue;
    const Hash hash = error ? Hash(unreadable(error.value())) : hash_below(real, record.uri);
    take_hash(hash, record, dossier.findings);
  }
}

}  // namespace assay::load
