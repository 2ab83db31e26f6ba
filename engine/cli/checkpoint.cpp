#include "cli/checkpoint.hpp"

#include "cli/checkpoint_json.hpp"
#include "cli/problem.hpp"
#include "source/read.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace assay::cli {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

// Of every cell of a summary the longest paths and names; no checkpoint of ours comes near it.
constexpr std::size_t largest = std::size_t{256} << 20;

constexpr mode_t file_mode = 0666;

Diagnostic unusable(const std::string& path, std::string why) {
  return problem(Code::checkpoint_unusable, {path, std::move(why)},
                 {"to begin from the start, remove it and the output that it speaks of"});
}

Diagnostic of_another_run(const std::string& path, std::string why) {
  return problem(Code::checkpoint_of_another_run, {path, std::move(why)},
                 {"to begin from the start, remove the checkpoint"});
}

std::optional<std::string> difference_of_scheme(const RunIdentity& stored, const RunIdentity& now) {
  if (stored.scheme.size() != now.scheme.size()) return "the scheme has changed: it draws in other files";
  for (std::size_t i = 0; i < now.scheme.size(); ++i) {
    if (stored.scheme[i].path != now.scheme[i].path) {
      return "its scheme has '" + stored.scheme[i].path + "' where this one has '" + now.scheme[i].path + "'";
    }
    if (stored.scheme[i].sha256 != now.scheme[i].sha256) return "'" + now.scheme[i].path + "' has changed since";
  }
  return std::nullopt;
}

std::optional<std::string> difference_of_inputs(const RunIdentity& stored, const RunIdentity& now) {
  if (stored.inputs.size() != now.inputs.size()) {
    return "it reads " + std::to_string(stored.inputs.size()) + (stored.inputs.size() == 1 ? " file" : " files") +
           ", this run reads " + std::to_string(now.inputs.size());
  }
  for (std::size_t i = 0; i < now.inputs.size(); ++i) {
    const RunIdentity::Input& before = stored.inputs[i];
    const RunIdentity::Input& after = now.inputs[i];
    if (before.path != after.path) return "it reads '" + before.path + "', this run reads '" + after.path + "'";
    if (before.bytes != after.bytes) {
      return "'" + after.path + "' had " + std::to_string(before.bytes) + " bytes and now has " +
             std::to_string(after.bytes);
    }
    if (before.modified != after.modified) return "'" + after.path + "' was written to since";
  }
  return std::nullopt;
}

std::string with_option(const std::pair<std::string, std::string>& option) {
  return option.second.empty() ? "without " + option.first : "with " + option.first + " " + option.second;
}

/// Writes all of it to the disk; the number of the error, or 0.
int write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

std::optional<std::string> difference(const RunIdentity& stored, const RunIdentity& now) {
  if (stored.engine != now.engine) return "it was made by " + stored.engine + ", this is " + now.engine;
  if (auto scheme = difference_of_scheme(stored, now)) return scheme;
  if (auto inputs = difference_of_inputs(stored, now)) return inputs;
  if (stored.options.size() != now.options.size()) return "it was made with other options";
  for (std::size_t i = 0; i < now.options.size(); ++i) {
    if (stored.options[i] == now.options[i]) continue;
    return "it was made " + with_option(stored.options[i]) + ", this run is " + with_option(now.options[i]);
  }
  return std::nullopt;
}

std::variant<std::optional<Standing>, Diagnostic> Checkpoint::load(const report::Summary& empty) const {
  auto content = source::read_file(path_, largest);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
    if (failure->kind == source::ReadFailure::Kind::missing) return std::nullopt;
    return unusable(path_, failure->words);
  }
  auto stored = checkpoint_of_json(std::get<std::string>(content), empty);
  if (const auto* why = std::get_if<std::string>(&stored)) return unusable(path_, *why);
  auto& found = std::get<StoredCheckpoint>(stored);
  // As it would have been stored: JSON does not keep the bytes of a path that is not UTF-8.
  const auto own = checkpoint_of_json(json_of_checkpoint(identity_, {}), empty);
  if (auto why = difference(found.identity, std::get<StoredCheckpoint>(own).identity)) {
    return of_another_run(path_, *std::move(why));
  }
  if (found.standing.at.input > identity_.inputs.size()) return unusable(path_, "it is not whole");
  return std::move(found.standing);
}

std::optional<Diagnostic> Checkpoint::save(const Standing& standing) const {
  const std::string beside = path_ + ".new";
  const auto failed = [&](int error) {
    unlink(beside.c_str());
    return problem(Code::output_not_writable, {path_, std::strerror(error)});
  };
  const int descriptor = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode);
  if (descriptor < 0) return failed(errno);
  const int error = write_whole(descriptor, json_of_checkpoint(identity_, standing));
  close(descriptor);
  if (error != 0) return failed(error);
  if (std::rename(beside.c_str(), path_.c_str()) != 0) return failed(errno);
  return std::nullopt;
}

}  // namespace assay::cli
