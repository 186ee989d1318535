// Runs a walk: one Worker per thread takes items of a WorkList until none is left.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
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
  void visit_explicit(WorkItem& item, const std::string& path, bool is_stdin);
  void list_directory(WorkItem& item, const std::shared_ptr<WalkDirectory>& directory);
  bool learn_identity(WalkDirectory& directory, int fd);
  void read_rules(WalkDirectory& directory);
  WorkList::Items sort_out(const std::shared_ptr<WalkDirectory>& directory);
  WorkList::Items note_names(WorkItem& item, const std::shared_ptr<WalkDirectory>& directory);
  void note(const WalkDirectory& directory, std::string_view name);
  bool ends_depth(const WalkDirectory& directory) const;
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
  std::unique_ptr<Chunk> own_output_;  // Of the item at hand, if taken already.
  std::uint32_t noted_ = 0;            // Entries, to look up from them from time to time.
};

}  // namespace common::walk
