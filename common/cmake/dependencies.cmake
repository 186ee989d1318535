# Every foreign library, named once.  Programs are linked statically where the
# Debian package ships an archive, which all of these do.  CLI11, doctest,
# Highway and fmt are used as headers.
find_package(Threads REQUIRED)

# keel_foreign(<target> <archive...>): an interface target over static archives,
# its headers as system headers.
function(keel_foreign target)
  add_library(${target} INTERFACE)
  foreach(item ${ARGN})
    find_library(${target}_${item} NAMES lib${item}.a ${item} REQUIRED)
    target_link_libraries(${target} INTERFACE ${${target}_${item}})
  endforeach()
endfunction()

# ripgrep's -P means PCRE2 10.45, Debian 12 has 10.42: ./dev fetches a newer one.
set(KEEL_PCRE2_ROOT "" CACHE PATH "What common/cmake/fetch_pcre2 prints; empty: the system's PCRE2")
if(KEEL_PCRE2_ROOT)
  add_library(keel_pcre2 INTERFACE)
  target_include_directories(keel_pcre2 SYSTEM INTERFACE ${KEEL_PCRE2_ROOT}/include)
  target_link_libraries(keel_pcre2 INTERFACE ${KEEL_PCRE2_ROOT}/lib/libpcre2-8.a)
else()
  keel_foreign(keel_pcre2 pcre2-8)
endif()
keel_foreign(keel_hyperscan hs)
include(CheckFunctionExists)
set(CMAKE_REQUIRED_LIBRARIES ${keel_hyperscan_hs} stdc++ m)
check_function_exists(avx512vbmi_hs_scan KEEL_HYPERSCAN_HAS_VARIANTS)
unset(CMAKE_REQUIRED_LIBRARIES)
if(KEEL_HYPERSCAN_HAS_VARIANTS)
  add_library(keel_hyperscan_dispatch OBJECT ${CMAKE_CURRENT_LIST_DIR}/hyperscan_dispatch.c)
  target_link_libraries(keel_hyperscan INTERFACE $<TARGET_OBJECTS:keel_hyperscan_dispatch>)
endif()
keel_foreign(keel_utf8proc utf8proc)
keel_foreign(keel_icu icuuc icudata)  # Only for the build: it knows the legacy encodings.
keel_foreign(keel_vterm vterm)
keel_foreign(keel_uv uv_a dl pthread)
keel_foreign(keel_codecs z bz2 lzma lz4 zstd brotlidec brotlicommon)
keel_foreign(keel_git2 git2 mbedcrypto http_parser z)
add_library(keel_git2_offline OBJECT ${CMAKE_CURRENT_LIST_DIR}/git2_offline.c)
target_link_libraries(keel_git2 INTERFACE $<TARGET_OBJECTS:keel_git2_offline> keel_pcre2)
add_library(keel_fmt INTERFACE)
target_compile_definitions(keel_fmt INTERFACE FMT_HEADER_ONLY=1)
# Header-only, so that programs are static; only common/config includes it.
add_library(keel_toml INTERFACE)
target_compile_definitions(keel_toml INTERFACE TOML_HEADER_ONLY=1)
