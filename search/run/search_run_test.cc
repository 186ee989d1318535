// Whole runs over a small tree, with the ways of output that threads and
// sorting choose.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "search/run/run.h"

namespace search {

namespace {

// A directory with a few files that is also the place for standard output.
class Tree {
 public:
  Tree() {
    REQUIRE(::mkdtemp(root_) != nullptr);
    ::mkdir(path("d").c_str(), 0700);
    for (int i = 0; i < 40; ++i) {
      const std::string name = "d/f" + std::to_string(10 + i);
      write(name, i % 4 == 0 ? "nothing\n" : "a\nfox " + std::to_string(i) + "\nb\n");
    }
    write("d/nul", std::string("fox\n\0\n", 6));
  }
  ~Tree() {
    for (const std::string& file : files_) ::unlink(path(file).c_str());
    ::unlink(path("out").c_str());
    ::rmdir(path("d").c_str());
    ::rmdir(root_);
  }
  std::string path(const std::string& name) const { return std::string(root_) + "/" + name; }
  void write(const std::string& name, const std::string& text) {
    std::FILE* file = std::fopen(path(name).c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
    files_.push_back(name);
  }

 private:
  char root_[32] = "/tmp/keel-run-XXXXXX";
  std::vector<std::string> files_;
};

struct Outcome {
  RunResult result;
  std::string text;
};

// Runs with standard output sent to a file.
Outcome run_plan(const Tree& tree, const SearchPlan& plan) {
  const std::string out = tree.path("out");
  std::fflush(stdout);
  const int saved = ::dup(1);
  std::FILE* file = std::fopen(out.c_str(), "w+b");
  REQUIRE(file != nullptr);
  ::dup2(::fileno(file), 1);
  Outcome outcome;
  outcome.result = run(plan, "kgrep");
  ::dup2(saved, 1);
  ::close(saved);
  char buffer[1 << 16];
  std::rewind(file);
  outcome.text.assign(buffer, std::fread(buffer, 1, sizeof buffer, file));
  std::fclose(file);
  return outcome;
}

SearchPlan plan_for(const Tree& tree, unsigned threads) {
  SearchPlan plan;
  plan.walk.roots = {tree.path("d")};
  plan.walk.threads = threads;
  plan.print.with_path = true;
  plan.show_messages = false;
  auto matcher = common::regex::Matcher::compile({.patterns = {"fox"}});
  REQUIRE(matcher.has_value());
  plan.matcher = std::make_shared<const common::regex::Matcher>(std::move(*matcher));
  return plan;
}

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  std::sort(lines.begin(), lines.end());
  std::string joined;
  for (const std::string& line : lines) joined += line;
  return joined;
}

}  // namespace

TEST_CASE("all ways of output say the same") {
  const Tree tree;
  const Outcome single = run_plan(tree, plan_for(tree, 1));
  CHECK(single.result.matched);
  CHECK_FALSE(single.result.errored);
  CHECK(std::count(single.text.begin(), single.text.end(), '\n') == 30);
  const Outcome parallel = run_plan(tree, plan_for(tree, 3));
  CHECK(sorted_lines(parallel.text) == sorted_lines(single.text));
  SearchPlan by_path = plan_for(tree, 3);
  by_path.sort = SortBy::Path;
  by_path.walk.order = common::walk::Order::Path;
  CHECK(run_plan(tree, by_path).text == sorted_lines(single.text));
}

TEST_CASE("separators stand between files however many threads there are") {
  const Tree tree;
  for (unsigned threads : {1u, 3u}) {
    SearchPlan plan = plan_for(tree, threads);
    plan.search.after_context = 1;
    const std::string text = run_plan(tree, plan).text;
    std::size_t separators = 0;
    for (std::size_t at = text.find("--\n"); at != text.npos; at = text.find("--\n", at + 1)) {
      ++separators;
    }
    CHECK(separators == 29);
    CHECK_FALSE(text.starts_with("--"));
    CHECK_FALSE(text.ends_with("--\n"));
  }
}

TEST_CASE("reverse order and order by time") {
  const Tree tree;
  SearchPlan plan = plan_for(tree, 2);
  plan.list_files = true;
  plan.sort = SortBy::Path;
  plan.sort_reverse = true;
  const std::string text = run_plan(tree, plan).text;
  CHECK(text.starts_with(tree.path("d/nul\n")));
  CHECK(text.ends_with(tree.path("d/f10\n")));
  plan.sort = SortBy::Modified;
  plan.sort_reverse = false;
  const struct timespec old[2] = {{.tv_sec = 1000, .tv_nsec = 0}, {.tv_sec = 1000, .tv_nsec = 0}};
  REQUIRE(::utimensat(-100, tree.path("d/f25").c_str(), old, 0) == 0);
  CHECK(run_plan(tree, plan).text.starts_with(tree.path("d/f25\n")));
}

TEST_CASE("quiet runs stop at the first match and print nothing") {
  const Tree tree;
  SearchPlan plan = plan_for(tree, 2);
  plan.is_quiet = true;
  plan.print.mode = PrintMode::Quiet;
  plan.print.stop_after_first_match = true;
  const Outcome outcome = run_plan(tree, plan);
  CHECK(outcome.result.matched);
  CHECK(outcome.text.empty());
  plan.list_files = true;
  CHECK(run_plan(tree, plan).result.matched);
}

TEST_CASE("errors are remembered and do not end the run") {
  const Tree tree;
  SearchPlan plan = plan_for(tree, 2);
  plan.walk.roots.insert(plan.walk.roots.begin(), tree.path("missing"));
  const Outcome outcome = run_plan(tree, plan);
  CHECK(outcome.result.errored);
  CHECK(outcome.result.matched);
}

TEST_CASE("statistics are summed over the threads") {
  const Tree tree;
  for (unsigned threads : {1u, 3u}) {
    SearchPlan plan = plan_for(tree, threads);
    plan.show_stats = plan.print.stats = plan.search.exact_byte_count = true;
    const std::string text = run_plan(tree, plan).text;
    CHECK(text.find("\n30 matches\n30 matched lines\n30 files contained matches\n"
                    "41 files searched\n") != text.npos);
  }
}

TEST_CASE("where no match is possible nothing is searched") {
  const Tree tree;
  SearchPlan plan = plan_for(tree, 2);
  plan.no_match_possible = true;
  plan.matcher = nullptr;
  CHECK_FALSE(run_plan(tree, plan).result.matched);
}

}  // namespace search
