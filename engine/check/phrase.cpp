// A stretch of a scheme as one line, for reports.
#include "check/declaration.hpp"
#include "source/one_line.hpp"

namespace assay::check {

std::string phrase_of(const syntax::Spanned& node, const Context& context, std::size_t module) {
  const std::string_view file = context.files[context.module_files[module]].text();
  if (node.begin >= file.size() || node.end <= node.begin) return {};
  return source::one_line(file.substr(node.begin, node.end - node.begin));
}

}  // namespace assay::check
