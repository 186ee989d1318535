// For tests only: a temporary tree of files, and walks over it.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "common/walk/walk.h"

namespace common::walk::test {

class Tree {
 public:
  Tree() {
    char name[] = "/tmp/keel-walk-XXXXXX";
    REQUIRE(mkdtemp(name) != nullptr);
    root_ = std::filesystem::canonical(name).string();
    original_ = std::filesystem::current_path().string();
  }
  ~Tree() {
    std::error_code ignored;
    std::filesystem::current_path(original_, ignored);
    std::filesystem::remove_all(root_, ignored);
  }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  const std::string& root() const { return root_; }
  void enter(const std::string& directory = "") const {
    std::filesystem::current_path(root_ + "/" + directory);
  }
  void make_directory(const std::string& name) const {
    std::filesystem::create_directories(root_ + "/" + name);
  }
  void link(const std::string& target, const std::string& name) const {
    REQUIRE(symlink(target.c_str(), (root_ + "/" + name).c_str()) == 0);
  }
  void put(const std::string& name, std::string_view text = "") const {
    std::string path = root_ + "/" + name;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    REQUIRE(fd >= 0);
    REQUIRE(write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    close(fd);
  }
  // Empty files, separated by blanks.
  void put_all(std::string_view names) const {
    while (!names.empty()) {
      std::size_t end = std::min(names.find(' '), names.size());
      put(std::string(names.substr(0, end)));
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }

 private:
  std::string root_;
  std::string original_;
};

struct Paths : Chunk {
  std::vector<std::string> paths;
  std::size_t size() const override { return 64 * paths.size(); }
};

struct Outcome {
  std::vector<std::string> paths;  // In the order of output; sorted without order.
  std::vector<std::string> errors;
  std::vector<std::string> ignore_messages;
  std::vector<std::string> debug;
  // The paths, each followed by a blank.
  std::string text() const {
    std::string all;
    for (const std::string& path : paths) all += path + ' ';
    return all;
  }
};

// Notes what it visits, and that the entry can be opened as it is told to.
class Noter : public Visitor {
 public:
  Noter(Outcome& outcome, std::mutex& mutex) : outcome_(outcome), mutex_(mutex) {}
  void visit(const Entry& entry) override {
    struct stat status;
    // Names alone are not to be opened.
    bool is_openable = !entry.is_stdin && entry.open_name[0] != '\0';
    if (is_openable && fstatat(entry.dir_fd, entry.open_name, &status, 0) != 0) {
      error("cannot open " + entry.path());
    }
    paths_.push_back(entry.path());
  }
  void error(std::string message) override {
    std::lock_guard lock(mutex_);
    outcome_.errors.push_back(std::move(message));
  }
  void ignore_message(std::string message) override {
    std::lock_guard lock(mutex_);
    outcome_.ignore_messages.push_back(std::move(message));
  }
  void debug(std::string message) override {
    std::lock_guard lock(mutex_);
    outcome_.debug.push_back(std::move(message));
  }
  std::unique_ptr<Chunk> take() override {
    auto chunk = std::make_unique<Paths>();
    chunk->paths.swap(paths_);
    return chunk;
  }
  ~Noter() override {
    std::lock_guard lock(mutex_);
    outcome_.paths.insert(outcome_.paths.end(), paths_.begin(), paths_.end());
  }

 private:
  Outcome& outcome_;
  std::mutex& mutex_;
  std::vector<std::string> paths_;
};

inline Walk noting_walk(Outcome& outcome, std::mutex& mutex) {
  Walk walk;
  walk.make_visitor = [&](unsigned) { return std::make_unique<Noter>(outcome, mutex); };
  walk.emit = [&](std::unique_ptr<Chunk> chunk) {
    std::lock_guard lock(mutex);
    for (std::string& path : static_cast<Paths&>(*chunk).paths) {
      outcome.paths.push_back(std::move(path));
    }
  };
  return walk;
}

// Defaults as kgrep has them, in path order.
inline WalkOptions usual_options(std::vector<std::string> roots = {}) {
  WalkOptions options;
  options.strip_dot_prefix = roots.empty();
  if (roots.empty()) roots.push_back("./");
  options.roots = std::move(roots);
  options.order = Order::Path;
  options.ignore.dot_names = {".kgrepignore", ".rgignore", ".ignore"};
  options.ignore.global = false;
  return options;
}

inline Outcome run(const WalkOptions& options) {
  Outcome outcome;
  std::mutex mutex;
  run_walk(options, noting_walk(outcome, mutex));
  if (options.order == Order::None) std::sort(outcome.paths.begin(), outcome.paths.end());
  return outcome;
}

inline std::string files(std::vector<std::string> roots = {}) {
  return run(usual_options(std::move(roots))).text();
}

}  // namespace common::walk::test
