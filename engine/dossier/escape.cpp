#include "dossier/escape.hpp"

#include <algorithm>

namespace assay::dossier {

void append_token(std::string& pointer, std::string_view key) {
  pointer += '/';
  const bool is_plain =
      std::none_of(key.begin(), key.end(), [](char letter) { return letter == '~' || letter == '/'; });
  if (is_plain) {
    pointer += key;
    return;
  }
  for (const char letter : key) {
    if (letter == '~') {
      pointer += "~0";
    } else if (letter == '/') {
      pointer += "~1";
    } else {
      pointer += letter;
    }
  }
}

}  // namespace assay::dossier
