# figcheck_options: what our own code is compiled with. Never exported.
add_library(figcheck_options INTERFACE)
target_compile_features(figcheck_options INTERFACE cxx_std_20)
target_compile_options(figcheck_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough
  # g++ 12 sees an overlap in "literal" + std::string that is not there.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

# figcheck_module(<name> SOURCES <file>... [USES <module>...] [LIBRARIES <target>...])
#
# Adds one engine folder as an object library and folds it into the `figcheck` library. USES names the
# modules whose headers this one may include; the `layering` test holds the sources to it. SOURCES are
# relative to engine/<name>.
function(figcheck_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBRARIES")
  add_library(figcheck_${name} OBJECT ${arg_SOURCES})
  target_link_libraries(figcheck_${name} PRIVATE figcheck_options PUBLIC ${arg_LIBRARIES})
  foreach(used IN LISTS arg_USES)
    target_link_libraries(figcheck_${name} PUBLIC figcheck_${used})
  endforeach()
  target_include_directories(figcheck_${name} PUBLIC
    "${PROJECT_SOURCE_DIR}/engine" "${PROJECT_SOURCE_DIR}/engine/include")
  set_target_properties(figcheck_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)

  target_sources(figcheck PRIVATE $<TARGET_OBJECTS:figcheck_${name}>)
  target_link_libraries(figcheck PRIVATE ${arg_LIBRARIES})
  list(JOIN arg_USES "," uses)
  set_property(GLOBAL APPEND PROPERTY FIGCHECK_LAYERS "${name}:${uses}")
  set_property(GLOBAL APPEND PROPERTY FIGCHECK_MODULES "figcheck_${name}")
endfunction()
