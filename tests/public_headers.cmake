# Every public header compiles by itself, with nothing but the public include folder.
set_target_properties(figcheck PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
add_test(NAME public_headers_stand_alone
  COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}"
    --target figcheck_verify_interface_header_sets)
set_tests_properties(public_headers_stand_alone PROPERTIES LABELS build RESOURCE_LOCK build_folder)
