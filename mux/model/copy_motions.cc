// The moves of copy mode's cursor, one row each.
#include <algorithm>
#include <array>

#include "common/base/check.h"
#include "mux/model/copy_motion.h"
#include "mux/model/copying.h"
#include "mux/model/scroll.h"

namespace mux::model {

namespace {

constexpr int kLineEnd = 1 << 20;  // A wanted column: wherever lines end.
constexpr std::uint64_t kMostRepeats = 10'000;

std::uint64_t rows_of(const CopyMotion& motion) {
  return motion.pane.terminal()->size().rows;
}

void to_line(CopyMotion& motion, std::uint64_t line) {
  motion.at.line = motion.text.clamped(line);
  const int column = std::min(motion.state.wanted_column, motion.limit(motion.at.line));
  motion.at = motion.text.start_of({motion.at.line, column});
}

void lines_down(CopyMotion& motion, std::uint64_t lines) {
  to_line(motion, motion.at.line + lines);
}
void lines_up(CopyMotion& motion, std::uint64_t lines) {
  to_line(motion, motion.at.line - std::min(lines, motion.at.line - motion.text.lines().begin));
}

void move_left(CopyMotion& motion) {
  TextPosition next = motion.at;
  if (motion.state.kind == SelectionKind::Rectangle) {
    motion.at = motion.text.start_of({next.line, std::max(next.column - 1, 0)});
  } else if (motion.text.back(next) == Step::Moved) {
    motion.at = next;
  }
}

void move_right(CopyMotion& motion) {
  TextPosition next = motion.at;
  const int behind = motion.at.column + motion.text.width_at(motion.at);
  if (behind <= motion.limit(motion.at.line)) {
    motion.at.column = behind;
  } else if (motion.text.forward(next) == Step::Moved) {
    motion.at = next;
  }
}

void move_down(CopyMotion& motion) {
  lines_down(motion, 1);
}
void move_up(CopyMotion& motion) {
  lines_up(motion, 1);
}

void word(CopyMotion& motion) {
  to_next_word(motion, false);
}
void long_word(CopyMotion& motion) {
  to_next_word(motion, true);
}
void word_end(CopyMotion& motion) {
  to_word_end(motion, false);
}
void long_word_end(CopyMotion& motion) {
  to_word_end(motion, true);
}
void word_back(CopyMotion& motion) {
  to_previous_word(motion, false);
}
void long_word_back(CopyMotion& motion) {
  to_previous_word(motion, true);
}

void line_start(CopyMotion& motion) {
  motion.at = {motion.text.first_row(motion.at.line), 0};
}
void first_character(CopyMotion& motion) {
  line_start(motion);
  while (motion.text.kind_at(motion.at) == CharacterKind::Blank) {
    TextPosition next = motion.at;
    if (motion.text.forward(next) != Step::Moved) break;
    motion.at = next;
  }
}
void line_end(CopyMotion& motion) {
  motion.at.line = motion.text.last_row(motion.at.line);
  motion.at.column = motion.limit(motion.at.line);
}
void behind_line(CopyMotion& motion) {
  motion.at.line = motion.text.last_row(motion.at.line);
  motion.at.column = motion.text.length(motion.at.line);
}

// With a count, to that line from the first one.
void first_line(CopyMotion& motion) {
  to_line(motion, motion.text.lines().begin + motion.count.value_or(1) - 1);
}
// To the last line that is not blank, but not above the program's cursor.
void last_line(CopyMotion& motion) {
  if (motion.count) return first_line(motion);
  std::uint64_t line = motion.text.last_line();
  const std::uint64_t least = motion.text.lines().screen +
                              static_cast<std::uint64_t>(motion.pane.terminal()->screen().cursor.y);
  while (line > least && motion.text.is_empty(line)) --line;
  to_line(motion, line);
}

void view_top(CopyMotion& motion) {
  to_line(motion, top_line(motion.pane) + motion.count.value_or(1) - 1);
}
void view_middle(CopyMotion& motion) {
  to_line(motion, top_line(motion.pane) + (rows_of(motion) - 1) / 2);
}
void view_bottom(CopyMotion& motion) {
  to_line(motion, top_line(motion.pane) + rows_of(motion) - motion.count.value_or(1));
}

void paragraph_down(CopyMotion& motion) {
  std::uint64_t line = motion.at.line;
  const std::uint64_t last = motion.text.last_line();
  while (line < last && motion.text.is_empty(line)) ++line;
  while (line < last && !motion.text.is_empty(line)) ++line;
  motion.at = {line, motion.text.is_empty(line) ? 0 : motion.limit(line)};
}
void paragraph_up(CopyMotion& motion) {
  std::uint64_t line = motion.at.line;
  const std::uint64_t first = motion.text.lines().begin;
  while (line > first && motion.text.is_empty(line)) --line;
  while (line > first && !motion.text.is_empty(line)) --line;
  motion.at = {line, 0};
}

void previous_prompt(CopyMotion& motion) {
  if (const auto line = prompt_from(motion.pane, motion.at.line, true)) motion.at = {*line, 0};
}
void next_prompt(CopyMotion& motion) {
  if (const auto line = prompt_from(motion.pane, motion.at.line, false)) motion.at = {*line, 0};
}

// The view moves, and the cursor with it.
void page(CopyMotion& motion, std::uint64_t lines, bool is_down) {
  const auto distance = static_cast<std::int64_t>(lines);
  scroll_by(motion.pane, is_down ? distance : -distance);
  if (is_down) {
    lines_down(motion, lines);
  } else {
    lines_up(motion, lines);
  }
}
void page_down(CopyMotion& motion) {
  page(motion, rows_of(motion), true);
}
void page_up(CopyMotion& motion) {
  page(motion, rows_of(motion), false);
}
void half_page_down(CopyMotion& motion) {
  page(motion, std::max<std::uint64_t>(rows_of(motion) / 2, 1), true);
}
void half_page_up(CopyMotion& motion) {
  page(motion, std::max<std::uint64_t>(rows_of(motion) / 2, 1), false);
}

// The view moves, and the cursor only if it would be out of sight.
void scroll_view_down(CopyMotion& motion) {
  scroll_by(motion.pane, 1);
  to_line(motion, std::max(motion.at.line, top_line(motion.pane)));
}
void scroll_view_up(CopyMotion& motion) {
  scroll_by(motion.pane, -1);
  to_line(motion, std::min(motion.at.line, top_line(motion.pane) + rows_of(motion) - 1));
}
void center(CopyMotion& motion) {
  const std::uint64_t line = motion.at.line;
  scroll_to(motion.pane, line - std::min(line, rows_of(motion) / 2));
}

struct MotionRow {
  std::string_view name;
  void (*run)(CopyMotion& motion);
  bool repeats = true;        // A count is how often.
  bool keeps_column = false;  // The one that is wanted up and down.
};

constexpr MotionRow kMotions[] = {
    {"behind-line", behind_line, false},
    {"behind-word", behind_word},
    {"center", center, false, true},
    {"down", move_down, true, true},
    {"first-character", first_character, false},
    {"first-line", first_line, false, true},
    {"half-page-down", half_page_down, true, true},
    {"half-page-up", half_page_up, true, true},
    {"last-line", last_line, false, true},
    {"left", move_left},
    {"line-end", line_end, false},
    {"line-start", line_start, false},
    {"long-word", long_word},
    {"long-word-back", long_word_back},
    {"long-word-end", long_word_end},
    {"matching-bracket", to_matching_bracket, false},
    {"next-prompt", next_prompt},
    {"page-down", page_down, true, true},
    {"page-up", page_up, true, true},
    {"paragraph-down", paragraph_down},
    {"paragraph-up", paragraph_up},
    {"previous-prompt", previous_prompt},
    {"right", move_right},
    {"scroll-down", scroll_view_down, true, true},
    {"scroll-up", scroll_view_up, true, true},
    {"sentence", to_next_sentence},
    {"sentence-back", to_previous_sentence},
    {"up", move_up, true, true},
    {"view-bottom", view_bottom, false, true},
    {"view-middle", view_middle, false, true},
    {"view-top", view_top, false, true},
    {"word", word},
    {"word-back", word_back},
    {"word-end", word_end},
};
static_assert(std::ranges::is_sorted(kMotions, {}, &MotionRow::name));

constexpr auto kMotionNames = [] {
  std::array<std::string_view, std::size(kMotions)> names{};
  std::ranges::transform(kMotions, names.begin(), &MotionRow::name);
  return names;
}();

}  // namespace

std::span<const std::string_view> motion_names() {
  return kMotionNames;
}

void move_copy_cursor(Pane& pane, std::string_view name) {
  const auto* const row = std::ranges::lower_bound(kMotions, name, {}, &MotionRow::name);
  CHECK(row != std::end(kMotions) && row->name == name);
  Copying& state = copying_of(pane);
  TextReader text(pane);
  CopyMotion motion{.pane = pane, .text = text, .state = state, .at = state.cursor};
  motion.count = std::exchange(state.count, std::nullopt);
  const std::uint64_t times = row->repeats ? std::min(motion.count.value_or(1), kMostRepeats) : 1;
  for (std::uint64_t i = 0; i < times; ++i) {
    const TextPosition before = motion.at;
    row->run(motion);
    if (motion.at == before) break;
  }
  const int wanted = row->keeps_column      ? state.wanted_column
                     : row->run == line_end ? kLineEnd
                                            : motion.at.column;
  set_copy_cursor(pane, motion.at);
  state.wanted_column = wanted;
}

}  // namespace mux::model
