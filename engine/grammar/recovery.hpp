#pragma once

#include "grammar/session.hpp"

namespace assay::grammar {

/// What is given up when something in it fails; parsing goes on behind it.
enum class Construct { declaration, requirement, item, change };

/// Where to go on after the construct that began at `start` failed at `failed`: always beyond `start`.
Iterator resume(Session& session, Construct construct, Iterator start, Iterator failed);

/// The tag of a rule that reports its failures. Such a rule must not be recursive, or it would report once a level.
template <Construct construct>
struct Recovering {
  // X3 finds the handler by this very signature.
  template <typename Surroundings>
  x3::error_handler_result on_error(Iterator& first, Iterator const&, Session::Failure const& failure,
                                    Surroundings const& context) const {
    Session& session = session_of(context);
    session.report(failure);
    first = resume(session, construct, first, failure.where());
    return x3::error_handler_result::accept;
  }
};

}  // namespace assay::grammar
