#pragma once

// The one include of Boost.Spirit: its single headers are not self-contained.
#include <boost/spirit/home/x3.hpp>

#include <functional>

namespace assay::grammar {

namespace x3 = boost::spirit::x3;

/// Positions are pointers into the file's text, so that an offset is a subtraction.
using Iterator = const char*;

/// The first byte after white space and `#` comments.
Iterator after_blanks(Iterator first, Iterator last);

/// What lies between tokens. Many alternatives ask at one place, so the last answer is kept: a long comment is
/// read once and not once an alternative.
class Blank : public x3::parser<Blank> {
 public:
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  struct Memory {
    Iterator from = nullptr;
    Iterator to = nullptr;
  };
  explicit Blank(Memory& memory) : memory_(&memory) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const&, Locals&, Attribute&) const {
    if (first != memory_->from) {
      Iterator const to = after_blanks(first, last);
      if (to == first) return false;
      *memory_ = {first, to};
    }
    first = memory_->to;
    return true;
  }

 private:
  Memory* memory_;
};

class Session;
struct session_tag;
using Context = x3::context<session_tag, std::reference_wrapper<Session>, x3::phrase_parse_context<Blank>::type>;

template <typename Tag, typename Value>
using Rule = x3::rule<Tag, Value>;

template <typename Surroundings>
Session& session_of(Surroundings const& context) {
  return x3::get<session_tag>(context).get();
}

}  // namespace assay::grammar
