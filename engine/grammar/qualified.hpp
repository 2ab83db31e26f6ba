#pragma once

#include "grammar/lexical.hpp"
#include "grammar/node.hpp"
#include "grammar/part.hpp"

#include <optional>
#include <string>
#include <utility>

namespace assay::grammar {

/// `Dataset`, or `shared.Dataset` of the file that is used as `shared`.
struct QualifiedName : syntax::Spanned {
  syntax::Name first;
  std::optional<syntax::Name> second;
};
inline void store(syntax::Name& target, QualifiedName part) {
  syntax::Spanned const span = part;
  std::string whole = std::move(part.first.text);
  if (part.second) whole += "." + part.second->text;
  target = syntax::Name{span, std::move(whole)};
}

auto const qualified_name = into<syntax::Name>(node<QualifiedName>[name >> -(symbol(".") > name)]);

}  // namespace assay::grammar
