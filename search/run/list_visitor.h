// --files: prints the path of every file that would be searched.
#pragma once

#include "search/run/run_visitor.h"

namespace search {

class ListVisitor final : public RunVisitor {
 public:
  explicit ListVisitor(RunState& state) : RunVisitor(state) {}
  void visit(const common::walk::Entry& entry) override;

 private:
  std::string path_;
};

}  // namespace search
