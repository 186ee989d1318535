#include "common/walk/walk.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <vector>

#include "common/walk/file_types.h"
#include "common/walk/overrides.h"
#include "common/walk/test_tree.h"

namespace common::walk {
namespace {

using test::files;
using test::Outcome;
using test::run;
using test::Tree;
using test::usual_options;

TEST_CASE("paths are printed as the roots were typed") {
  Tree tree;
  tree.put_all("a/f a/b/c x");
  tree.enter();
  CHECK(files() == "a/b/c a/f x ");
  CHECK(files({"./"}) == "./a/b/c ./a/f ./x ");
  CHECK(files({"a", "a/", "a//b", "./a", "x", "./x"}) ==
        "a/b/c a/f a/b/c a/f a//b/c ./a/b/c ./a/f x ./x ");
  tree.enter("a");
  CHECK(files({"../x", "../a"}) == "../x ../a/b/c ../a/f ");
  CHECK(files({tree.root() + "/x"}) == tree.root() + "/x ");
}

TEST_CASE("files and directories are interleaved by name bytes") {
  Tree tree;
  tree.put_all("b a/z a.txt c/x c-d B \xC3\xA9 a/b/c");
  tree.enter();
  CHECK(files() == "B a/b/c a/z a.txt b c/x c-d \xC3\xA9 ");
}

TEST_CASE("all threads give one result") {
  Tree tree;
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < 20; ++j) {
      tree.put("d" + std::to_string(i % 7) + "/e" + std::to_string(i) + "/f" + std::to_string(j));
    }
    tree.put("d" + std::to_string(i % 7) + "/z" + std::to_string(i));
  }
  for (int i = 0; i < 1500; ++i) tree.put("large/f" + std::to_string(i));
  tree.put("d1/.ignore", "f1\n/z*\n");
  tree.enter();
  WalkOptions options = usual_options();
  Outcome expected = run(options);
  CHECK(expected.paths.size() == 2120);
  CHECK(expected.errors.empty());
  std::vector<std::string> sorted = expected.paths;
  std::sort(sorted.begin(), sorted.end());
  for (unsigned threads : {2u, 3u, 8u}) {
    options.threads = threads;
    options.order = Order::Path;
    CHECK(run(options).paths == expected.paths);
    options.order = Order::None;
    CHECK(run(options).paths == sorted);
  }
}

TEST_CASE("roots are never filtered, missing ones are errors") {
  Tree tree;
  tree.put_all(".hidden a.c dir/b");
  tree.put(".ignore", "*\n");
  tree.enter();
  WalkOptions options = usual_options({".hidden", "a.c", "nowhere", "-", "a.c/", "dir"});
  Outcome outcome = run(options);
  CHECK(outcome.text() == ".hidden a.c - ");
  REQUIRE(outcome.errors.size() == 2);
  CHECK(outcome.errors[0] == "nowhere: No such file or directory (os error 2)");
  CHECK(outcome.errors[1] == "a.c/: Not a directory (os error 20)");
}

TEST_CASE("links are followed only where asked") {
  Tree tree;
  tree.put_all("real/f real/g");
  tree.make_directory("t");
  tree.link("../real", "t/dir");
  tree.link("../real/f", "t/file");
  tree.link("nowhere", "t/broken");
  tree.link("..", "real/up");
  tree.enter();
  CHECK(files({"t"}).empty());
  CHECK(files({"t/dir", "t/file"}) == "t/dir/f t/dir/g t/file ");
  WalkOptions options = usual_options({"t"});
  options.follow_links = true;
  Outcome outcome = run(options);
  CHECK(outcome.text() ==
        "t/dir/f t/dir/g t/dir/up/real/f t/dir/up/real/g t/dir/up/t/file t/file ");
  std::sort(outcome.errors.begin(), outcome.errors.end());
  REQUIRE(outcome.errors.size() == 4);
  CHECK(outcome.errors[0] ==
        "File system loop found: t/dir/up/real/up points to an ancestor t/dir/up");
  CHECK(outcome.errors[1] == "File system loop found: t/dir/up/t/dir points to an ancestor t/dir");
  CHECK(outcome.errors[2] == "t/broken: No such file or directory (os error 2)");
  CHECK(outcome.errors[3] == "t/dir/up/t/broken: No such file or directory (os error 2)");
}

TEST_CASE("only regular files are visited") {
  Tree tree;
  tree.put("f");
  REQUIRE(mkfifo((tree.root() + "/pipe").c_str(), 0600) == 0);
  tree.link("f", "link");
  tree.enter();
  CHECK(files() == "f ");
  CHECK(files({"pipe"}) == "pipe ");
}

TEST_CASE("depth") {
  Tree tree;
  tree.put_all("a b/c b/d/e");
  tree.enter();
  WalkOptions options = usual_options({"a", "."});
  options.max_depth = 0;
  CHECK(run(options).text() == "a ");
  options.max_depth = 1;
  CHECK(run(options).text() == "a ./a ");
  options.max_depth = 2;
  CHECK(run(options).text() == "a ./a ./b/c ");
}

TEST_CASE("size, output file and hidden names") {
  Tree tree;
  tree.put("large", "0123456789");
  tree.put("small", "0123");
  tree.put_all("out .hidden");
  tree.enter();
  struct stat status;
  REQUIRE(stat("out", &status) == 0);
  WalkOptions options = usual_options();
  options.max_filesize = 4;
  options.skip = FileId{.device = status.st_dev, .inode = status.st_ino};
  CHECK(run(options).text() == "small ");
  options.hidden = true;
  options.max_filesize = std::nullopt;
  CHECK(run(options).text() == ".hidden large small ");
}

TEST_CASE("globs of the command line beat everything, types come after rules") {
  Tree tree;
  tree.put_all("a.c b.o .h.c d/x.c d/y.h");
  tree.put(".ignore", "*.c\n!d/x.c\n");
  tree.enter();
  WalkOptions options = usual_options();
  options.overrides = std::make_shared<Overrides>(*Overrides::create({{"*.c"}}, tree.root()));
  CHECK(run(options).text() == ".h.c a.c d/x.c ");
  options.overrides = nullptr;
  options.types =
      std::make_shared<FileTypes>(*FileTypes::create({{FileTypes::Change::Select, "c"}}));
  CHECK(run(options).text() == "d/x.c d/y.h ");
}

TEST_CASE("a tree as deep as paths can be") {
  Tree tree;
  std::string path = tree.root();
  int fd = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(fd >= 0);
  for (int i = 0; i < 2100; ++i) {
    REQUIRE(mkdirat(fd, "d", 0755) == 0);
    int below = openat(fd, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(below >= 0);
    close(std::exchange(fd, below));
  }
  close(fd);
  tree.enter();
  for (unsigned threads : {1u, 8u}) {
    WalkOptions options = usual_options();
    options.threads = threads;
    Outcome outcome = run(options);
    REQUIRE(outcome.errors.size() == 1);
    CHECK(outcome.errors[0].ends_with(": File name too long (os error 36)"));
  }
}

TEST_CASE("directories that vanish are errors, and the walk goes on") {
  Tree tree;
  tree.put_all("a b/c d");
  tree.enter();
  Outcome outcome;
  std::mutex mutex;
  Walk walk = test::noting_walk(outcome, mutex);
  struct Remover : test::Noter {
    using Noter::Noter;
    void visit(const Entry& entry) override {
      if (entry.name == "a") std::filesystem::remove_all("b");
      Noter::visit(entry);
    }
  };
  walk.make_visitor = [&](unsigned) { return std::make_unique<Remover>(outcome, mutex); };
  run_walk(usual_options(), walk);
  CHECK(outcome.text() == "a d ");
  REQUIRE(outcome.errors.size() == 1);
  CHECK(outcome.errors[0] == "b: No such file or directory (os error 2)");
}

TEST_CASE("a stopped walk ends soon") {
  Tree tree;
  for (int i = 0; i < 2000; ++i) tree.put("d" + std::to_string(i % 50) + "/" + std::to_string(i));
  tree.enter();
  for (Order order : {Order::None, Order::Path}) {
    Outcome outcome;
    std::mutex mutex;
    std::atomic<int> asked = 0;
    Walk walk = test::noting_walk(outcome, mutex);
    walk.stopped = [&] { return ++asked > 100; };
    WalkOptions options = usual_options();
    options.threads = 4;
    options.order = order;
    run_walk(options, walk);
    CHECK(outcome.paths.size() < 200);
  }
}

struct Weight : Chunk {
  explicit Weight(std::size_t bytes) : bytes_(bytes) {}
  std::size_t size() const override { return bytes_; }
  std::size_t bytes_;
};

TEST_CASE("too much waiting output holds back the walk and never locks it up") {
  Tree tree;
  for (int i = 0; i < 400; ++i) tree.put("d" + std::to_string(i % 40) + "/" + std::to_string(i));
  tree.enter();
  struct Heavy : Visitor {
    std::size_t seen = 0;
    void visit(const Entry&) override { ++seen; }
    void error(std::string) override {}
    void ignore_message(std::string) override {}
    void debug(std::string) override {}
    std::unique_ptr<Chunk> take() override {
      return std::make_unique<Weight>(std::exchange(seen, 0) << 22);
    }
  };
  for (unsigned threads : {1u, 2u, 8u}) {
    std::size_t emitted = 0;
    Walk walk;
    walk.make_visitor = [](unsigned) { return std::make_unique<Heavy>(); };
    walk.emit = [&](std::unique_ptr<Chunk> chunk) { emitted += chunk->size(); };
    WalkOptions options = usual_options();
    options.threads = threads;
    run_walk(options, walk);
    CHECK(emitted == std::size_t{400} << 22);
  }
}

TEST_CASE("what is produced in turn comes in order, and stops with the walk") {
  Tree tree;
  for (int i = 0; i < 300; ++i) tree.put("d" + std::to_string(i % 30) + "/" + std::to_string(i));
  tree.enter();
  struct Part : Chunk {
    explicit Part(std::string path) : path_(std::move(path)) {}
    std::size_t size() const override { return path_.size(); }
    std::string path_;
  };
  struct Piecemeal : Visitor {
    std::string held;
    void visit(const Entry& entry) override {
      held += entry.path() + " ";
      if (entry.name.ends_with('7')) entry.turn->emit(take());
      held += "and ";
    }
    void error(std::string) override {}
    void ignore_message(std::string) override {}
    void debug(std::string) override {}
    std::unique_ptr<Chunk> take() override {
      return std::make_unique<Part>(std::exchange(held, ""));
    }
  };
  std::string expected;
  for (unsigned threads : {1u, 2u, 8u}) {
    for (bool stops : {false, true}) {
      std::string text;
      std::atomic<int> asked = 0;
      Walk walk;
      walk.make_visitor = [](unsigned) { return std::make_unique<Piecemeal>(); };
      walk.emit = [&](std::unique_ptr<Chunk> chunk) { text += static_cast<Part&>(*chunk).path_; };
      walk.stopped = [&] { return stops && ++asked > 100; };
      WalkOptions options = usual_options();
      options.order = Order::Path;
      options.threads = threads;
      run_walk(options, walk);
      if (expected.empty()) expected = text;
      CHECK((stops ? text.size() < expected.size() : text == expected));
    }
  }
}

TEST_CASE("several threads tell what is wrong with roots even if the walk was stopped") {
  Tree tree;
  tree.put("file");
  tree.enter();
  Outcome outcome;
  std::mutex mutex;
  Walk walk = test::noting_walk(outcome, mutex);
  walk.stopped = [] { return true; };
  WalkOptions options = usual_options({"file", "missing"});
  options.threads = 2;
  run_walk(options, walk);
  CHECK(outcome.paths.empty());
  CHECK(outcome.errors.size() == 1);
  options.threads = 1;
  run_walk(options, walk);
  CHECK(outcome.errors.size() == 1);
}

TEST_CASE("a list keeps its order") {
  Tree tree;
  tree.enter();
  std::vector<std::string> paths;
  for (int i = 0; i < 1000; ++i) paths.push_back("f" + std::to_string(i * 37 % 1000));
  for (const std::string& path : paths) tree.put(path);
  for (unsigned threads : {1u, 4u}) {
    Outcome outcome;
    std::mutex mutex;
    run_list(paths, threads, test::noting_walk(outcome, mutex));
    CHECK(outcome.paths == paths);
    CHECK(outcome.errors.empty());
  }
}

TEST_CASE("debug messages say why an entry is skipped") {
  Tree tree;
  tree.put_all(".git/HEAD a.o d/b.o d/c d/big .hidden x.py");
  tree.put(".gitignore", "# objects\n\n*.o\n");
  tree.put("d/.ignore", "/c\n");
  tree.put("d/big", "12345");
  tree.link("a.o", "link");
  tree.enter();
  WalkOptions options = usual_options();
  options.debug = true;
  options.max_filesize = 4;
  options.overrides = std::make_shared<Overrides>(
      std::move(Overrides::create({{.glob = "!*.py"}}, tree.root())).value());
  const std::vector<std::string> expected = {
      "ignoring .git: it is hidden",
      "ignoring .gitignore: it is hidden",
      "ignoring .hidden: it is hidden",
      "ignoring a.o: a rule matches it: .gitignore, line 3",
      "ignoring link: it is not a regular file",
      "ignoring x.py: a glob of the command line excludes it",
      "ignoring d/.ignore: it is hidden",
      "ignoring d/b.o: a rule matches it: .gitignore, line 3",
      "ignoring d/big: it is too large",
      "ignoring d/c: a rule matches it: d/.ignore, line 1",
  };
  CHECK(run(options).debug == expected);
}

TEST_CASE("names alone come in the order of a walk that opens files") {
  Tree tree;
  for (int i = 0; i < 700; ++i) tree.put("a/f" + std::to_string(i));
  tree.put_all("a.x a/b/c/d a/b/e a/f1-/x a/f1.h/x b/x b-x c z/z longer-names-1 longer-names-12");
  tree.put_all("longer-names/x longer-n longer- \xC3\xA9 \xFF/x");
  tree.enter();
  for (Order order : {Order::None, Order::Path}) {
    WalkOptions options = usual_options();
    options.order = order;
    const std::string expected = run(options).text();
    options.names_only = true;
    for (unsigned threads : {1u, 3u}) {
      options.threads = threads;
      CHECK(run(options).text() == expected);
    }
    options.max_depth = 1;
    CHECK(run(options).paths.size() == 8);
  }
}

}  // namespace
}  // namespace common::walk
