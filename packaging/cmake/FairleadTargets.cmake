# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target of Fairlead shares: the Qt that we build with, the warnings, and the two
# helpers fairlead_library() and fairlead_test().

find_package(Qt6 6.4.2 REQUIRED COMPONENTS Core Network Sql HttpServer)
# QtHttpServer's interface changed twice; server/http has a seam for 6.4 and one for 6.8 and newer.
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5 AND Qt6_VERSION VERSION_LESS 6.8)
  message(FATAL_ERROR "Fairlead builds with Qt 6.4 or with Qt 6.8 and newer, not with "
                      "Qt ${Qt6_VERSION}: QtHttpServer 6.5 to 6.7 has an interface of its own.")
endif()
if(UNIX AND NOT APPLE)
  # Asked whether the keychain is locked; QtKeychain cannot tell.
  find_package(Qt6 REQUIRED COMPONENTS DBus)
endif()
if(FAIRLEAD_GUI)
  find_package(Qt6 REQUIRED COMPONENTS LinguistTools Widgets)
endif()
if(FAIRLEAD_TESTS)
  find_package(Qt6 REQUIRED COMPONENTS Test)
endif()
find_package(QCoro6 REQUIRED COMPONENTS Core Network)
find_package(Qt6Keychain REQUIRED)
find_package(CURL 7.87 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(tl-expected REQUIRED)
find_package(simdjson REQUIRED)
# Debian's CMake package of md4c also asks for its HTML library, which we do not use.
find_package(PkgConfig REQUIRED)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
# What clients' configurations are written in.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(FAIRLEAD_CCACHE ccache)
if(FAIRLEAD_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${FAIRLEAD_CCACHE}")
endif()

# Most of a file's compile time is Qt's headers. ccache cannot share precompiled ones between
# folders, so there each file includes them for itself, which also shows a missing #include.
if(FAIRLEAD_CCACHE)
  set(without_ccache OFF)
else()
  set(without_ccache ON)
endif()
option(FAIRLEAD_PCH "Precompile Qt's headers (off where ccache is found)" ${without_ccache})

add_library(fairlead_options INTERFACE)
target_include_directories(fairlead_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(fairlead_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CONTEXTLESS_CONNECT QT_MESSAGELOGCONTEXT)
target_compile_options(fairlead_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wextra-semi $<$<BOOL:${FAIRLEAD_WERROR}>:-Werror>
  $<$<CONFIG:Release>:-fstack-protector-strong;-D_FORTIFY_SOURCE=2;-ffunction-sections>)
# g++ 12 takes an std::optional that it inlined for uninitialized as soon as it optimizes.
target_compile_options(fairlead_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_link_options(fairlead_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now,--gc-sections>)
if(FAIRLEAD_SANITIZE)
  target_compile_options(fairlead_options INTERFACE "-fsanitize=${FAIRLEAD_SANITIZE}" -fno-omit-frame-pointer)
  target_link_options(fairlead_options INTERFACE "-fsanitize=${FAIRLEAD_SANITIZE}")
endif()
if(FAIRLEAD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "FAIRLEAD_FUZZ needs clang: use cmake --preset fuzz.")
  endif()
  # Coverage for libFuzzer everywhere; its main() only in the fuzzers. clang 14 cannot compile
  # coroutines with the function sanitizer.
  target_compile_options(fairlead_options INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=function
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(fairlead_options INTERFACE -fsanitize=address,undefined)
endif()
qcoro_enable_coroutines()

# On Linux server/net loads libcurl itself, when it first sends something.
add_library(fairlead_curl INTERFACE)
add_library(fairlead::curl ALIAS fairlead_curl)
if(UNIX AND NOT APPLE)
  target_include_directories(fairlead_curl SYSTEM INTERFACE
    "$<TARGET_PROPERTY:CURL::libcurl,INTERFACE_INCLUDE_DIRECTORIES>")
  target_compile_definitions(fairlead_curl INTERFACE FAIRLEAD_LOADS_LIBCURL)
else()
  target_link_libraries(fairlead_curl INTERFACE CURL::libcurl)
endif()

# Targets with the same options share what was precompiled. None of these headers may look at a
# definition that only some targets have (QT_NETWORK_LIB; QtTest's are full of them): g++ would not take it then.
set(precompiled_headers
  <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <utility> <variant> <vector>
  <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLoggingCategory>
  <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QUrlQuery>
  <QCoroSignal> <QCoroTask> <QCoroTimer> <tl/expected.hpp>)

# fairlead_precompiled(NAME [option…])
function(fairlead_precompiled name)
  if(FAIRLEAD_PCH)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${name}.cpp" CONTENT "")
    add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/${name}.cpp")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE fairlead_options Qt6::Core QCoro6::Core tl::expected)
    target_compile_options(${name} PRIVATE ${ARGN})
    target_precompile_headers(${name} PRIVATE ${precompiled_headers})
  endif()
endfunction()

function(fairlead_take_precompiled target name)
  if(FAIRLEAD_PCH)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

# Compiled more often than run: what is tested is optimized, the tests themselves are not. Without -O
# glibc says so of _FORTIFY_SOURCE in every file.
set(test_options $<$<CONFIG:Release>:-O0;-Wno-cpp>)
# Half as much code, where it runs once a call and then waits for a service: the programs' memory is
# mostly code that lies between what is used.
set(small_options $<$<CONFIG:Release>:-Os>)
fairlead_precompiled(fairlead_pch)
fairlead_precompiled(fairlead_small_pch ${small_options})
if(FAIRLEAD_TESTS)
  fairlead_precompiled(fairlead_test_pch ${test_options})
endif()

# fairlead_library(NAME [SMALL [FAST file…]] SOURCES file… LINKS folder-or-target…)
# A static library for one folder. A link named like a folder of server/ means that folder's library.
# SMALL: compiled for size, but for the files that walk over whole answers, which are FAST.
function(fairlead_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SMALL" "" "FAST;SOURCES;LINKS")
  add_library(fairlead_${name} STATIC ${arg_SOURCES})
  target_link_libraries(fairlead_${name} PRIVATE fairlead_options)
  if(arg_SMALL)
    target_compile_options(fairlead_${name} PRIVATE ${small_options})
    fairlead_take_precompiled(fairlead_${name} fairlead_small_pch)
    set_source_files_properties(${arg_FAST} PROPERTIES
      COMPILE_OPTIONS "$<$<CONFIG:Release>:-O2>" SKIP_PRECOMPILE_HEADERS ON)
  else()
    fairlead_take_precompiled(fairlead_${name} fairlead_pch)
  endif()
  foreach(link IN LISTS arg_LINKS)
    if(link MATCHES "::")
      target_link_libraries(fairlead_${name} PUBLIC ${link})
    else()
      target_link_libraries(fairlead_${name} PUBLIC fairlead_${link})
    endif()
  endforeach()
endfunction()

# fairlead_program(NAME SOURCES file… LINKS …): an executable of that very name.
function(fairlead_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE fairlead_options)
  foreach(link IN LISTS arg_LINKS)
    if(link MATCHES "::")
      target_link_libraries(${name} PRIVATE ${link})
    else()
      target_link_libraries(${name} PRIVATE fairlead_${link})
    endif()
  endforeach()
endfunction()

# fairlead_start_order(NAME): what the program runs for its first client lies together in it. For GNU's linker alone;
# its list is written by tests/benchmarks/startorder, which switches this off to see the functions where they were.
option(FAIRLEAD_START_ORDER "Put what a server runs for its first client side by side (release, GNU)" ON)
function(fairlead_start_order name)
  if(FAIRLEAD_START_ORDER AND UNIX AND NOT APPLE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(order "${CMAKE_SOURCE_DIR}/packaging/linux/startorder.ld")
    target_link_options(${name} PRIVATE "$<$<CONFIG:Release>:-Wl,-T,${order}>")
    set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${order}")
  endif()
endfunction()

# fairlead_allocator(NAME): a call makes and frees some five hundred small pieces of memory, which took a sixth of its
# time with glibc's malloc. First in the line, so that the program and all its libraries use it. Without glibc's own
# checks of its heap; valgrind's memcheck needs it switched off.
option(FAIRLEAD_MIMALLOC "Take memory from mimalloc (release, Linux)" ON)
function(fairlead_allocator name)
  if(FAIRLEAD_MIMALLOC AND CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    find_package(mimalloc REQUIRED)
    target_link_options(${name} BEFORE PRIVATE
      "-Wl,--push-state,--no-as-needed,$<TARGET_FILE:mimalloc>,--pop-state")
  endif()
endfunction()

# fairlead_run_test(NAME TARGET TIMEOUT [variable=value…]): ctest runs a QtTest program with a home of its own.
function(fairlead_run_test name target timeout)
  if(FAIRLEAD_SANITIZE) # under which all is slower by far
    math(EXPR timeout "${timeout} * 4")
  endif()
  math(EXPR function_timeout "${timeout} * 1000")
  set(home "${CMAKE_BINARY_DIR}/tests/home")
  file(MAKE_DIRECTORY "${home}")
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;FAIRLEAD_BIN_DIR=${CMAKE_BINARY_DIR}/bin;QTEST_FUNCTION_TIMEOUT=${function_timeout};${ARGN}")
endfunction()

# fairlead_test(tst_name [SOURCES file…] LINKS … [TIMEOUT seconds])
# A QtTest program in this folder, tst_name.cpp plus SOURCES, run by ctest with a home of its own.
function(fairlead_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINKS")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  fairlead_program(${name} SOURCES ${name}.cpp ${arg_SOURCES} LINKS Qt6::Test ${arg_LINKS})
  target_compile_options(${name} PRIVATE ${test_options})
  fairlead_take_precompiled(${name} fairlead_test_pch)
  target_compile_definitions(${name} PRIVATE FAIRLEAD_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  fairlead_run_test(${name} ${name} ${arg_TIMEOUT})
  # For tests/postgresql, which runs those with a database once more.
  set_target_properties(${name} PROPERTIES FAIRLEAD_TIMEOUT ${arg_TIMEOUT})
  set_property(GLOBAL APPEND PROPERTY FAIRLEAD_UNIT_TESTS ${name})
endfunction()

# fairlead_script(NAME SCRIPT [variable=value…]): ctest runs tests/integration/SCRIPT.py, which starts whole programs.
function(fairlead_script name script)
  add_test(NAME ${name} COMMAND python3 -B "${CMAKE_SOURCE_DIR}/tests/integration/${script}.py" -v)
  set_tests_properties(${name} PROPERTIES TIMEOUT 240 ENVIRONMENT
    "FAIRLEAD_BIN_DIR=${CMAKE_BINARY_DIR}/bin;FAIRLEAD_SANITIZE=${FAIRLEAD_SANITIZE};FAIRLEAD_BUILD_TYPE=${CMAKE_BUILD_TYPE};${ARGN}")
endfunction()
