// The record types that the language brings along.
#include "model/type.hpp"

#include <string_view>

namespace assay::model {

namespace {

Field field(std::string_view name, TypeId type, std::uint32_t slot) {
  Field made;
  made.name = name;
  made.key = name;
  made.type = type;
  // Which fields must stand together no list of fields can say: the dossier's reader does.
  made.optional = true;
  made.slot = slot;
  return made;
}

}  // namespace

TypeId Types::built_in(BuiltIn which, UnitId unit) {
  const auto [entry, is_new] = built_in_.try_emplace({which, unit});
  if (is_new) {
    const auto number = intern({.kind = Kind::number});
    const auto integer = intern({.kind = Kind::integer});
    const auto in_unit = intern({.kind = Kind::number, .unit = unit});
    Record record;
    record.built_in = which;
    record.unit = unit;
    switch (which) {
      case BuiltIn::measurement:
        record.name = unit == plain_unit ? "measurement" : "measurement in " + units[unit].name;
        record.fields = {field("value", in_unit, slot_value),
                         field("expanded_uncertainty", in_unit, slot_expanded_uncertainty),
                         field("coverage_factor", number, slot_coverage_factor),
                         field("lower", in_unit, slot_lower),
                         field("upper", in_unit, slot_upper),
                         field("level", number, slot_level)};
        break;
      case BuiltIn::proportion:
        record.name = "proportion";
        record.unit = percent_unit;
        record.fields = {field("successes", integer, slot_successes), field("trials", integer, slot_trials)};
        break;
      case BuiltIn::sampling_plan:
        record.name = "sampling plan";
        record.fields = {field("size", integer, 1), field("accept", integer, 2), field("reject", integer, 3)};
        break;
      case BuiltIn::none: break;
    }
    record.slots = static_cast<std::uint32_t>(record.fields.size()) + 1;
    entry->second = records.add(std::move(record));
  }
  return intern({.kind = Kind::record, .record = entry->second});
}

}  // namespace assay::model
