#pragma once

#include <optional>
#include <utility>

namespace assay {

/// A value, or nothing because something was reported. The reason stands in the Diagnostics that the
/// function was given, so that a caller can collect the reasons of many functions.
template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome() = default;
  Outcome(std::nullopt_t) {}
  Outcome(T value) : value_(std::move(value)) {}

  explicit operator bool() const { return value_.has_value(); }
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return std::move(*value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

 private:
  std::optional<T> value_;
};

}  // namespace assay
