#include "search/engine/multi_line_search.h"

namespace search {

using common::regex::Found;
using common::regex::Span;

void MultiLineSearch::search(std::string_view haystack) {
  haystack_ = haystack;
  emitter_.set_window(haystack);
  if (!(config_.invert ? search_inverted() : search_plain())) return;
  if (config_.passthru) {
    emitter_.other_context(haystack.size());
  } else {
    emitter_.after_context(haystack.size());
  }
}

bool MultiLineSearch::find(LineRange& match) {
  if (emitter_.reached_limit()) return false;
  const std::size_t start = emitter_.position();
  Span span;
  const Found found = matcher_.find(haystack_.substr(start), 0, scratch_, span);
  if (found == Found::Failed) emitter_.fail();
  if (found != Found::Yes) return false;
  emitter_.count_match();
  match = {start + span.start, start + span.end};
  return true;
}

void MultiLineSearch::advance_behind(LineRange range) {
  const bool steps = range.empty() && range.end < haystack_.size();
  emitter_.set_position(steps ? range.end + 1 : range.end);
}

bool MultiLineSearch::search_plain() {
  LineRange block;
  bool has_block = false;
  while (emitter_.position() < haystack_.size()) {
    LineRange match;
    if (!find(match)) {
      if (emitter_.failed()) return false;
      emitter_.set_position(haystack_.size());
      break;
    }
    advance_behind(match);
    const LineRange lines =
        lines_around(haystack_, config_.line_terminator, match.start, match.end);
    if (has_block && block.end >= lines.start) {
      block.end = lines.end;
      continue;
    }
    const LineRange done = block;
    block = lines;
    if (has_block && !(show_context_before(done.start) && show_block(done))) return false;
    has_block = true;
  }
  // Whatever the sink says of the last block, its after-context is asked for.
  if (has_block && show_context_before(block.start)) show_block(block);
  return true;
}

bool MultiLineSearch::search_inverted() {
  while (emitter_.position() < haystack_.size()) {
    const std::size_t start = emitter_.position();
    LineRange hit{haystack_.size(), haystack_.size()};
    LineRange match;
    if (find(match)) {
      hit = lines_around(haystack_, config_.line_terminator, match.start, match.end);
    }
    if (emitter_.failed()) return false;
    advance_behind(hit);
    if (start >= hit.start) continue;
    if (!show_context_before(start)) return false;
    LineCursor cursor(haystack_, config_.line_terminator, start, hit.start);
    for (LineRange line; cursor.next(line);) {
      if (!show_block(line)) return false;
    }
  }
  return true;
}

bool MultiLineSearch::show_context_before(std::size_t start) {
  if (config_.passthru) return emitter_.other_context(start);
  return emitter_.after_context(start) && emitter_.before_context(start);
}

// An empty block is a match behind the last terminator, which is in no line.
bool MultiLineSearch::show_block(LineRange lines) {
  return !lines.empty() && emitter_.matched(lines);
}

}  // namespace search
