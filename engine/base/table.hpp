#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace assay {

/// The number of a row in a Table. The tag keeps the rows of different tables apart.
template <typename Tag>
struct Index {
  std::uint32_t value = 0;
  friend auto operator<=>(const Index&, const Index&) = default;
};

/// Rows that are named by a typed index and never removed.
template <typename Id, typename Row>
class Table {
 public:
  Id add(Row row) {
    rows_.push_back(std::move(row));
    return Id{static_cast<std::uint32_t>(rows_.size() - 1)};
  }
  Row& operator[](Id id) { return rows_[id.value]; }
  const Row& operator[](Id id) const { return rows_[id.value]; }

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  Id id_at(std::size_t position) const { return Id{static_cast<std::uint32_t>(position)}; }

 private:
  std::vector<Row> rows_;
};

}  // namespace assay
