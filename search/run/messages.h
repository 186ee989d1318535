// What a run has to say on standard error, and whether any of it was an error.
// May be used by all threads: every message is one write.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

namespace search {

class Messages {
 public:
  struct Shown {
    bool errors = true;
    bool ignore_files = true;  // Bad lines of ignore files.
    bool debug = false;
  };
  // `program` stands in front of every message.
  Messages(std::string program, const Shown& shown) : program_(std::move(program)), shown_(shown) {}

  // Counts as an error of the run even if it is not shown.
  void error(std::string_view message);
  void ignore_file(std::string_view message);
  void debug(std::string_view part, std::string_view message);

  bool errored() const { return errored_.load(std::memory_order_relaxed); }
  const std::string& program() const { return program_; }

 private:
  void write(std::string_view label, std::string_view message);

  const std::string program_;
  const Shown shown_;
  std::atomic<bool> errored_ = false;
};

}  // namespace search
