// Searches the files of a walk on one thread: open, put decoders in front as
// the plan says, search, print.
#pragma once

#include <memory>
#include <string>

#include "common/base/result.h"
#include "search/engine/searcher.h"
#include "search/printer/printer.h"
#include "search/run/run_visitor.h"

namespace search {

class SearchVisitor final : public RunVisitor {
 public:
  explicit SearchVisitor(RunState& state);
  ~SearchVisitor() override;
  void visit(const common::walk::Entry& entry) override;

 private:
  // Failures carry the reason without the path.
  common::Result<void> search(const common::walk::Entry& entry);
  common::Result<void> search_open(int fd, const common::walk::Entry& entry, BinaryRule rule);
  common::Result<void> search_source(common::fs::ByteSource& source, StreamKind kind,
                                     BinaryRule rule);
  bool wants_preprocessor() const;

  const SearchPlan& plan_;
  Searcher searcher_;
  std::unique_ptr<Printer> printer_;
  std::string path_;
};

}  // namespace search
