# Every library that the engine stands on, in one place. The installed package includes this file too,
# so that a user's build and ours look for the same things.
include(CMakeFindDependencyMacro)

# In the build a missing one is an error; in the package find_package(figcheck) decides.
if(NOT CMAKE_FIND_PACKAGE_NAME)
  set(CMAKE_FIND_PACKAGE_NAME figcheck)
  set(figcheck_FIND_REQUIRED TRUE)
endif()

find_dependency(Boost 1.74 CONFIG)
find_dependency(RE2)
find_dependency(yaml-cpp)
find_dependency(fmt)
find_dependency(simdjson)
find_dependency(Md4c)
find_dependency(Gumbo)
find_dependency(Udunits2)
find_dependency(Stemmer)
find_dependency(absl)
find_dependency(nlohmann_json)
find_dependency(Threads)

# yaml-cpp 0.8 renamed its target.
if(TARGET yaml-cpp AND NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
