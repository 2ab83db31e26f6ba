# A stage of the engine: one folder, one library. LINKS is both the link line and the permission to include
# (tests/architecture/layers.cmake holds the sources to it); PRIVATE names third-party libraries that stay inside.
#
#   assay_stage(evaluate LINKS base quantity program PRIVATE re2::re2)

set(ASSAY_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast)

function(assay_settings target)
  target_compile_options(${target} PRIVATE ${ASSAY_WARNINGS})
  if(ASSAY_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  # Statistics and decimals must give the same bytes on every machine: no fused multiply-add.
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  if(ASSAY_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${ASSAY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${ASSAY_SANITIZE})
  endif()
endfunction()

function(assay_stage name)
  cmake_parse_arguments(STAGE "" "" "LINKS;PRIVATE" ${ARGN})
  set_property(GLOBAL APPEND PROPERTY ASSAY_STAGES ${name})
  set_property(GLOBAL PROPERTY ASSAY_STAGE_${name} ${name} ${STAGE_LINKS})

  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/engine/${name}/*.cpp)
  list(TRANSFORM STAGE_LINKS PREPEND assay_ OUTPUT_VARIABLE links)
  if(sources)
    add_library(assay_${name} STATIC ${sources})
    assay_settings(assay_${name})
    target_include_directories(assay_${name} PUBLIC ${PROJECT_SOURCE_DIR}/engine)
    target_link_libraries(assay_${name} PUBLIC ${links} PRIVATE ${STAGE_PRIVATE})
    set_property(GLOBAL APPEND PROPERTY ASSAY_OBJECT_STAGES ${name})
  else()
    add_library(assay_${name} INTERFACE)
    target_include_directories(assay_${name} INTERFACE ${PROJECT_SOURCE_DIR}/engine)
    target_link_libraries(assay_${name} INTERFACE ${links} ${STAGE_PRIVATE})
  endif()
endfunction()
