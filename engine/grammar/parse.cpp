#include "grammar/parse.hpp"

#include "base/utf8.hpp"
#include "grammar/declaration.hpp"

namespace assay::grammar {

namespace {

syntax::Module parse_text(Session& session, std::string_view text) {
  syntax::Module module;
  Iterator first = without_byte_order_mark(text).data();
  Blank::Memory memory;
  x3::phrase_parse(first, session.end(), x3::with<session_tag>(std::ref(session))[module_file], Blank(memory),
                   module.declarations);
  return module;
}

}  // namespace

Outcome<syntax::Module> parse(source::FileId id, const source::File& file, diagnostics::Diagnostics& diagnostics) {
  std::string const masked = source::is_literate(file.path()) ? source::mask_prose(file.text()) : std::string();
  std::string_view const text = masked.empty() ? file.text() : std::string_view(masked);
  std::size_t const errors_before = diagnostics.error_count();

  Session session(id, text, diagnostics);
  syntax::Module module = parse_text(session, text);
  if (module.declarations.empty()) diagnostics.add({diagnostics::Code::empty_scheme, {}, {{id, 0, 0}, {}}, {}, {}});
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return module;
}

}  // namespace assay::grammar
