#include "common/walk/global_excludes.h"

#include <doctest/doctest.h>

#include "common/walk/test_tree.h"
#include "tests/support/environment.h"

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

TEST_CASE("outside of complete repositories the first file that has the setting counts") {
  test::Tree tree;
  ::test::Environment environment;
  const std::string root = tree.root() + "/";
  environment.set("HOME", root);
  environment.set("XDG_CONFIG_HOME", root + "xdg");
  environment.set("GIT_CONFIG_SYSTEM", root + "system");
  environment.set("GIT_CONFIG_GLOBAL", "");
  tree.put(".git");
  const std::vector<std::string> roots = {root};
  CHECK(global_excludes_path(roots) == root + "xdg/git/ignore");
  tree.put("system", "excludesfile = /of/system\n");
  CHECK(global_excludes_path(roots) == "/of/system");
  tree.put("xdg/git/config", "excludesfile = /of/xdg\n");
  CHECK(global_excludes_path(roots) == "/of/xdg");
  tree.put(".gitconfig", "excludesfile = /of/user\n");
  CHECK(global_excludes_path(roots) == "/of/user");
  tree.put("global", "excludesfile = /of/global\n");
  environment.set("GIT_CONFIG_GLOBAL", root + "global");
  CHECK(global_excludes_path(roots) == "/of/global");
}

}  // namespace
}  // namespace common::walk
