#include "model/type.hpp"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

Types sample() {
  Types types;
  types.units.add({.name = "", .base = plain_unit, .factor = Decimal::of(1), .span = {}});
  types.units.add({.name = "%", .base = percent_unit, .factor = Decimal::of(1), .span = {}});
  types.enumerations.add({.name = "Control", .members = {}, .is_scored = false, .span = {}});
  types.records.add({.name = "Dataset", .fields = {}, .slots = 5, .span = {}});
  return types;
}

TEST(Types, FirstRowIsErroneous) { EXPECT_EQ(Types()[TypeId{0}].kind, Kind::erroneous); }

TEST(Types, EqualTypesHaveEqualIds) {
  Types types = sample();
  const auto number = types.intern({.kind = Kind::number, .unit = percent_unit});
  EXPECT_EQ(types.intern({.kind = Kind::number, .unit = percent_unit}), number);
  EXPECT_NE(types.intern({.kind = Kind::number}), number);
  EXPECT_NE(types.intern({.kind = Kind::integer, .unit = percent_unit}), number);
  EXPECT_EQ(types.all.size(), 4U);
}

TEST(Types, ACopyGoesItsOwnWay) {
  Types types = sample();
  Types copy = types;
  copy.intern({.kind = Kind::text});
  EXPECT_EQ(types[types.intern({.kind = Kind::date})].kind, Kind::date);
}

TEST(Types, ARecordTakesItsSlots) {
  Types types = sample();
  const auto record = types.intern({.kind = Kind::record});
  EXPECT_EQ(types.slots_of(record), 5U);
  EXPECT_EQ(types.slots_of(types.intern({.kind = Kind::list, .element = record})), 1U);
  EXPECT_EQ(types.slots_of(types.intern({.kind = Kind::boolean})), 1U);
}

TEST(Types, AreWrittenAsInAScheme) {
  Types types = sample();
  const auto record = types.intern({.kind = Kind::record});
  const auto list = types.intern({.kind = Kind::list, .element = record});
  const auto control = types.intern({.kind = Kind::enumeration});
  EXPECT_EQ(types.words(types.intern({.kind = Kind::number, .unit = percent_unit})), "number in %");
  EXPECT_EQ(types.words(types.intern({.kind = Kind::integer})), "integer");
  EXPECT_EQ(types.words(list), "list of Dataset");
  EXPECT_EQ(types.words(types.intern({.kind = Kind::list, .element = list})), "list of list of Dataset");
  EXPECT_EQ(types.words(control), "Control");
  EXPECT_EQ(types.words(types.intern({.kind = Kind::set, .element = control})), "set of Control");
}

}  // namespace
}  // namespace assay::model
