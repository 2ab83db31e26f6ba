#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace assay::load {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same, of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Of all that was added; nothing can be added any more.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay::load
