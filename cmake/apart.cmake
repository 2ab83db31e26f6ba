# The presets `gate`, `asan` and `tsan` compile several files of a stage as one, in half the time. Files that stand here
# are compiled alone: they share a name with a neighbour, each in an unnamed namespace of its own. Paths are those below
# the folder whose CMakeLists.txt includes this.
set(ASSAY_APART
  check/course.cpp check/decision.cpp check/presumption.cpp check/profile.cpp cli/records.cpp
  completeness/*_items.cpp diagnostics/*.cpp dossier/json_reader.cpp dossier/judgement.cpp
  evaluate/judgements.cpp evaluate/open_facts.cpp evaluate/ordered_values.cpp grammar/*.cpp load/modules.cpp
  report/certificate_markdown.cpp report/lifecycle_json.cpp report/lifecycle_text.cpp report/requirement_parts_json.cpp
  report/text.cpp source/one_line.cpp
  dossier/evidence_test.cpp dossier/records_test.cpp laws/engine_test.cpp laws/expression_text.cpp
  laws/straight_test.cpp lifecycle/outlook_test.cpp reference/evaluator.cpp reference/lists.cpp
  reference/numbers.cpp reference/reference.cpp statistics/proportion_test.cpp statistics/sampling_test.cpp)
list(TRANSFORM ASSAY_APART PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
file(GLOB ASSAY_APART CONFIGURE_DEPENDS ${ASSAY_APART})
set_source_files_properties(${ASSAY_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
