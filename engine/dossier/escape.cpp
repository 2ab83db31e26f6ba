#include "dossier/escape.hpp"

#include <algorithm>

namespace assay::dossier {

void append_token(std::string& pointer, std::string_view key) {
  pointer += '/';
  const auto is_escaped = [](char letter) { return letter == '~' || letter == '/'; };
  while (!key.empty()) {
    const auto escaped = std::find_if(key.begin(), key.end(), is_escaped);
    const auto plain = static_cast<std::size_t>(escaped - key.begin());
    pointer += key.substr(0, plain);
    if (escaped == key.end()) return;
    pointer += *escaped == '~' ? "~0" : "~1";
    key.remove_prefix(plain + 1);
  }
}

}  // namespace assay::dossier
