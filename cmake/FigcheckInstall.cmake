# `cmake --install`: the library with its headers, the program, and a package for find_package(figcheck).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/figcheck")

install(TARGETS figcheck EXPORT figcheckTargets FILE_SET HEADERS)
install(EXPORT figcheckTargets NAMESPACE figcheck:: DESTINATION "${package_dir}")

if(TARGET figcheck_program)
  install(TARGETS figcheck_program)
endif()

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/figcheckConfig.cmake.in" "${PROJECT_BINARY_DIR}/figcheckConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/figcheckConfigVersion.cmake" COMPATIBILITY SameMinorVersion)

# The package looks for its dependencies with the very files that the build did.
file(GLOB find_modules CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/Find*.cmake")
install(
  FILES
    "${PROJECT_BINARY_DIR}/figcheckConfig.cmake"
    "${PROJECT_BINARY_DIR}/figcheckConfigVersion.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/Dependencies.cmake"
    ${find_modules}
  DESTINATION "${package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
