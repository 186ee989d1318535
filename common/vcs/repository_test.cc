#include "common/vcs/repository.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

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

TEST_CASE("a repository is found from below and knows its places") {
  TestRepository test;
  Result<Repository> repository = Repository::discover(test.root() + "sub");
  REQUIRE(repository.has_value());
  CHECK(repository->work_directory() == test.root());
  CHECK(repository->common_directory() == test.root() + ".git/");
  CHECK(repository->exclude_file() == test.root() + ".git/info/exclude");
}

TEST_CASE("git's ignore rules, POSIX classes included") {
  TestRepository test;
  test.put(".gitignore", "[[:alpha:]].c\nbuild/\n");
  test.put(".git/info/exclude", "x\n");
  Result<Repository> repository = Repository::discover(test.root());
  REQUIRE(repository.has_value());
  CHECK(repository->is_ignored("a.c") == true);
  CHECK(repository->is_ignored("1.c") == false);
  CHECK(repository->is_ignored("build/") == true);
  CHECK(repository->is_ignored("sub/x") == true);
  CHECK(repository->is_tracked("a.c") == false);
}

TEST_CASE("the repository's own setting of the excludes file counts") {
  TestRepository test;
  test.put(".git/config", "[core]\n\trepositoryformatversion = 0\n\texcludesFile = /a/rules\n");
  Result<Repository> repository = Repository::discover(test.root());
  REQUIRE(repository.has_value());
  CHECK(repository->excludes_file() == "/a/rules");
}

TEST_CASE("the common folder of a linked worktree") {
  TestRepository test;
  test.put("w/.git", "gitdir: " + test.root() + ".git/worktrees/w\n");
  test.put(".git/worktrees/w/commondir", "../..\n");
  test.put(".git/worktrees/w/HEAD", "ref: refs/heads/w\n");
  test.put(".git/worktrees/w/gitdir", test.root() + "w/.git\n");
  Result<Repository> repository = Repository::discover(test.root() + "w");
  REQUIRE(repository.has_value());
  CHECK(repository->work_directory() == test.root() + "w/");
  CHECK(repository->exclude_file() == test.root() + ".git/info/exclude");
}

TEST_CASE("where there is no repository the error says so") {
  Result<Repository> repository = Repository::discover("/proc");
  REQUIRE(!repository.has_value());
  CHECK(repository.error().message.starts_with("/proc: "));
}

}  // namespace
}  // namespace common::vcs
