#include "search/run/search_visitor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/decode/compressed.h"
#include "common/decode/process_source.h"
#include "common/fs/descriptor.h"
#include "search/run/shown_path.h"

namespace search {

using common::Result;
using common::fs::ByteSource;
using common::walk::Entry;

namespace {

PrintConfig print_config(const SearchPlan& plan, const OutputLane::Options& lane) {
  PrintConfig config = plan.print;
  // A sorted run looks as if one printer had written all of it.
  using Kind = OutputLane::Kind;
  config.separation = lane.kind == Kind::Stream   ? Separation::BehindOutput
                      : lane.kind == Kind::Chunks ? Separation::Always
                                                  : Separation::ByDriver;
  return config;
}

struct OwnedFd {
  explicit OwnedFd(int number) : fd(number) {}
  OwnedFd(const OwnedFd&) = delete;
  OwnedFd& operator=(const OwnedFd&) = delete;
  ~OwnedFd() {
    if (fd >= 0) common::fs::close_fd(fd);
  }
  int release() { return std::exchange(fd, -1); }
  int fd;
};

// From this size on several threads search one file.
constexpr off_t kSplitSize = 8 << 20;

}  // namespace

SearchVisitor::SearchVisitor(RunState& state)
    : RunVisitor(state),
      plan_(state.plan),
      searcher_(plan_.search, *plan_.matcher),
      printer_(make_printer(print_config(plan_, state.lane), plan_.search, *plan_.matcher,
                            lane_.buffer())) {
  lane_.set_separator_size([this] { return printer_->separator_size(); });
  if (state.lane.kind != OutputLane::Kind::Gather) return;
  lane_.set_separator(printer_->file_separator());
  state.output.set_separator(printer_->file_separator());
}

SearchVisitor::~SearchVisitor() {
  if (plan_.print.stats) state_.add(printer_->stats());
}

void SearchVisitor::visit(const Entry& entry) {
  raise(state_.has_searched);
  set_shown_path(path_, entry);
  lane_.begin_file(entry.turn);
  Result<void> result = search(entry);
  if (result && !printer_->failure().empty()) {
    result = common::fail(std::string(printer_->failure()));
  }
  if (!result) {
    lane_.drop_file(printer_->separator_size());
    state_.messages.error(path_ + ": " + result.error().message);
    return;
  }
  lane_.end_file(printer_->separator_size());
  if (!printer_->has_match()) return;
  raise(state_.has_matched);
  if (plan_.print.stop_after_first_match) raise(state_.is_stopped);
}

Result<void> SearchVisitor::search(const Entry& entry) {
  const BinaryRule rule =
      entry.is_explicit ? plan_.search.explicit_binary : plan_.search.implicit_binary;
  printer_->start(path_, rule);
  if (entry.is_stdin) {
    return search_source(*common::fs::fd_source(STDIN_FILENO, false), StreamKind::Stdin, rule);
  }
  OwnedFd file(common::fs::open_at(entry.dir_fd, entry.open_name, O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.fd < 0) return common::fail(common::os_error_text(errno), errno);
  if (!plan_.preprocessor.empty() && wants_preprocessor()) {
    const auto source =
        TRY(common::decode::process_source(plan_.preprocessor, path_, file.release()));
    return search_source(*source, StreamKind::Plain, rule);
  }
  if (plan_.search_compressed && common::decode::has_compressed_name(path_)) {
    const auto source = common::decode::decompress(common::fs::fd_source(file.fd, false), path_);
    return search_source(*source, StreamKind::Plain, rule);
  }
  return search_open(file.fd, entry, rule);
}

// The walk hands out regular files only; the user may name anything.
Result<void> SearchVisitor::search_open(int fd, const Entry& entry, BinaryRule rule) {
  if (!entry.is_explicit) return searcher_.search_file(fd, rule, *printer_);
  struct stat status = {};
  if (::fstat(fd, &status) != 0) return common::fail(common::os_error_text(errno), errno);
  if (!S_ISREG(status.st_mode)) {
    return search_source(*common::fs::fd_source(fd, false), StreamKind::Plain, rule);
  }
  if (plan_.is_one_file && plan_.walk.threads > 1 && status.st_size >= kSplitSize) {
    return searcher_.search_large_file(fd, static_cast<std::uint64_t>(status.st_size),
                                       plan_.walk.threads, rule, *printer_);
  }
  return searcher_.search_file(fd, rule, *printer_);
}

Result<void> SearchVisitor::search_source(ByteSource& source, StreamKind kind, BinaryRule rule) {
  TRY(searcher_.search_stream(source, kind, rule, *printer_));
  return source.finish();
}

bool SearchVisitor::wants_preprocessor() const {
  return plan_.preprocessor_globs == nullptr ||
         plan_.preprocessor_globs->matched(path_, false) != common::walk::Verdict::Ignore;
}

}  // namespace search
