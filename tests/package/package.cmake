# Installs Assay into an empty folder, then builds and runs examples/library against nothing but that folder.
#
#   cmake -DBUILD=… -DSOURCE=… -DCOMPILER=… -DFLAGS=… -P package.cmake
cmake_minimum_required(VERSION 3.25)

set(folder ${BUILD}/package_test)
file(REMOVE_RECURSE ${folder})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\nended with ${status}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${folder}/installed)
run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/examples/library -B ${folder}/example
    -D CMAKE_PREFIX_PATH=${folder}/installed -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${folder}/example)
run(${folder}/example/example ${SOURCE}/examples/library/mark.assay)
if(NOT output MATCHES "Proposed decision: GRANT")
  message(FATAL_ERROR "the example printed\n${output}")
endif()

# The installed program finds the standard library of schemes beside itself.
run(${folder}/installed/bin/assay check ${SOURCE}/rules/trustworthy-ai.assay)
