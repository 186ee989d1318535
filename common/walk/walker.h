// Runs a walk: one Worker per thread takes items of a WorkList until none is left.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/walk/directory_reader.h"
#include "common/walk/entry_filter.h"
#include "common/walk/ignore_stack.h"
#include "common/walk/walk.h"
#include "common/walk/walk_directory.h"
#include "common/walk/work_list.h"

namespace common::walk {

// Runs `work(thread)` on `threads` threads, the calling one included.
void run_threads(unsigned threads, const std::function<void(unsigned)>& work);

class Worker {
 public:
  Worker(const WalkOptions& options, IgnoreStack& rules, const EntryFilter& filter, WorkList& list,
         Visitor& visitor);
  void run();

 private:
  using Item = DirectoryReader::Item;

  void work_on(WorkItem& item);
  void start_root(WorkItem& item);
  void visit_explicit(const std::string& path, bool is_stdin);
  void list_directory(WorkItem& item, std::shared_ptr<WalkDirectory> directory);
  bool learn_identity(WalkDirectory& directory, int fd);
  void read_rules(WalkDirectory& directory);
  WorkList::Items sort_out(const std::shared_ptr<WalkDirectory>& directory);
  std::unique_ptr<WorkItem> subdirectory(const std::shared_ptr<WalkDirectory>& above,
                                         const Item& item) const;
  void visit_batch(WorkItem& item);
  void visit(WorkItem& item, const WalkDirectory& directory, int fd, std::string_view name);
  void report(const IgnoreStack::Messages& messages);

  const WalkOptions& options_;
  IgnoreStack& rules_;
  WorkList& list_;
  Visitor& visitor_;
  EntryFilter::Session filter_;
  DirectoryReader reader_;
  std::vector<const Item*> own_files_;  // Of the directory being listed, to visit right away.
  std::string full_path_;
};

}  // namespace common::walk
