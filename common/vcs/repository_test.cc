#include "common/vcs/repository.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/environment.h"

namespace common::vcs {
namespace {

namespace fs = std::filesystem;

// A repository without objects, as `git init` leaves it.
class TestRepository {
 public:
  TestRepository() {
    char name[] = "/tmp/keel-vcs-XXXXXX";
    REQUIRE(mkdtemp(name) != nullptr);
    root_ = fs::canonical(name).string() + "/";
    fs::create_directories(root_ + ".git/objects");
    fs::create_directories(root_ + ".git/refs");
    fs::create_directories(root_ + "sub");
    put(".git/HEAD", "ref: refs/heads/main\n");
    put(".git/config", "[core]\n\trepositoryformatversion = 0\n");
  }
  ~TestRepository() { fs::remove_all(root_); }
  TestRepository(const TestRepository&) = delete;
  TestRepository& operator=(const TestRepository&) = delete;
  void put(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(root_ + name).parent_path());
    std::ofstream(root_ + name) << text;
  }
  const std::string& root() const { return root_; }

 private:
  std::string root_;
};

std::string setting(const TestRepository& test) {
  Result<Repository> repository = Repository::open(test.root());
  REQUIRE(repository.has_value());
  return repository->excludes_file().value_or("(none)");
}

TEST_CASE("a repository knows its private excludes") {
  TestRepository test;
  Result<Repository> repository = Repository::open(test.root());
  REQUIRE(repository.has_value());
  CHECK(repository->exclude_file() == test.root() + ".git/info/exclude");
}

TEST_CASE("a linked worktree has those of the folder it shares") {
  TestRepository test;
  test.put("w/.git", "gitdir: " + test.root() + ".git/worktrees/w\n");
  test.put(".git/worktrees/w/commondir", "../..\n");
  test.put(".git/worktrees/w/HEAD", "ref: refs/heads/w\n");
  test.put(".git/worktrees/w/gitdir", test.root() + "w/.git\n");
  Result<Repository> repository = Repository::open(test.root() + "w");
  REQUIRE(repository.has_value());
  CHECK(repository->exclude_file() == test.root() + ".git/info/exclude");
}

TEST_CASE("a submodule has its own, by a relative pointer") {
  TestRepository test;
  test.put("m/.git", "gitdir: ../.git/modules/m\n");
  test.put(".git/modules/m/HEAD", "ref: refs/heads/main\n");
  test.put(".git/modules/m/config", "[core]\n\tworktree = ../../../m\n");
  fs::create_directories(test.root() + ".git/modules/m/objects");
  fs::create_directories(test.root() + ".git/modules/m/refs");
  Result<Repository> repository = Repository::open(test.root() + "m");
  REQUIRE(repository.has_value());
  CHECK(repository->exclude_file() == test.root() + ".git/modules/m/info/exclude");
}

TEST_CASE("levels of configuration") {
  TestRepository test;
  test::Environment environment;
  environment.set("HOME", test.root());
  environment.set("XDG_CONFIG_HOME", test.root() + "xdg");
  environment.set("GIT_CONFIG_NOSYSTEM", "1");
  CHECK(setting(test) == "(none)");
  test.put("xdg/git/config", "[core]\n\texcludesFile = /of/xdg\n");
  CHECK(setting(test) == "/of/xdg");
  test.put(".gitconfig", "[core]\n\texcludesFile = /of/user\n[other]\n\texcludesFile = /x\n");
  CHECK(setting(test) == "/of/user");
  test.put(".git/config", "[core]\n\texcludesFile = /of/repository\n");
  CHECK(setting(test) == "/of/repository");
}

TEST_CASE("the environment replaces levels") {
  TestRepository test;
  test::Environment environment;
  environment.set("HOME", test.root());
  environment.set("XDG_CONFIG_HOME", test.root() + "xdg");
  test.put(".gitconfig", "[core]\n\texcludesFile = /of/user\n");
  test.put("xdg/git/config", "[core]\n\texcludesFile = /of/xdg\n");
  test.put("system", "[core]\n\texcludesFile = /of/system\n");
  test.put("global", "[core]\n\texcludesFile = /of/global\n");
  environment.set("GIT_CONFIG_SYSTEM", test.root() + "system");
  CHECK(setting(test) == "/of/user");
  environment.set("GIT_CONFIG_GLOBAL", test.root() + "global");
  CHECK(setting(test) == "/of/global");
  for (const char* nothing : {"/dev/null", "/nowhere/at/all", ""}) {
    environment.set("GIT_CONFIG_GLOBAL", nothing);
    CHECK(setting(test) == "/of/system");
  }
  environment.set("GIT_CONFIG_NOSYSTEM", "true");
  CHECK(setting(test) == "(none)");
}

TEST_CASE("values as git reads them") {
  TestRepository test;
  test::Environment environment;
  environment.set("HOME", "/home/me");
  auto with = [&](const std::string& value) {
    test.put(".git/config", "[core]\n\texcludesFile = " + value + "\n");
    return setting(test);
  };
  CHECK(with("/a b/rules  ; why") == "/a b/rules");
  CHECK(with("\"/a;b\"") == "/a;b");
  CHECK(with("~/rules") == "/home/me/rules");
  CHECK(with("/a~b") == "/a~b");
  CHECK(with("~root/rules") == "/root/rules");
  CHECK(with("~nobody-of-this-name/rules") == test.root() + "~nobody-of-this-name/rules");
  CHECK(with("rules") == test.root() + "rules");
  CHECK(with("\"\"").empty());
}

TEST_CASE("included files count, conditional ones too") {
  TestRepository test;
  test.put(".git/config",
           "[include]\n\tpath = ../more\n[includeIf \"gitdir:" + test.root() +
               "\"]\n\tpath = ../yes\n[includeIf \"gitdir:/no/\"]\n\tpath = ../no\n");
  test.put("more", "[core]\n\texcludesFile = /more\n");
  CHECK(setting(test) == "/more");
  test.put("yes", "[core]\n\texcludesFile = /yes\n");
  test.put("no", "[core]\n\texcludesFile = /no\n");
  CHECK(setting(test) == "/yes");
}

TEST_CASE("extensions that concern objects are no obstacle") {
  TestRepository test;
  test.put(".git/config",
           "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n"
           "\tobjectFormat = sha256\n\tworktreeConfig = true\n");
  CHECK(Repository::open(test.root()).has_value());
}

TEST_CASE("where there is no repository the error says so") {
  TestRepository test;
  std::filesystem::remove(test.root() + ".git/HEAD");
  for (const std::string& directory : {test.root(), test.root() + "sub", std::string("/proc")}) {
    Result<Repository> repository = Repository::open(directory);
    REQUIRE(!repository.has_value());
    CHECK(repository.error().message.starts_with(directory + ": "));
  }
}

}  // namespace
}  // namespace common::vcs
