#include "common/walk/global_excludes.h"

#include <doctest/doctest.h>

namespace common::walk {
namespace {

std::string setting(std::string_view config) {
  return find_excludes_setting(config).value_or("(none)");
}

TEST_CASE("the excludes setting is found in any section") {
  CHECK(setting("[core]\nexcludesFile = /a/b\n") == "/a/b");
  CHECK(setting("[other]\n\tEXCLUDESFILE=/a/b") == "/a/b");
  CHECK(setting("excludesfile = \"~/x\"  \n") == "~/x");
  CHECK(setting("excludesfile = \" ~/x \"\n") == "~/x");
  CHECK(setting("excludesfile = /first\nexcludesfile = /second\n") == "/first");
}

TEST_CASE("what only looks like it is passed over") {
  CHECK(setting("[core]\nexcludeFile = /a\n") == "(none)");
  CHECK(setting("xexcludesfile = /a\n") == "(none)");
  CHECK(setting("excludesfile = /a b\nexcludesfile = /c\n") == "/c");
  CHECK(setting("excludesfile = \"/a b\"\n") == "(none)");
  CHECK(setting("excludesfile\n") == "(none)");
  CHECK(setting("excludesfile =") == "(none)");
  CHECK(setting("excludesfile = \xFF\n") == "(none)");
}

}  // namespace
}  // namespace common::walk
