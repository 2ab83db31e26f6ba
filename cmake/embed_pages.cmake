# Writes a C++ file that holds docs/diagnostics/*.md, so that `assay check --explain` needs no file at run time.
#
#   cmake -DPAGES=<folder> -DOUTPUT=<file> -P embed_pages.cmake
cmake_minimum_required(VERSION 3.25)

set(delimiter "assay_page")
set(rows "")
file(GLOB pages ${PAGES}/*.md)
list(SORT pages)
foreach(page IN LISTS pages)
  get_filename_component(code ${page} NAME_WE)
  if(NOT code MATCHES "^[EWH][0-9][0-9][0-9][0-9]$")
    continue()
  endif()
  file(READ ${page} text)
  string(APPEND rows "    {\"${code}\", R\"${delimiter}(${text})${delimiter}\"},\n")
endforeach()

file(WRITE ${OUTPUT} "#include \"cli/pages.hpp\"

namespace assay::cli {

namespace {

struct Page {
  std::string_view code;
  std::string_view text;
};
constexpr Page pages[] = {
${rows}    {\"\", \"\"},
};

}  // namespace

std::string_view page_of(std::string_view code) {
  for (const Page& page : pages) {
    if (page.code == code) return page.text;
  }
  return {};
}

}  // namespace assay::cli
")
