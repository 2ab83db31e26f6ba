#include "evaluate/asked_texts.hpp"

#include "source/one_line.hpp"

namespace assay::evaluate {

using program::NodeId;

namespace {

source::Span span_of(const Scheme& scheme, NodeId id) {
  return scheme.program.origins[scheme.program.nodes[id.value].origin.value].span;
}

std::string text_between(const Scheme& scheme, source::Span whole, std::uint32_t begin) {
  return source::one_line((*scheme.files)[whole.file].text().substr(begin, whole.end - begin));
}

}  // namespace

std::string text_of(const Scheme& scheme, NodeId id) {
  const source::Span span = span_of(scheme, id);
  return text_between(scheme, span, span.begin);
}

const std::string& AskedTexts::of(NodeId id) {
  std::string& text = texts_[id.value];
  if (!text.empty()) return text;
  const source::Span whole = span_of(scheme_, id);
  const source::Span first = span_of(scheme_, NodeId{scheme_.program.nodes[id.value].a});
  const bool has_rest = first.begin == whole.begin && first.end <= whole.end;
  return text = text_between(scheme_, whole, has_rest ? first.end : whole.begin);
}

}  // namespace assay::evaluate
