# Include this outside of functions: a language can be enabled nowhere else.
enable_language(ASM)

set(FIGCHECK_EMBED_TEMPLATE "${CMAKE_CURRENT_LIST_DIR}/embed.S.in")

# figcheck_embed(<target> FOLDER <dir> SYMBOL <name>)
#
# Puts the image of every YAML file below a folder into a target, as constant data named <name> with its
# length in <name>_size. Call it in the folder that made the target. The image is made again when a file
# changes, comes or goes; a broken one fails the build. Files are named in it from the folder's own name
# on: rules/claims/x.yaml.
function(figcheck_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER;SYMBOL" "")
  get_filename_component(folder "${arg_FOLDER}" ABSOLUTE)
  get_filename_component(parent "${folder}" DIRECTORY)
  get_filename_component(name "${folder}" NAME)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*.yaml" "${folder}/*.yml")

  # Of a file that is gone nothing is newer than the image, so the image depends on their list too.
  set(listing "${CMAKE_CURRENT_BINARY_DIR}/${arg_SYMBOL}.files")
  list(JOIN files "\n" lines)
  file(GENERATE OUTPUT "${listing}" CONTENT "${lines}\n")

  set(image "${CMAKE_CURRENT_BINARY_DIR}/${arg_SYMBOL}.image")
  add_custom_command(
    OUTPUT "${image}"
    COMMAND figcheck_embed "${name}" "${image}"
    WORKING_DIRECTORY "${parent}"
    DEPENDS figcheck_embed "${listing}" ${files}
    COMMENT "Embedding ${name}"
    VERBATIM)

  # The assembler reads the image: a source of C++ would be megabytes of numbers and minutes of compiling.
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${arg_SYMBOL}.S")
  set(symbol "${arg_SYMBOL}")
  configure_file("${FIGCHECK_EMBED_TEMPLATE}" "${source}" @ONLY)
  # The target's warnings are for C++, which the assembler's compiler warns of in turn.
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${image}" COMPILE_OPTIONS -w)
  target_sources(${target} PRIVATE "${source}")
endfunction()
