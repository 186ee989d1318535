#include "search/run/run.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <memory>
#include <utility>

#include "common/base/result.h"
#include "common/fs/descriptor.h"
#include "common/walk/walk.h"
#include "search/run/fd_writer.h"
#include "search/run/list_visitor.h"
#include "search/run/messages.h"
#include "search/run/run_state.h"
#include "search/run/search_visitor.h"
#include "search/run/sorted_paths.h"

namespace search {

namespace walk = common::walk;

namespace {

using Clock = std::chrono::steady_clock;

bool collects_first(const SearchPlan& plan) {
  if (plan.sort == SortBy::None) return false;
  return plan.sort != SortBy::Path || plan.sort_reverse;
}

// A sorted run that ends with the first match has to meet its errors in order, too.
unsigned thread_count(const SearchPlan& plan) {
  const bool is_sequential = plan.is_one_file || (plan.is_quiet && plan.sort != SortBy::None);
  return is_sequential ? 1 : std::max(plan.walk.threads, 1u);
}

OutputLane::Options lane_options(const SearchPlan& plan) {
  using Kind = OutputLane::Kind;
  const bool is_sorted = plan.sort != SortBy::None;
  const Kind kind = thread_count(plan) == 1 ? Kind::Stream
                    : is_sorted             ? Kind::Chunks
                                            : Kind::Gather;
  return {.kind = kind,
          .flush_every_line = plan.flush_every_line,
          .flush_every_file = plan.flush_every_file};
}

// Chunks come one at a time and are often small: they gather here.  The first
// loses the separator in front.
class ChunkOutput {
 public:
  explicit ChunkOutput(RunState& state) : lane_(gathering(state), state.output) {}

  void emit(const walk::Chunk& chunk) {
    lane_.begin_file();
    std::string_view bytes = OutputLane::bytes_of(chunk);
    if (!has_printed_) {
      const std::size_t separator_size = OutputLane::separator_size_of(chunk);
      bytes.remove_prefix(separator_size);
      removed_bytes_ += separator_size;
      has_printed_ = !bytes.empty();
    }
    lane_.buffer().append(bytes);
    lane_.end_file();
  }
  // What printers have counted as printed although it was not.
  std::size_t removed_bytes() const { return removed_bytes_; }

 private:
  static OutputLane::Options gathering(const RunState& state) {
    return {.kind = OutputLane::Kind::Gather, .flush_every_file = state.lane.flush_every_file};
  }

  OutputLane lane_;
  bool has_printed_ = false;
  std::size_t removed_bytes_ = 0;
};

void walk_plan(RunState& state, ChunkOutput& chunks) {
  const SearchPlan& plan = state.plan;
  const walk::Walk steps{.make_visitor = [&](unsigned thread) -> std::unique_ptr<walk::Visitor> {
                           // Preprocessors are read through pipes.
                           const bool has_pipes = !plan.preprocessor.empty();
                           if (thread != 0 && !has_pipes) common::fs::own_descriptors();
                           if (plan.list_files) return std::make_unique<ListVisitor>(state);
                           return std::make_unique<SearchVisitor>(state);
                         },
                         .emit =
                             [&](std::unique_ptr<walk::Chunk> chunk) {
                               if (chunk != nullptr) chunks.emit(*chunk);
                             },
                         .stopped = [&] { return state.must_stop(); }};
  if (collects_first(plan)) {
    walk::run_list(sorted_paths(state), thread_count(plan), steps);
    return;
  }
  walk::WalkOptions options = plan.walk;
  options.threads = thread_count(plan);
  options.names_only = plan.list_files;
  walk::run_walk(options, steps);
}

void search_plan(RunState& state) {
  ChunkOutput chunks(state);
  walk_plan(state, chunks);
  state.total.bytes_printed -=
      std::min<std::uint64_t>(state.total.bytes_printed, chunks.removed_bytes());
}

void print_totals(RunState& state, Clock::time_point started) {
  const SearchPlan& plan = state.plan;
  if (!plan.show_stats && !plan.show_json_summary) return;
  const auto elapsed =
      static_cast<std::uint64_t>((Clock::now() - started) / std::chrono::nanoseconds(1));
  OutputBuffer out;
  if (plan.show_json_summary) {
    print_json_summary(state.total, elapsed, out);
  } else {
    print_stats(state.total, elapsed, out);
  }
  state.output.write(out.view());
}

// Scripts that start us under ripgrep's name may look for its text.
void tell_nothing_searched(Messages& messages) {
  const std::string name = messages.program() == "rg" ? "ripgrep" : messages.program();
  messages.error("No files were searched, which means " + name +
                 " probably applied a filter you didn't expect.\n"
                 "Running with --debug will show why files are being skipped.");
}

void describe_run(const SearchPlan& plan, Messages& messages) {
  messages.debug("run", "using " + std::to_string(thread_count(plan)) + " thread(s)");
  if (plan.matcher != nullptr) messages.debug("regex", plan.matcher->describe());
}

}  // namespace

RunResult run(const SearchPlan& plan, const std::string& program) {
  if (plan.no_match_possible) return {};
  const Clock::time_point started = Clock::now();
  Messages messages(program, {.errors = plan.show_messages,
                              .ignore_files = plan.show_ignore_messages,
                              .debug = plan.show_debug});
  if (plan.show_debug) describe_run(plan, messages);
  FdWriter writer(STDOUT_FILENO);
  SharedOutput output(writer);
  RunState state(plan, messages, output);
  state.lane = lane_options(plan);
  search_plan(state);
  if (!plan.list_files) {
    if (plan.has_implicit_root && !state.has_searched) tell_nothing_searched(messages);
    print_totals(state, started);
  }
  if (writer.failed() && writer.os_error() != EPIPE) {
    messages.error("standard output: " + common::os_error_text(writer.os_error()));
  }
  return {.matched = state.has_matched, .errored = messages.errored()};
}

}  // namespace search
