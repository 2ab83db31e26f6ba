// The digest that ties a report to the bytes it was made from.
//
// The three calls of OpenSSL's low-level interface need no provider and no configuration file. EVP loads both on its
// first use, which costs 1.3 ms of every start; the digest is the same.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "load/digest.hpp"

#include <array>

#include <openssl/sha.h>

namespace assay::load {

struct Sha256::State {
  SHA256_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { SHA256_Update(&state_->context, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &state_->context);

  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sha256;
  sha256.add(bytes);
  return sha256.hex();
}

}  // namespace assay::load
