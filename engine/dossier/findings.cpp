#include "dossier/findings.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace assay::dossier {

bool Findings::take_another() {
  if (is_muted_) return false;
  if (found_.size() < limits::data_findings) return true;
  left_some_out_ = true;
  return false;
}

void Findings::add(Finding finding) {
  if (take_another()) found_.push_back(std::move(finding));
}

void Findings::close() {
  if (!left_some_out_) return;
  found_.push_back({diagnostics::Code::more_findings, {std::to_string(limits::data_findings)}, "", 0, ""});
}

std::string suggestion(std::optional<std::string_view> nearest) {
  return nearest ? "did you mean '" + std::string(*nearest) + "'?" : std::string();
}

std::string clipped(std::string_view text) {
  constexpr int longest = 60;
  std::size_t end = 0;
  for (int characters = 0; end < text.size(); ++characters) {
    if (characters == longest) return std::string(text.substr(0, end)) + "…";
    end += std::max<std::size_t>(1, utf8_length(text.substr(end)));
  }
  return std::string(text);
}

}  // namespace assay::dossier
