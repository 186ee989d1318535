#include "common/fs/path.h"

#include <doctest/doctest.h>

namespace common::fs {
namespace {

const char* variables(const char* name) {
  return std::string_view(name) == "HOME" ? "/home/me" : nullptr;
}

TEST_CASE("absolute paths") {
  CHECK(absolute_path("a/./b//c/", "/x/y") == "/x/y/a/b/c");
  CHECK(absolute_path("../../../a", "/x/y") == "/a");
  CHECK(absolute_path("/q/../r", "/x/y") == "/r");
  CHECK(absolute_path("", "/") == "/");
  CHECK(absolute_path(".", "/x") == "/x");
}

TEST_CASE("parents and names") {
  CHECK(parent_path("/a/b") == "/a");
  CHECK(parent_path("/a") == "/");
  CHECK(parent_path("/") == "/");
  CHECK(base_name("/a/b") == "b");
  CHECK(relative_path("/a/b", "/a") == "b");
  CHECK(relative_path("/ab", "/a") == "/ab");
  CHECK(relative_path("/a", "/") == "a");
  CHECK_FALSE(is_below("/ab", "/a"));
  CHECK(is_below("/a", "/a"));
}

TEST_CASE("order of paths") {
  CHECK(path_less("/a/z", "/a-b/a"));
  CHECK_FALSE(path_less("/a-b/a", "/a/z"));
  CHECK(path_less("/a", "/a/b"));
}

TEST_CASE("home directory and variables") {
  CHECK(expand_path("~/x", variables).value() == "/home/me/x");
  CHECK(expand_path("~x", variables).value() == "~x");
  CHECK(expand_path("${HOME}b$$c$", variables).value() == "/home/meb$c$");
  CHECK(expand_path("${NONE:-a}/${HOME:-b}", variables).value() == "a//home/me");
  CHECK(expand_path("$NONE", variables).error().message ==
        "error looking key 'NONE' up: environment variable not found");
}

}  // namespace
}  // namespace common::fs
