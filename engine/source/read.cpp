#include "source/read.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

namespace assay::source {
namespace {

using Read = std::variant<std::string, ReadFailure>;

/// An open file, closed at the end unless it is standard input.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

ReadFailure failure_of(int error) {
  using Kind = ReadFailure::Kind;
  if (error == ENOENT || error == ENOTDIR) return {Kind::missing, "no such file"};
  if (error == EACCES || error == EPERM) return {Kind::not_permitted, "permission denied"};
  if (error == EISDIR) return {Kind::directory, "is a directory"};
  return {Kind::interrupted, std::generic_category().message(error)};
}

ReadFailure larger_than(std::size_t limit) {
  constexpr std::size_t mega = std::size_t{1} << 20;
  const auto size = limit % mega == 0 ? std::to_string(limit / mega) + " MB" : std::to_string(limit) + " bytes";
  return {ReadFailure::Kind::too_large, "larger than " + size};
}

int opened(const std::string& path, int flags = 0) {
  int number = 0;
  do {
    number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  } while (number < 0 && errno == EINTR);
  return number;
}

/// The size is a hint only: the file may grow meanwhile, and a FIFO, device or /proc file has none. One byte more than
/// the limit is asked for, so that a file of exactly `limit` bytes is told from a larger one.
Read read_stream(int file, std::size_t size_hint, std::size_t limit) {
  std::string text;
  text.reserve(std::min(size_hint, limit));
  std::array<char, std::size_t{64} << 10> buffer;
  for (;;) {
    const auto wanted = std::min(buffer.size(), limit - text.size() + 1);
    const auto count = ::read(file, buffer.data(), wanted);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure_of(errno);
    if (count == 0) return text;
    if (static_cast<std::size_t>(count) > limit - text.size()) return larger_than(limit);
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

Read read_descriptor(int file, std::size_t limit) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return failure_of(errno);
  if (S_ISDIR(status.st_mode)) return failure_of(EISDIR);
  const auto size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : std::size_t{0};
  if (size > limit) return larger_than(limit);
  return read_stream(file, size, limit);
}

}  // namespace

Read read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_descriptor(STDIN_FILENO, limit);
  // A NUL byte would end the path early and open another file.
  if (path.find('\0') != std::string::npos) return failure_of(ENOENT);
  const Descriptor file(opened(path));
  if (file.number() < 0) return failure_of(errno);
  return read_descriptor(file.number(), limit);
}

Read read_regular_file(const std::string& path, std::size_t limit) {
  if (path.find('\0') != std::string::npos) return failure_of(ENOENT);
  const Descriptor file(opened(path, O_NONBLOCK));
  if (file.number() < 0) return failure_of(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failure_of(errno);
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
    return ReadFailure{ReadFailure::Kind::irregular, "is no regular file"};
  return read_descriptor(file.number(), limit);
}

}  // namespace assay::source
