#include "search/engine/searcher.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "common/scan/scan.h"
#include "search/engine/large_file_search.h"
#include "search/engine/prefixed_source.h"

namespace search {

namespace scan = common::scan;
using common::Result;
using common::decode::kUtf8;
using common::fs::ByteSource;

namespace {

// Files from this size on are not held in memory if there is a way around it: smaller ones
// are mostly read once, not twice.
constexpr std::uint64_t kPassedSize = 1u << 20;
// Much less than the buffer, or the overlaps would be most of the work.
constexpr std::size_t kMostOverlap = 16u << 10;

}  // namespace

SearchConfig effective_config(SearchConfig config) {
  if (config.passthru) config.before_context = config.after_context = 0;
  return config;
}

Searcher::Searcher(const SearchConfig& config, const common::regex::Matcher& matcher)
    : config_(effective_config(config)),
      matcher_(matcher),
      is_multi_line_(config.multi_line && matcher.can_match_line_terminator()),
      scratch_(matcher.make_scratch()),
      emitter_(config_, matcher, scratch_),
      line_search_(config_, matcher, scratch_, emitter_),
      multi_line_search_(config_, matcher, scratch_, emitter_) {}

Result<void> Searcher::search_file(int fd, BinaryRule rule, Sink& sink) {
  const Job job{.rule = rule, .is_whole_file = config_.whole_file_binary_rule, .sink = &sink};
  return search_opened(job, nullptr, fd);
}

Result<void> Searcher::search_large_file(int fd, std::uint64_t size, unsigned threads,
                                         BinaryRule rule, Sink& sink) {
  const Job job{.rule = rule, .is_whole_file = config_.whole_file_binary_rule, .sink = &sink};
  char first[3];
  const ssize_t got = can_split(job) ? ::pread(fd, first, sizeof first, 0) : 0;
  if (got != sizeof first ||
      (config_.sniff_bom && common::decode::sniff_bom({first, sizeof first}).encoding)) {
    return search_opened(job, nullptr, fd);
  }
  emitter_.start(sink, rule, true);
  if (!sink.begin()) return finish(job, 0);
  LargeFileSearch search(fd, size, config_, matcher_, emitter_);
  TRY(search.run(threads));
  return finish(job, search.byte_count());
}

Result<void> Searcher::search_stream(ByteSource& source, StreamKind kind, BinaryRule rule,
                                     Sink& sink) {
  return search_opened({.rule = rule, .kind = kind, .sink = &sink}, &source, -1);
}

Result<void> Searcher::search_memory(std::string_view bytes, BinaryRule rule, Sink& sink) {
  return search_all({.rule = rule, .is_whole_file = true, .sink = &sink}, bytes);
}

// `source`, or the regular file `fd`.
Result<void> Searcher::search_opened(Job job, ByteSource* source, int fd) {
  if (source == nullptr) {
    buffer_.open_file(fd);
  } else {
    using Shape = LineBuffer::Shape;
    buffer_.open_source(*source, job.kind == StreamKind::Stdin ? Shape::Stdin : Shape::Plain);
  }
  common::decode::Bom bom;
  if (config_.sniff_bom) bom = common::decode::sniff_bom(TRY(buffer_.first_bytes()));
  if (bom.encoding || config_.encoding) job.is_whole_file = false;
  if (config_.encoding || bom.encoding.value_or(kUtf8) != kUtf8) {
    return search_decoded(job, source, fd);
  }
  if (bom.encoding) buffer_.skip_mark(bom.size);
  return search_buffer(job);
}

// The decoder looks at the mark once more.
Result<void> Searcher::search_decoded(const Job& job, ByteSource* source, int fd) {
  std::unique_ptr<ByteSource> file;
  if (source == nullptr) {
    file = common::fs::fd_source(fd, false);
    source = file.get();
  }
  const auto decoded = common::decode::decode_to_utf8(
      prefixed_source(buffer_.take_prefix(), *source, file != nullptr), config_.encoding);
  buffer_.open_source(*decoded, LineBuffer::Shape::Decoded);
  return search_buffer(job);
}

Result<void> Searcher::search_buffer(const Job& job) {
  if (is_multi_line_ && TRY(pass_over(job))) return {};
  if (is_multi_line_ || (job.is_whole_file && depends_on_steps())) {
    return search_all(job, TRY(buffer_.read_all()));
  }
  return search_lines(job);
}

// Shows what search_all() does where nothing matches.
Result<bool> Searcher::pass_over(const Job& job) {
  const std::optional<std::size_t> overlap = matcher_.part_overlap();
  if (!overlap || *overlap > kMostOverlap || config_.invert || config_.passthru ||
      buffer_.size_if_unfinished() < kPassedSize) {
    return false;
  }
  const std::string_view front = TRY(buffer_.peek(kCheckedFront));
  const std::size_t nul = scan::find_byte(front, '\0');
  const auto passes = [this](std::string_view part) { return !matcher_.part_may_match(part); };
  const std::optional<std::uint64_t> size = TRY(buffer_.pass_over(*overlap, passes));
  if (!size) return false;
  emitter_.start(*job.sink, job.rule, true);
  bool goes_on = job.sink->begin();
  if (goes_on && nul != scan::npos && job.rule != BinaryRule::None) {
    goes_on = emitter_.report_nul(nul) && job.rule != BinaryRule::Quit;
  }
  TRY(finish(job, goes_on ? *size : 0));
  return true;
}

// Where it shows how much of the haystack ripgrep has in sight at a time.  With
// -v it passes over the matching line behind a run of others before it sees
// that a limit or --stop-on-nonmatch had ended the search within the run.
bool Searcher::depends_on_steps() const {
  if (config_.invert) {
    const bool has_tail = config_.max_count && config_.after_context > 0;
    return config_.exact_byte_count || config_.stop_on_nonmatch || has_tail;
  }
  return config_.exact_byte_count && config_.has_context();
}

bool Searcher::can_split(const Job& job) const {
  return !is_multi_line_ && !config_.invert && !config_.passthru && !config_.stop_on_nonmatch &&
         !config_.has_context() && !config_.encoding && config_.line_terminator == '\n' &&
         (matcher_.takes_single_lines() || !matcher_.can_match_line_terminator()) &&
         (job.is_whole_file || job.rule == BinaryRule::None);
}

Result<void> Searcher::search_lines(const Job& job) {
  emitter_.start(*job.sink, job.rule, job.is_whole_file);
  line_search_.start();
  // Line anchors take the start of a window that follows a NUL for a line start.
  const bool merges = !depends_on_steps() && (job.is_whole_file || config_.line_terminator == '\n');
  const BinaryRule rule = job.is_whole_file ? BinaryRule::None : job.rule;
  buffer_.set_rules(
      {.terminator = config_.line_terminator,
       .binary = rule,
       .takes_whole = merges,
       .merges_steps = merges && !(config_.has_context() && rule != BinaryRule::None)});
  if (!job.sink->begin()) return finish(job, 0);
  // The usual end: where nothing matches nothing is shown, NUL or not, so that
  // most files need no look for NUL.  Where NUL ends lines more can match than in
  // the bytes as they are.
  const auto whole = buffer_.whole();
  if (whole && rule != BinaryRule::Convert && !config_.shows_nul_without_match() &&
      line_search_.shows_nothing_of(*whole)) {
    return finish(job, whole->size());
  }
  if (job.is_whole_file && job.rule != BinaryRule::None) {
    const std::string_view front = TRY(buffer_.peek(kCheckedFront));
    emitter_.set_window(front);
    if (!emitter_.check_for_nul({0, front.size()})) return finish(job, 0);
    emitter_.set_window({});
  }
  while (true) {
    const LineBuffer::Fill fill = TRY(buffer_.next_window(emitter_.leave_window()));
    const bool has_new_nul = buffer_.nul_offset() && !emitter_.nul_offset();
    if ((has_new_nul && !emitter_.report_nul(*buffer_.nul_offset())) ||
        fill == LineBuffer::Fill::Quit) {
      return finish(job, emitter_.absolute_offset());
    }
    if (fill == LineBuffer::Fill::End) break;
    if (!line_search_.search(buffer_.window())) break;
    if (buffer_.is_last()) break;
  }
  return finish(job, emitter_.absolute_position());
}

Result<void> Searcher::search_all(const Job& job, std::string_view bytes) {
  emitter_.start(*job.sink, job.rule, true);
  if (job.sink->begin()) {
    emitter_.set_window(bytes);
    if (emitter_.check_for_nul({0, std::min(bytes.size(), kCheckedFront)})) {
      if (is_multi_line_) {
        multi_line_search_.search(bytes);
      } else {
        line_search_.start();
        line_search_.search(bytes);
      }
    }
  }
  return finish(job, emitter_.absolute_position());
}

Result<void> Searcher::finish(const Job& job, std::uint64_t byte_count) {
  if (emitter_.failed()) return common::fail(scratch_.error);
  // Where the lines shown are checked, nothing behind the NUL counts.
  const std::optional<std::uint64_t> nul = emitter_.nul_offset();
  if (emitter_.checks_lines() && nul) byte_count = std::min(byte_count, *nul);
  job.sink->finish({.byte_count = byte_count, .binary_offset = nul});
  return {};
}

}  // namespace search
