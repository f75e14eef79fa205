# Installs figcheck beside the build, then configures, builds and runs a program that finds it there
# as a user would.
set(prefix "${CMAKE_CURRENT_BINARY_DIR}/consumer/prefix")

add_test(NAME consumer.clean COMMAND "${CMAKE_COMMAND}" -E rm -rf "${prefix}")
add_test(NAME consumer.install
  COMMAND "${CMAKE_COMMAND}" --install "${PROJECT_BINARY_DIR}" --prefix "${prefix}")
add_test(NAME consumer.build
  COMMAND "${CMAKE_CTEST_COMMAND}"
    --build-and-test "${CMAKE_CURRENT_LIST_DIR}" "${CMAKE_CURRENT_BINARY_DIR}/consumer/build"
    --build-generator "${CMAKE_GENERATOR}"
    --build-options
      "-DCMAKE_PREFIX_PATH=${prefix}"
      "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
      "-DCMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS}"
      "-DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE}"
      "-DFIGCHECK_EXPECTED_PREFIX=${prefix}"
    --test-command consumer)

set_tests_properties(consumer.clean PROPERTIES FIXTURES_SETUP emptied LABELS build)
set_tests_properties(consumer.install PROPERTIES
  FIXTURES_REQUIRED emptied FIXTURES_SETUP installed LABELS build RESOURCE_LOCK build_folder)
set_tests_properties(consumer.build PROPERTIES
  FIXTURES_REQUIRED installed LABELS build
  PASS_REGULAR_EXPRESSION "[[]5\\.5, 6\\.5[]]")
