// Which files a scheme consists of: `use` is followed file by file, in the order of first use.
#include "load/modules.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "grammar/parse.hpp"
#include "load/cycle.hpp"
#include "load/path.hpp"
#include "load/unreadable.hpp"
#include "source/read.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace assay::load {

namespace {

namespace fs = std::filesystem;
using diagnostics::Code;
using diagnostics::Diagnostic;

constexpr std::string_view library_prefix = "std/";

/// Where a file lies and how diagnostics call it.
struct Location {
  fs::path real;  ///< canonical; empty for a text of no file
  std::string name;
  bool in_library = false;
};

class ModuleLoader {
 public:
  ModuleLoader(const std::string& path, const Options& options, source::Files& files,
               diagnostics::Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {
    const fs::path scheme_folder = folder_or_here(fs::path(path).parent_path());
    given_root_ = options.root.empty() ? scheme_folder : fs::path(options.root);
    root_ = resolve(given_root_).value_or(scheme_folder);
    // The folder std/ may itself be a link; what counts as inside is where the link leads.
    if (!options.library.empty()) library_ = resolve(fs::path(options.library) / "std").value_or(fs::path());
    folder_of_text_ = root_;
  }

  Outcome<std::vector<check::LoadedModule>> run(const std::string& name, const std::string& path, std::string text) {
    const std::size_t errors_before = diagnostics_.error_count();
    const auto real = path.empty() ? std::nullopt : resolve(path);
    add({.real = real.value_or(fs::path()), .name = name, .in_library = false}, std::move(text));
    put_base_before_profile();
    // Modules are appended while their uses are followed.
    for (std::size_t module = 0; module < modules_.size(); ++module) follow_uses(module);
    report_cycles(modules_, locations_names(), diagnostics_);
    if (diagnostics_.error_count() > errors_before) return std::nullopt;
    return std::move(modules_);
  }

 private:
  std::vector<std::string> locations_names() const {
    std::vector<std::string> names;
    for (const Location& location : locations_) names.push_back(location.name);
    return names;
  }

  /// A module that cannot be parsed stays in the list without declarations, so that it is read and reported once.
  std::size_t add(Location location, std::string text) {
    check::LoadedModule module;
    if (const auto file = add_file(location.name, std::move(text), files_, diagnostics_)) {
      module.file = *file;
      if (auto tree = grammar::parse(*file, files_[*file], diagnostics_)) module.tree = *std::move(tree);
    }
    modules_.push_back(std::move(module));
    locations_.push_back(std::move(location));
    return modules_.size() - 1;
  }

  /// What is asked for may be a profile: then the scheme itself is what it changes.
  void put_base_before_profile() {
    const auto& declarations = modules_[0].tree.declarations;
    const auto found = std::find_if(declarations.begin(), declarations.end(), [](const syntax::Declaration& one) {
      return std::holds_alternative<syntax::Profile>(one);
    });
    if (found == declarations.end()) return;
    const syntax::Text& written = std::get<syntax::Profile>(*found).base;
    const source::Span span{modules_[0].file, written.begin, written.end};
    const std::string path = written.value;
    const auto base = module_of(path, 0, span);
    if (!base) return;
    if (has_profile(modules_[*base])) return report_profile_of_profile(path, span);
    modules_[0].is_profile = true;
    std::swap(modules_[0], modules_[*base]);
    std::swap(locations_[0], locations_[*base]);
  }

  static bool has_profile(const check::LoadedModule& module) {
    return std::any_of(module.tree.declarations.begin(), module.tree.declarations.end(),
                       [](const syntax::Declaration& one) { return std::holds_alternative<syntax::Profile>(one); });
  }

  // A reader would have to lay three documents beside each other to know what is demanded.
  void report_profile_of_profile(const std::string& written, source::Span span) {
    diagnostics_.add({.code = Code::profile_of_a_profile,
                      .arguments = {written},
                      .at = {span, "is no scheme"},
                      .also = {},
                      .help = {"name the scheme that it changes, and repeat the changes that are wanted here too"}});
  }

  void follow_uses(std::size_t module) {
    for (std::size_t i = 0; i < modules_[module].tree.declarations.size(); ++i) {
      const auto* use = std::get_if<syntax::Use>(&modules_[module].tree.declarations[i]);
      if (use == nullptr) continue;
      const source::Span span{modules_[module].file, use->path.begin, use->path.end};
      const std::string written = use->path.value;
      const std::size_t used = module_of(written, module, span).value_or(no_module);
      modules_[module].uses.push_back(used);
    }
  }

  /// The module that a `use` names, loaded if it was not yet; nothing after a report.
  std::optional<std::size_t> module_of(const std::string& written, std::size_t user, source::Span span) {
    auto location = locate(written, locations_[user], span);
    if (!location) return std::nullopt;
    for (std::size_t known = 0; known < locations_.size(); ++known) {
      if (locations_[known].real == location->real) return known;
    }
    if (locations_.size() == limits::scheme_files) {
      report_too_many(span);
      return std::nullopt;
    }
    auto content = source::read_regular_file(location->real.string(), limits::scheme_bytes);
    if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
      report_unreadable(location->name, *failure, span);
      return std::nullopt;
    }
    return add(*std::move(location), std::get<std::string>(std::move(content)));
  }

  std::optional<Location> locate(const std::string& written, const Location& user, source::Span span) {
    // The operating system would stop reading the path at the zero, behind the check of where it leads.
    if (written.empty() || written.find('\0') != std::string::npos) return no_such_file(written, span);
    if (std::string_view(written).substr(0, library_prefix.size()) == library_prefix) return in_library(written, span);

    const fs::path folder = user.real.empty() ? folder_of_text_ : user.real.parent_path();
    const auto real = resolve(folder / written);
    if (!real) return no_such_file(written, span);
    return located(*real, user.in_library, written, span);
  }

  std::optional<Location> in_library(const std::string& written, source::Span span) {
    if (library_.empty()) return no_such_file(written, span);
    const auto real = resolve(library_ / written.substr(library_prefix.size()));
    if (!real) return no_such_file(written, span);
    return located(*real, true, written, span);
  }

  std::optional<Location> located(const fs::path& real, bool in_library, const std::string& written,
                                  source::Span span) {
    const auto name = relative_to(in_library ? library_ : root_, real);
    if (!name) return outside_root(written, span);
    // As the scheme's own file is called by the path that was given for it, so are its modules.
    const fs::path folder = in_library ? fs::path(library_prefix) : given_root_;
    return Location{
        .real = real, .name = (folder / *name).lexically_normal().generic_string(), .in_library = in_library};
  }

  std::nullopt_t no_such_file(const std::string& written, source::Span span) {
    report_unreadable(written, {source::ReadFailure::Kind::missing, "no such file"}, span);
    return std::nullopt;
  }

  std::nullopt_t outside_root(const std::string& written, source::Span span) {
    diagnostics_.add({.code = Code::use_outside_root,
                      .arguments = {written},
                      .at = {span, "leads out of the scheme's folder"},
                      .also = {},
                      .help = {"name a wider folder with --root"}});
    return std::nullopt;
  }

  void report_unreadable(const std::string& name, const source::ReadFailure& failure, source::Span span) {
    Diagnostic diagnostic = unreadable(name, failure);
    diagnostic.at.span = span;
    diagnostic.has_place = true;
    diagnostics_.add(std::move(diagnostic));
  }

  void report_too_many(source::Span span) {
    if (std::exchange(too_many_reported_, true)) return;
    diagnostics_.add({.code = Code::too_many_files,
                      .arguments = {std::to_string(limits::scheme_files)},
                      .at = {span, "is one more"},
                      .also = {},
                      .help = {}});
  }

  source::Files& files_;
  diagnostics::Diagnostics& diagnostics_;
  fs::path given_root_;
  fs::path root_;     ///< canonical
  fs::path library_;  ///< the folder std/; empty: none
  fs::path folder_of_text_;
  std::vector<check::LoadedModule> modules_;
  std::vector<Location> locations_;  ///< one a module
  bool too_many_reported_ = false;
};

// Two schemes of one run may use the same file; its problems then have the same place and are reported once.
source::FileId file_of(const std::string& name, std::string text, source::Files& files) {
  for (std::size_t known = 0; known < files.size(); ++known) {
    const source::FileId id = files.id_at(known);
    if (files[id].path() == name && files[id].text() == text) return id;
  }
  return files.add(source::File(name, std::move(text)));
}

}  // namespace

Outcome<std::vector<check::LoadedModule>> load_modules(const std::string& name, const std::string& path,
                                                       std::string text, const Options& options, source::Files& files,
                                                       diagnostics::Diagnostics& diagnostics) {
  return ModuleLoader(path, options, files, diagnostics).run(name, path, std::move(text));
}

Outcome<source::FileId> add_file(const std::string& name, std::string text, source::Files& files,
                                 diagnostics::Diagnostics& diagnostics) {
  const auto invalid = first_invalid_utf8(text);
  const source::FileId id = file_of(name, std::move(text), files);
  if (!invalid) return id;
  const auto offset = static_cast<std::uint32_t>(*invalid);
  diagnostics.add({.code = Code::not_utf8,
                   .arguments = {std::to_string(*invalid)},
                   .at = {{id, offset, offset + 1}, "begins no character"},
                   .also = {},
                   .help = {"save the file as UTF-8"}});
  return std::nullopt;
}

}  // namespace assay::load
