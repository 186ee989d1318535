// Times a walk that only counts: `walk_bench DIR [THREADS] [ROUNDS]`, the best of
// ROUNDS for each kind.  Compare with `rg --files` on the same tree.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "common/walk/walk.h"

namespace {

using namespace common::walk;

struct Nothing : Chunk {
  std::size_t size() const override { return 0; }
};

class Counter : public Visitor {
 public:
  Counter(std::size_t& total, std::mutex& mutex) : total_(total), mutex_(mutex) {}
  ~Counter() override {
    std::lock_guard lock(mutex_);
    total_ += count_;
  }
  void visit(const Entry&) override { ++count_; }
  void error(std::string) override {}
  void ignore_message(std::string) override {}
  void debug(std::string) override {}
  std::unique_ptr<Chunk> take() override { return std::make_unique<Nothing>(); }

 private:
  std::size_t& total_;
  std::mutex& mutex_;
  std::size_t count_ = 0;
};

void time_walk(const char* what, const WalkOptions& options, int rounds) {
  double best = 1e9;
  std::size_t total = 0;
  for (int round = 0; round < rounds; ++round) {
    total = 0;
    std::mutex mutex;
    Walk walk;
    walk.make_visitor = [&](unsigned) { return std::make_unique<Counter>(total, mutex); };
    walk.emit = [](std::unique_ptr<Chunk>) {};
    auto start = std::chrono::steady_clock::now();
    run_walk(options, walk);
    std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    best = std::min(best, time.count());
  }
  std::printf("%-24s %8zu files  %.4f s\n", what, total, best);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: walk_bench DIR [THREADS] [ROUNDS]\n");
    return 2;
  }
  WalkOptions options;
  options.roots = {argv[1]};
  options.threads = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2;
  int rounds = argc > 3 ? std::atoi(argv[3]) : 5;
  options.ignore.dot_names = {".kgrepignore", ".rgignore", ".ignore"};
  time_walk("with ignore rules", options, rounds);
  options.order = Order::Path;
  time_walk("the same in path order", options, rounds);
  options.order = Order::None;
  options.hidden = true;
  options.ignore.dot = options.ignore.vcs = options.ignore.exclude = false;
  options.ignore.global = options.ignore.parents = false;
  time_walk("everything", options, rounds);
  return 0;
}
