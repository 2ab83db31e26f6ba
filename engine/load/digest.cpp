// The digest that ties a report to the bytes it was made from.
//
// The three calls of OpenSSL's low-level interface need no provider and no configuration file. EVP loads both on its
// first use, which costs 1.3 ms of every start; the digest is the same.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "load/digest.hpp"

#include <array>

#include <openssl/sha.h>

namespace assay::load {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &context);

  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

}  // namespace assay::load
