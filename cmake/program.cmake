# What users get of the engine: the program `assay`, and the library that `find_package(assay)` finds.

set(assay_data ${CMAKE_INSTALL_DATADIR}/assay)

set_property(SOURCE report/engine.cpp PROPERTY COMPILE_DEFINITIONS ASSAY_VERSION="${PROJECT_VERSION}")
# Where the standard library of schemes lies once it is installed. The program looks beside itself first.
set_property(SOURCE assay/assay.cpp cli/scheme.cpp
  PROPERTY COMPILE_DEFINITIONS ASSAY_LIBRARY="${CMAKE_INSTALL_FULL_DATADIR}/assay")

# The pages of `assay check --explain`.
file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/diagnostics/*.md)
set(pages_source ${PROJECT_BINARY_DIR}/generated/pages.cpp)
add_custom_command(OUTPUT ${pages_source}
  COMMAND ${CMAKE_COMMAND} -DPAGES=${PROJECT_SOURCE_DIR}/docs/diagnostics -DOUTPUT=${pages_source}
          -P ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
  DEPENDS ${pages} ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
  COMMENT "Embedding the pages of docs/diagnostics"
  VERBATIM)
target_sources(assay_cli PRIVATE ${pages_source})

# The program, at the top of the build tree with the standard library of schemes below it.
get_target_property(cli_sources assay_cli SOURCES)
list(FILTER cli_sources EXCLUDE REGEX "/main\\.cpp$")
set_property(TARGET assay_cli PROPERTY SOURCES ${cli_sources})
add_executable(assay cli/main.cpp)
assay_settings(assay)
target_link_libraries(assay PRIVATE assay_cli)
set_target_properties(assay PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/assay)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/rules/std ${PROJECT_BINARY_DIR}/share/assay/std SYMBOLIC)

# The library: the objects of every stage but the command line, in one archive.
get_property(stages GLOBAL PROPERTY ASSAY_OBJECT_STAGES)
list(REMOVE_ITEM stages cli)
list(TRANSFORM stages REPLACE "(.+)" "$<TARGET_OBJECTS:assay_\\1>" OUTPUT_VARIABLE objects)
add_library(assay_library STATIC ${objects})
add_library(assay::assay ALIAS assay_library)
set_target_properties(assay_library PROPERTIES OUTPUT_NAME assay EXPORT_NAME assay LINKER_LANGUAGE CXX
  ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
target_compile_features(assay_library INTERFACE cxx_std_20)
target_include_directories(assay_library INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/engine> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(assay_library INTERFACE nlohmann_json::nlohmann_json OpenSSL::Crypto Threads::Threads
  $<BUILD_INTERFACE:${RE2_LIBRARY}> $<BUILD_INTERFACE:IntelDecimal::bid> $<BUILD_INTERFACE:simdjson::simdjson>
  $<INSTALL_INTERFACE:re2> $<INSTALL_INTERFACE:bidgcc000> $<INSTALL_INTERFACE:simdjson>)
if(ASSAY_SANITIZE)
  target_link_options(assay_library INTERFACE -fsanitize=${ASSAY_SANITIZE})
endif()

# Installation: the program, the library with its two public headers, the standard library of schemes, the schemas.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/assay)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/assay-config.cmake.in ${PROJECT_BINARY_DIR}/assay-config.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS assay_data)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/assay-config-version.cmake COMPATIBILITY SameMinorVersion)
install(TARGETS assay RUNTIME)
install(TARGETS assay_library EXPORT assay-targets ARCHIVE)
install(FILES assay/assay.hpp assay/version.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/assay)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/std DESTINATION ${assay_data})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas DESTINATION ${assay_data} FILES_MATCHING PATTERN "*.json")
install(EXPORT assay-targets NAMESPACE assay:: DESTINATION ${package_folder})
install(FILES ${PROJECT_BINARY_DIR}/assay-config.cmake ${PROJECT_BINARY_DIR}/assay-config-version.cmake
  DESTINATION ${package_folder})
