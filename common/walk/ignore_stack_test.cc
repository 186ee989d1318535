// The precedence of ignore rules, on real trees.
#include "common/walk/ignore_stack.h"

#include <doctest/doctest.h>

#include "common/walk/test_tree.h"

namespace common::walk {
namespace {

using test::files;
using test::Outcome;
using test::run;
using test::Tree;
using test::usual_options;

TEST_CASE("classes beat each other in their order, wherever they are") {
  Tree tree;
  tree.put_all(".git/HEAD a.o b.o c.o d.o d/a.o d/b.o d/c.o d/d.o");
  tree.put(".kgrepignore", "!d.o\n");
  tree.put(".rgignore", "!c.o\nd.o\n");
  tree.put(".ignore", "!b.o\nc.o\n");
  tree.put("d/.gitignore", "*.o\n");
  tree.enter();
  CHECK(files() == "a.o b.o c.o d/b.o d/c.o d/d.o d.o ");
}

TEST_CASE("in one class the nearest directory decides") {
  Tree tree;
  tree.put_all(".git/HEAD a.txt d/a.txt d/e/a.txt");
  tree.put(".gitignore", "*.txt\n");
  tree.put("d/.gitignore", "!a.txt\n");
  tree.put("d/e/.gitignore", "a.txt\n");
  tree.enter();
  CHECK(files() == "d/a.txt ");
  tree.enter("d/e");
  CHECK(files().empty());
}

TEST_CASE("git's files need a repository") {
  Tree tree;
  tree.put_all("a b");
  tree.put(".gitignore", "a\n");
  tree.enter();
  CHECK(files() == "a b ");
  WalkOptions options = usual_options();
  options.ignore.require_git = false;
  CHECK(run(options).text() == "b ");
  SUBCASE("a directory") {
    tree.put(".git/HEAD");
  }
  SUBCASE("a file") {
    tree.put(".git");
  }
  SUBCASE("jujutsu") {
    tree.make_directory(".jj");
  }
  CHECK(files() ==
        (std::filesystem::exists(".git") || std::filesystem::exists(".jj") ? "b " : "a b "));
}

TEST_CASE("a repository inside ends the reach of git's rules, not of others") {
  Tree tree;
  tree.put_all(".git/HEAD in/.git/HEAD in/a in/b in/c");
  tree.put(".gitignore", "a\n");
  tree.put(".git/info/exclude", "b\n");
  tree.put(".ignore", "c\n");
  tree.enter();
  CHECK(files() == "in/a in/b ");
  tree.enter("in");
  CHECK(files() == "a b ");
}

TEST_CASE("rules above the root are matched against the absolute path") {
  Tree tree;
  tree.put_all(".git/HEAD src/build/x src/a/b.txt src/keep doc/src/build/y");
  tree.put(".gitignore", "/src/build/\n/src/*/b.txt\n");
  for (const char* where : {"", "src", "src/a", "doc"}) {
    tree.enter(where);
    for (const std::string& path : run(usual_options({tree.root()})).paths) {
      CHECK(path.find("/b.txt") == std::string::npos);
    }
  }
  tree.enter("src");
  CHECK(files() == "keep ");
  CHECK(files({"."}) == "./keep ");
  CHECK(files({"./"}) == "./keep ");
  CHECK(files({".."}) == "../doc/src/build/y ../src/keep ");
  WalkOptions options = usual_options();
  options.ignore.parents = false;
  CHECK(run(options).text() == "a/b.txt build/x keep ");
}

TEST_CASE("each root has its own parents") {
  Tree tree;
  tree.put_all(".git/HEAD a/x b/x");
  tree.put(".gitignore", "/a/x\n");
  tree.enter();
  CHECK(files({"a", "b"}) == "b/x ");
  CHECK(files({"b", "a"}) == "b/x ");
}

TEST_CASE("a rule for a longer name does not match a shorter one") {
  Tree tree;
  tree.put_all(".git/HEAD foobar/debug foobar/some/debug");
  tree.put(".gitignore", "foobar/debug\n");
  tree.enter("foobar");
  CHECK(files() == "some/debug ");
}

TEST_CASE("a dot file pattern above does not hide what is below the working directory") {
  Tree tree;
  tree.put_all("sub/a sub/.b");
  tree.put(".ignore", ".*\n");
  tree.enter("sub");
  CHECK(files() == "a ");
}

TEST_CASE("whitelisted hidden entries are seen") {
  Tree tree;
  tree.put_all(".dot .hid/x d/.dot d/.other .ends.");
  tree.put(".ignore", "!.dot\n!.hid/\n");
  tree.enter();
  CHECK(files() == ".dot .ends. .hid/x d/.dot ");
  CHECK(files({"."}) == "./.dot ./.ends. ./.hid/x ./d/.dot ");
}

TEST_CASE("explicit files are weakest and belong to the working directory") {
  Tree tree;
  tree.put_all(".git/HEAD a.o b.o d/a.o d/foo foo");
  tree.put("rules", "*.o\n/foo\n");
  tree.put("other", "!b.o\n");
  tree.put(".gitignore", "!a.o\n");
  tree.enter();
  WalkOptions options = usual_options({"a.o", "b.o", "d", "foo", "."});
  options.ignore.files = {"rules", "other"};
  CHECK(run(options).text() ==
        "a.o b.o d/a.o d/foo foo ./a.o ./b.o ./d/a.o ./d/foo ./other ./rules ");
  options.ignore.files = {"other", "rules"};
  options.roots = {"."};
  CHECK(run(options).text() == "./a.o ./d/a.o ./d/foo ./other ./rules ");
}

TEST_CASE("what begins like the working directory is seen without it by explicit rules") {
  Tree tree;
  tree.put_all("foo/b foo/oo foo.c foobar go");
  tree.put("rules", "*o*\n");
  tree.enter("foo");
  WalkOptions options = usual_options({tree.root()});
  options.ignore.files = {"../rules"};
  const std::string text = run(options).text();
  CHECK(text.contains("/foo/b "));
  CHECK(text.contains("/foo.c "));
  CHECK(text.contains("/foobar "));
  CHECK_FALSE(text.contains("/foo/oo "));
  CHECK_FALSE(text.contains("/go "));
}

TEST_CASE("explicit files that cannot be read are reported") {
  Tree tree;
  tree.put("a");
  tree.put("bad", "[z-a]\na\n");
  tree.enter();
  WalkOptions options = usual_options();
  options.ignore.files = {"nowhere", "bad", "."};
  test::Outcome outcome = run(options);
  CHECK(outcome.text() == "bad ");
  CHECK(outcome.errors.empty());
  REQUIRE(outcome.ignore_messages.size() == 3);
  CHECK(outcome.ignore_messages[0] == "nowhere: No such file or directory (os error 2)");
}

TEST_CASE("bad lines are messages in the walk and errors above it") {
  Tree tree;
  tree.put_all("a sub/b");
  tree.put(".ignore", "[z-a]\na\n");
  tree.enter();
  test::Outcome outcome = run(usual_options());
  CHECK(outcome.text() == "sub/b ");
  REQUIRE(outcome.ignore_messages.size() == 1);
  CHECK(outcome.ignore_messages[0] ==
        ".ignore: line 1: error parsing glob '[z-a]': invalid range; 'z' > 'a'");
  tree.enter("sub");
  outcome = run(usual_options());
  REQUIRE(outcome.errors.size() == 1);
  CHECK(outcome.errors[0].starts_with(tree.root() + "/.ignore: line 1: "));
}

TEST_CASE("a linked worktree has the excludes of its common folder") {
  Tree tree;
  tree.put_all("w/a w/b");
  tree.put("main/.git/info/exclude", "a\n");
  tree.put("main/.git/worktrees/w/commondir", "../..\n");
  tree.put("w/.git", "gitdir: " + tree.root() + "/main/.git/worktrees/w\n");
  tree.enter("w");
  CHECK(files() == "b ");
  tree.put("w/.git", "gitdir: /nowhere\n");
  CHECK(files() == "a b ");
}

TEST_CASE("rule files that are no files are passed over") {
  Tree tree;
  tree.put_all("a .ignore/x");
  REQUIRE(mkfifo((tree.root() + "/.rgignore").c_str(), 0600) == 0);
  tree.enter();
  test::Outcome outcome = run(usual_options());
  CHECK(outcome.text() == "a ");
  CHECK(outcome.errors.empty());
  CHECK(outcome.ignore_messages.empty());
}

// What libgit2 takes as a repository.
void put_repository(const Tree& tree, const std::string& name, const std::string& config = "") {
  tree.put(name + "/HEAD", "ref: refs/heads/main\n");
  tree.make_directory(name + "/objects");
  tree.make_directory(name + "/refs");
  tree.put(name + "/config", "[core]\n\trepositoryformatversion = 0\n" + config);
}

std::string files_with_global(std::vector<std::string> roots = {}) {
  WalkOptions options = usual_options(std::move(roots));
  options.ignore.global = true;
  return run(options).text();
}

TEST_CASE("a repository's own configuration names the global excludes") {
  Tree tree;
  tree.put_all("a.o b.o d/a.o");
  tree.put("rules", "a.o\n");
  put_repository(tree, ".git", "\texcludesFile = " + tree.root() + "/rules\n");
  tree.enter();
  CHECK(files_with_global() == "b.o rules ");
  CHECK(files() == "a.o b.o d/a.o rules ");
  tree.enter("d");
  CHECK(files_with_global().empty());
  CHECK(files_with_global({".."}) == "../b.o ../rules ");
}

TEST_CASE("the repository of the first root decides about the global excludes") {
  Tree tree;
  tree.put_all("one/a one/b two/a two/b");
  tree.put("a-rules", "a\n");
  tree.put("b-rules", "b\n");
  put_repository(tree, "one/.git", "\texcludesFile = " + tree.root() + "/a-rules\n");
  put_repository(tree, "two/.git", "\texcludesFile = " + tree.root() + "/b-rules\n");
  tree.enter();
  CHECK(files_with_global({"one", "two"}) == "one/b two/b ");
  CHECK(files_with_global({"two", "one"}) == "two/a one/a ");
  CHECK(files_with_global({"nowhere", "-", "two/a", "one"}) == "- two/a one/a ");
}

TEST_CASE("what libgit2 refuses is read by ripgrep's rules") {
  Tree tree;
  tree.put_all("a b .git/HEAD");
  tree.put("rules", "a\n");
  tree.put(".git/config", "[core]\n\texcludesFile = " + tree.root() + "/rules\n");
  tree.enter();
  CHECK(files_with_global() == "a b rules ");
}

TEST_CASE("private excludes of linked worktrees and submodules") {
  Tree tree;
  tree.put_all("main/a main/b w/a w/b main/m/a main/m/b");
  put_repository(tree, "main/.git");
  tree.put("main/.git/info/exclude", "a\n");
  tree.put("main/.git/worktrees/w/HEAD", "ref: refs/heads/w\n");
  tree.put("main/.git/worktrees/w/commondir", "../..\n");
  tree.put("main/.git/worktrees/w/gitdir", tree.root() + "/w/.git\n");
  tree.put("w/.git", "gitdir: ../main/.git/worktrees/w\n");
  put_repository(tree, "main/.git/modules/m", "\tworktree = ../../../m\n");
  tree.put("main/.git/modules/m/info/exclude", "b\n");
  tree.put("main/m/.git", "gitdir: ../.git/modules/m\n");
  tree.enter();
  CHECK(files({"main", "w"}) == "main/b main/m/a w/b ");
  tree.enter("w");
  CHECK(files() == "b ");
  WalkOptions options = usual_options();
  options.ignore.require_git = false;
  CHECK(run(options).text() == "b ");
  options.ignore.exclude = false;
  CHECK(run(options).text() == "a b ");
}

TEST_CASE("bad lines in parents' files are told even if their rules are not wanted") {
  Tree tree;
  tree.put_all(".git/HEAD d/a d/b");
  tree.put(".gitignore", "{x\na\n");
  tree.enter("d");
  WalkOptions options = usual_options();
  options.ignore.parents = false;
  Outcome outcome = run(options);
  CHECK(outcome.text() == "a b ");
  CHECK(outcome.errors.size() == 1);
}

}  // namespace
}  // namespace common::walk
