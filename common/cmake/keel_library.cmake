# One static library per folder, and its unit tests in one binary.
#
#   keel_library(<name> DEPS <libraries...> [PRIVATE <libraries...>])
#
# globs the folder's *.cc; *_test.cc files become the test program <name>_test,
# whose doctest cases ctest runs as one test.  The DEPS line of a folder is the
# layering diagram in code; tests/meta checks the #includes against it.
#
# With KEEL_UNITY a library is compiled as one file, and so are its tests: headers are
# read once, which is most of a first build's work, and every change costs more.  So
# names that are local to a file have to differ within a folder.
#
#   keel_program(<name> SOURCES main.cc DEPS <libraries...>)
#
# builds a program that is one static, stripped file: it starts faster than a
# dynamic one and runs on any Linux.  Sanitizers need the dynamic libc.

add_library(keel_options INTERFACE)
target_compile_features(keel_options INTERFACE cxx_std_23)
target_include_directories(keel_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(keel_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -fno-rtti)
# libstdc++ 12's stable_sort calls a function that it has deprecated itself.
target_compile_options(keel_options INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(KEEL_WERROR)
  target_compile_options(keel_options INTERFACE -Werror)
endif()
if(KEEL_SANITIZE)
  target_compile_options(keel_options INTERFACE
    -fsanitize=${KEEL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(keel_options INTERFACE -fsanitize=${KEEL_SANITIZE})
endif()

# As one file: all of it looks like a header's to this warning.
if(KEEL_UNITY)
  target_compile_options(keel_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# Sections of their own let the linker drop what a program does not use.
target_compile_options(keel_options INTERFACE
  $<$<CONFIG:Release>:-ffunction-sections -fdata-sections>)

function(keel_unity target)
  if(KEEL_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
endfunction()

function(keel_library name)
  cmake_parse_arguments(ARG "" "" "DEPS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$|/main\\.cc$")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC keel_options ${ARG_DEPS} PRIVATE ${ARG_PRIVATE})
    set(self ${name})
    keel_unity(${name})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE keel_options ${ARG_DEPS})
    set(self ${name})
  endif()
  if(tests AND KEEL_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${self} keel_doctest_main)
    keel_unity(${name}_test)
    add_test(NAME unit/${name} COMMAND ${name}_test)
  endif()
endfunction()

add_custom_target(programs)

function(keel_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE keel_options ${ARG_DEPS})
  add_dependencies(programs ${name})
  install(TARGETS ${name} RUNTIME DESTINATION bin)
  if(NOT KEEL_SANITIZE)
    target_link_options(${name} PRIVATE -static)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
      target_link_options(${name} PRIVATE -s -Wl,--gc-sections)
    endif()
  endif()
endfunction()
