// run_list: a list instead of a tree, the same work list below.
#include <fcntl.h>

#include <algorithm>
#include <utility>

#include "common/walk/walker.h"

namespace common::walk {
namespace {

constexpr std::size_t kPathsAtOnce = 16;

void visit_listed(const ListedPath& listed, Turn& turn, Visitor& visitor) {
  std::size_t slash = listed.path.rfind('/') + 1;  // No slash: 0.
  Entry entry;
  entry.dir_fd = AT_FDCWD;
  entry.open_name = listed.path.c_str();
  entry.directory = std::string_view(listed.path).substr(0, slash);
  entry.name = std::string_view(listed.path).substr(slash);
  entry.is_explicit = listed.is_explicit;
  entry.is_stdin = listed.is_stdin;
  entry.depth = listed.depth;
  entry.turn = &turn;
  visitor.visit(entry);
}

}  // namespace

void run_list(const std::vector<ListedPath>& paths, unsigned threads, const Walk& walk) {
  WorkList list(Order::Path, walk);
  WorkList::Items batches;
  for (std::size_t i = 0; i < paths.size(); i += kPathsAtOnce) {
    batches.push_back(std::make_unique<WorkItem>());
    batches.back()->number = i;
    batches.back()->count = static_cast<std::uint32_t>(std::min(kPathsAtOnce, paths.size() - i));
  }
  list.start_with(std::move(batches));
  run_threads(std::max(threads, 1u), [&](unsigned thread) {
    std::unique_ptr<Visitor> visitor = walk.make_visitor(thread);
    while (WorkItem* item = list.take()) {
      ItemTurn turn(list, item);
      for (std::size_t i = 0; i < item->count && !list.is_stopped(); ++i) {
        visit_listed(paths[item->number + i], turn, *visitor);
        list.stream(item, *visitor);
      }
      list.finish(item, visitor->take());
    }
  });
}

void run_list(const std::vector<std::string>& paths, unsigned threads, const Walk& walk) {
  std::vector<ListedPath> listed;
  for (const std::string& path : paths) listed.push_back({.path = path});
  run_list(listed, threads, walk);
}

}  // namespace common::walk
