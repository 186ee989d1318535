#include "search/engine/line_search.h"

namespace search {

using common::regex::Candidate;

LineSearch::LineSearch(const SearchConfig& config, const common::regex::Matcher& matcher,
                       common::regex::Scratch& scratch, Emitter& emitter)
    : config_(config),
      matcher_(matcher),
      scratch_(scratch),
      emitter_(emitter),
      can_run_fast_(!config.passthru && !matcher.can_match_line_terminator()),
      can_pass_over_(!config.passthru && !config.invert && matcher.takes_single_lines()) {}

bool LineSearch::search(std::string_view window) {
  window_ = window;
  emitter_.set_window(window);
  if (runs_fast()) {
    const Step step = search_fast();
    if (step != Step::GoSlow) return step == Step::GoOn;
  }
  return search_slow();
}

LineSearch::Step LineSearch::search_fast() {
  while (emitter_.position() < window_.size()) {
    if (config_.stop_on_nonmatch && has_matched_) return Step::GoSlow;
    if (config_.invert) {
      bool stopped_by_sink = false;
      if (show_inverted(stopped_by_sink)) continue;
      // ripgrep reads on here although its sink has had enough, which only its
      // counts of bytes and lines show.
      if (stopped_by_sink && !config_.exact_byte_count) return Step::Stop;
      break;
    }
    LineRange line;
    if (!find_line(line)) break;
    has_matched_ = true;
    emitter_.count_match();
    if (config_.has_context() &&
        (!emitter_.after_context(line.start) || !emitter_.before_context(line.start))) {
      return Step::Stop;
    }
    emitter_.set_position(line.end);
    if (!emitter_.matched(line)) return Step::Stop;
  }
  if (emitter_.failed() || !emitter_.after_context(window_.size())) return Step::Stop;
  if (emitter_.reached_limit() && !emitter_.owes_after_context()) return Step::Stop;
  emitter_.set_position(window_.size());
  return Step::GoOn;
}

bool LineSearch::show_inverted(bool& stopped_by_sink) {
  const std::size_t start = emitter_.position();
  LineRange hit{window_.size(), window_.size()};
  find_line(hit);
  if (emitter_.failed()) return false;
  emitter_.set_position(hit.end);
  if (start == hit.start) return true;
  has_matched_ = true;
  stopped_by_sink = true;
  if (!emitter_.after_context(start) || !emitter_.before_context(start)) return false;
  LineCursor cursor(window_, config_.line_terminator, start, hit.start);
  for (LineRange line; cursor.next(line);) {
    emitter_.count_match();
    if (!emitter_.matched(line)) return false;
    if (emitter_.reached_limit()) {
      stopped_by_sink = false;
      return false;
    }
  }
  return true;
}

// Leaves `line` as it is if there is none.  Assertions see what is behind the
// last match only.
bool LineSearch::find_line(LineRange& line) {
  const std::size_t base = emitter_.position();
  const std::string_view rest = window_.substr(base);
  for (std::size_t position = 0; position < rest.size() && !emitter_.reached_limit();) {
    const Candidate candidate = matcher_.find_candidate_line(rest, position, scratch_);
    if (candidate.kind == Candidate::None) return false;
    const LineRange found =
        lines_around(rest, config_.line_terminator, candidate.position, candidate.position);
    // An empty match behind the last terminator is in no line.
    if (found.start == rest.size()) return false;
    if (candidate.kind == Candidate::Confirmed || emitter_.confirms(rest, found)) {
      line = {base + found.start, base + found.end};
      return true;
    }
    if (emitter_.failed()) return false;
    position = found.end;
  }
  return false;
}

bool LineSearch::search_slow() {
  LineCursor cursor(window_, config_.line_terminator, emitter_.position(), window_.size());
  for (LineRange line; next_line(cursor, line);) {
    const bool at_limit = emitter_.reached_limit();
    if (at_limit && !config_.passthru && !emitter_.owes_after_context()) return false;
    const bool is_match = !at_limit && emitter_.matches_line(line);
    if (emitter_.failed()) return false;
    emitter_.set_position(line.end);
    const bool is_success = is_match != config_.invert;
    if (!show_slow(line, is_success)) return false;
    if (config_.stop_on_nonmatch && !is_success && has_matched_) return false;
  }
  return true;
}

// The next line, or the next that is of any interest.
bool LineSearch::next_line(LineCursor& cursor, LineRange& line) {
  if (!can_pass_over_ || emitter_.owes_after_context() || emitter_.reached_limit() ||
      (config_.stop_on_nonmatch && has_matched_)) {
    return cursor.next(line);
  }
  const Candidate candidate = matcher_.find_candidate_line(window_, emitter_.position(), scratch_);
  if (candidate.kind == Candidate::None) {
    emitter_.set_position(window_.size());
    return false;
  }
  line = lines_around(window_, config_.line_terminator, candidate.position, candidate.position);
  cursor = LineCursor(window_, config_.line_terminator, line.end, window_.size());
  return true;
}

bool LineSearch::show_slow(LineRange line, bool is_success) {
  if (is_success) {
    has_matched_ = true;
    emitter_.count_match();
    return emitter_.before_context(line.start) && emitter_.matched(line);
  }
  if (emitter_.owes_after_context()) return emitter_.after_line(line);
  if (config_.passthru) return emitter_.other_line(line);
  return true;
}

}  // namespace search
