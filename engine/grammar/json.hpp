#pragma once

#include "grammar/token.hpp"
#include "syntax/test.hpp"

// JSON inside a scheme. Between its brackets a `#` begins no comment.
namespace assay::grammar {

bool scan_json(Iterator& first, Iterator last, Session& session, syntax::JsonText& value);
bool scan_json_object(Iterator& first, Iterator last, Session& session, syntax::JsonText& value);

inline constexpr Token<syntax::JsonText, scan_json> json{"a JSON value"};
inline constexpr Token<syntax::JsonText, scan_json_object> json_object{"a JSON object"};

}  // namespace assay::grammar
