// Runs the program of a scenario in a directory and collects what it does.
#pragma once

#include <string>
#include <vector>

#include "tests/support/scenario_file.h"

namespace scenario {

struct Outcome {
  std::string out;
  std::string err;
  std::vector<std::string> written;  // As Run::written.
  int status = 0;                    // 128 + signal if it was killed; -1 if it did not end in time.
};

// A fresh directory that is removed in the end.
class Tree {
 public:
  Tree();
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  const std::string& path() const { return path_; }
  // False if a file cannot be made; `error` says which.
  bool fill(const std::vector<File>& files, std::string& error) const;

 private:
  std::string path_;
};

// The environment holds nothing but PATH, a HOME that does not exist, and what
// the run sets.
Outcome execute(const std::string& program, const std::vector<std::string>& arguments,
                const Run& run, const std::string& tree);

}  // namespace scenario
