#include "search/run/list_visitor.h"

#include "search/run/shown_path.h"

namespace search {

void ListVisitor::visit(const common::walk::Entry& entry) {
  raise(state_.has_matched);
  if (state_.plan.is_quiet) {
    raise(state_.is_stopped);
    return;
  }
  set_shown_path(path_, entry);
  lane_.begin_file();
  print_path(state_.plan.print, path_, lane_.buffer());
  lane_.end_file();
}

}  // namespace search
