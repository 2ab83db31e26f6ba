#pragma once

#include "quantity/calendar.hpp"
#include "quantity/decimal.hpp"

#include <cstdint>
#include <string_view>
#include <variant>

namespace assay {

/// A member of an enumeration by its position in the declaration.
struct Member {
  std::uint32_t position = 0;
  friend auto operator<=>(const Member&, const Member&) = default;
};

/// The elements of a list: `count` groups of `stride` slots from slot `first`.
struct Elements {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t stride = 1;
  friend bool operator==(const Elements&, const Elements&) = default;
};

/// A record by its first slot.
struct RecordAt {
  std::uint32_t slot = 0;
  friend bool operator==(const RecordAt&, const RecordAt&) = default;
};

/// How many items to inspect, and the numbers of nonconforming ones at which the lot is accepted and rejected.
struct SamplingPlan {
  std::uint32_t size = 0;
  std::uint32_t accept = 0;
  std::uint32_t reject = 0;
  friend bool operator==(const SamplingPlan&, const SamplingPlan&) = default;
};

/// A known value. The type is static: whoever reads a value knows which case it holds. Texts are owned elsewhere.
using Value = std::variant<std::monostate, bool, Decimal, std::string_view, Date, DateTime, Duration, Member, Elements,
                           RecordAt, SamplingPlan>;

static_assert(sizeof(Value) <= 24, "slots and operands are copied often");

}  // namespace assay
