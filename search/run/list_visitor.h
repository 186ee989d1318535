// --files: prints the path of every file that would be searched.
#pragma once

#include <cstdint>
#include <string>

#include "search/run/run_visitor.h"

namespace search {

class ListVisitor final : public RunVisitor {
 public:
  explicit ListVisitor(RunState& state);
  void visit(const common::walk::Entry& entry) override;

 private:
  void print_plain(const common::walk::Entry& entry);

  const bool is_plain_;  // Paths are printed as they are.
  const std::uint32_t paths_at_once_;
  const char terminator_;
  std::uint32_t printed_ = 0;
  std::string path_;  // Reused.
};

}  // namespace search
