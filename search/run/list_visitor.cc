#include "search/run/list_visitor.h"

#include <cstring>

#include "search/run/shown_path.h"

namespace search {

namespace {

// Paths that are printed before the lane is asked whether they should leave,
// which takes longer than printing one.
constexpr std::uint32_t kPathsAtOnce = 16;

}  // namespace

ListVisitor::ListVisitor(RunState& state)
    : RunVisitor(state),
      is_plain_(!state.plan.print.color && !state.plan.print.path_separator),
      paths_at_once_(state.lane.flush_every_file ? 1 : kPathsAtOnce),
      terminator_(state.plan.print.path_nul ? '\0' : '\n') {}

void ListVisitor::visit(const common::walk::Entry& entry) {
  raise(state_.has_matched);
  if (state_.plan.is_quiet) {
    raise(state_.is_stopped);
    return;
  }
  lane_.begin_file();
  if (is_plain_ && !entry.is_stdin) {
    print_plain(entry);
  } else {
    set_shown_path(path_, entry);
    print_path(state_.plan.print, path_, lane_.buffer());
  }
  if (printed_++ % paths_at_once_ == 0) lane_.end_file();
}

// What print_path() prints without colours, straight from the entry.
void ListVisitor::print_plain(const common::walk::Entry& entry) {
  const std::size_t size = entry.directory.size() + entry.name.size() + 1;
  char* at = lane_.buffer().reserve(size);
  std::memcpy(at, entry.directory.data(), entry.directory.size());
  std::memcpy(at + entry.directory.size(), entry.name.data(), entry.name.size());
  at[size - 1] = terminator_;
  lane_.buffer().advance(size);
}

}  // namespace search
