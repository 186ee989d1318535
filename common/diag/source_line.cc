// The steps and their order are those of rustc's emitter, which this layout comes
// from; names of marks are as in annotated_lines.h.  Marks are handled from right
// to left: a label hangs below its mark unless it is the rightmost one, and the
// line that leads to a label must not cross labels further right.
#include "common/diag/source_line.h"

#include <algorithm>
#include <iterator>

#include "common/diag/shown_text.h"
#include "common/text/utf8.h"

namespace common::diag {
namespace {

constexpr std::string_view kCut = "…";
constexpr std::size_t kCutWidth = 1;

struct PlacedMark {
  std::size_t level;  // Lines below the mark at which its label stands; 0: beside it.
  const Mark* mark;
  bool overlaps_others = false;
};

bool overlap(const Mark& a, const Mark& b, std::size_t padding) {
  const std::size_t a_end = a.end.display + padding;
  return (b.start.display <= a.start.display && a.start.display < b.end.display) ||
         (a.start.display <= b.start.display && b.start.display < a_end);
}

bool is_at_same_place(const Mark& a, const Mark& b) {
  return a.start.display == b.start.display && a.start.column == b.start.column &&
         a.end.display == b.end.display && a.end.column == b.end.column;
}

class LineDrawer {
 public:
  LineDrawer(Grid& grid, const AnnotatedLine& line, const FrameLayout& layout, bool closes)
      : grid_(grid), line_(line), layout_(layout), closes_(closes), row_(grid.line_count()) {}

  std::vector<Bar> draw() {
    draw_text();
    if (line_.marks.empty()) {
      if (closes_) draw_separator(grid_, row_ + 1, layout_.separator_column());
      return {};
    }
    if (std::vector<Bar> bars; draw_short_start(bars)) return bars;
    place_marks();
    turn_starts_around();
    draw_separators();
    draw_horizontal_lines();
    draw_vertical_lines();
    draw_labels();
    draw_marks();
    cut_long_marks();
    return bars_of_marks();
  }

 private:
  std::size_t code(std::size_t display) const {
    return minus(layout_.code_column + display, left_);
  }

  // ---- the text ----
  void draw_text() {
    text_ = replaced_text(line_.text);
    const std::size_t width = shown_width(text_);
    left_ = layout_.margin.left(width);
    const std::size_t right = layout_.margin.right(width);
    const std::string_view shown = cut(right);

    std::size_t at = 0;
    std::size_t cut_columns = 0;
    if (layout_.margin.cuts_left()) {
      while (at < shown.size() && cut_columns < kCutWidth) {
        cut_columns += shown_width(next_code_point(shown, at));
      }
      grid_.put(row_, layout_.code_column, kCut, Role::LineNumber);
    }
    const std::string_view rest = shown.substr(at);
    grid_.put(row_, layout_.code_column + cut_columns, rest, Role::Plain);
    if (width > right) {
      const std::size_t last = code_points_of_last_column(shown);
      grid_.put(row_, layout_.code_column + cut_columns + code_point_count(rest) - last, kCut,
                Role::LineNumber);
    }
    std::string number = std::to_string(line_.number);
    number.insert(0, layout_.number_width - number.size(), ' ');
    grid_.put(row_, 0, number, Role::LineNumber);
    draw_separator(grid_, row_, layout_.separator_column());
  }

  // What of the text is shown; moves left_ behind a wide character that does not
  // fit before it.
  std::string_view cut(std::size_t right) {
    std::size_t start = 0;
    std::size_t skipped = 0;
    while (start < text_.size() && skipped < left_) {
      skipped += shown_width(next_code_point(text_, start));
    }
    std::size_t end = start;
    std::size_t taken = 0;
    for (std::size_t at = start; at < text_.size(); end = at) {
      taken += shown_width(next_code_point(text_, at));
      if (taken > right - left_) break;
    }
    left_ = std::max(left_, skipped);
    return std::string_view(text_).substr(start, end - start);
  }

  // How many code points at the end the sign that something was cut covers.
  static std::size_t code_points_of_last_column(std::string_view text) {
    std::size_t count = 0;
    std::size_t width = 0;
    for (std::size_t end = text.size(); end > 0 && width < kCutWidth; ++count) {
      std::size_t start = end - 1;
      while (start > 0 && (text[start] & 0xC0) == 0x80) --start;
      end = start;
      width += shown_width(next_code_point(text, start));
    }
    return count;
  }

  // ---- a label that starts with the line ----
  // If all that happens here is that labels start before the first character,
  // a slash says so without a line of its own.
  bool draw_short_start(std::vector<Bar>& bars) {
    for (const Mark& mark : line_.marks) {
      if (mark.kind == Mark::Kind::Middle) continue;
      if (mark.kind != Mark::Kind::Start || !is_blank_before(mark.start.display)) return false;
      bars.push_back({mark.depth, layout_.role_of(mark)});
    }
    for (const Bar& bar : bars) {
      grid_.put(row_, layout_.bar_column + bar.depth - 1, U'/', bar.role);
    }
    return true;
  }

  bool is_blank_before(std::size_t code_points) const {
    for (std::size_t at = 0; at < text_.size() && code_points > 0; --code_points) {
      if (!is_white_space(next_code_point(text_, at))) return false;
    }
    return true;
  }

  // ---- where labels stand ----
  void place_marks() {
    std::vector<const Mark*> marks;
    for (const Mark& mark : line_.marks) marks.push_back(&mark);
    std::ranges::stable_sort(marks, std::greater<>(), [](const Mark* mark) {
      return std::pair(mark->start.display, mark->start.column);
    });
    std::vector<bool> overlaps(marks.size());
    std::size_t level = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::size_t in_the_way = level == 0 ? label_stopper(marks, i) : marks.size();
      note_overlaps(marks, i, in_the_way, overlaps);
      if (in_the_way < marks.size()) ++level;
      placed_.push_back({level, marks[i]});
      if (needs_next_level(marks, i, level)) ++level;
      levels_ = std::max(levels_, level);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) placed_[i].overlaps_others = overlaps[i];
    if (levels_ != 0) ++levels_;
  }

  // Which mark further left the label beside the mark would run into; their
  // number if there is none.
  static std::size_t label_stopper(const std::vector<const Mark*>& marks, std::size_t i) {
    const Mark& mark = *marks[i];
    if (!mark.has_label()) return marks.size();
    for (std::size_t j = i + 1; j < marks.size(); ++j) {
      const Mark& next = *marks[j];
      if (!overlap(next, mark, 0)) continue;
      if (!is_at_same_place(next, mark) || next.has_label()) return j;
    }
    return marks.size();
  }

  static void note_overlaps(const std::vector<const Mark*>& marks, std::size_t i, std::size_t last,
                            std::vector<bool>& overlaps) {
    for (std::size_t j = 2; j < marks.size() && j <= last; ++j) {
      if (overlap(*marks[j], *marks[i], 0)) overlaps[i] = overlaps[j] = true;
    }
  }

  static bool needs_next_level(const std::vector<const Mark*>& marks, std::size_t i,
                               std::size_t level) {
    const Mark& mark = *marks[i];
    for (std::size_t j = i + 1; j < marks.size(); ++j) {
      const Mark& next = *marks[j];
      const bool collide = overlap(next, mark, next.has_label() ? next.label.size() + 2 : 0);
      const bool ends_within = std::pair(next.end.display, next.end.column) <=
                               std::pair(mark.end.display, mark.end.column);
      if ((collide && mark.has_label() && next.has_label()) ||
          (mark.takes_space() && next.has_label()) || (mark.has_label() && next.takes_space()) ||
          (mark.takes_space() && next.takes_space()) ||
          (collide && ends_within && next.has_label() && level == 0)) {
        return true;
      }
    }
    return false;
  }

  // Several labels that only start here: bars further right go lower, so that
  // their lines do not cross.
  void turn_starts_around() {
    std::size_t last = 0;
    for (const PlacedMark& placed : placed_) {
      if (placed.mark->kind != Mark::Kind::Start) return;
      last = std::max(last, placed.level);
    }
    for (PlacedMark& placed : placed_) placed.level = last - placed.level;
    levels_ = minus(levels_, 1);
  }

  // ---- drawing ----
  void draw_separators() {
    for (std::size_t level = 0; level <= levels_; ++level) {
      draw_separator(grid_, row_ + level + 1, layout_.separator_column());
    }
    if (closes_) draw_separator(grid_, row_ + levels_ + 1, layout_.separator_column());
  }

  // From bars to where labels of several lines start or end.
  void draw_horizontal_lines() {
    for (const PlacedMark& placed : placed_) {
      const Mark& mark = *placed.mark;
      if (!mark.takes_space()) continue;
      for (std::size_t column = layout_.bar_column + mark.depth; column < code(mark.start.display);
           ++column) {
        grid_.put(row_ + placed.level + 1, column, U'_', layout_.role_of(mark));
      }
    }
  }

  void draw_vertical_lines() {
    for (const PlacedMark& placed : placed_) {
      const Mark& mark = *placed.mark;
      const std::size_t row = row_ + placed.level + 1;
      const Role role = layout_.role_of(mark);
      if (placed.level > 0 && (mark.has_label() || mark.takes_space())) {
        for (std::size_t line = row_ + 1; line <= row; ++line) {
          grid_.put(line, code(mark.start.display), U'|', role);
        }
      }
      const std::size_t bar = layout_.bar_column + mark.depth - 1;
      if (mark.kind == Mark::Kind::Start) {
        grid_.put(row, bar, U' ', role);
        for (std::size_t line = row + 1; line < row_ + levels_ + 2; ++line) {
          grid_.put(line, bar, U'|', role);
        }
      } else if (mark.kind == Mark::Kind::End) {
        for (std::size_t line = row_; line <= row; ++line) grid_.put(line, bar, U'|', role);
      }
    }
  }

  void draw_labels() {
    for (const PlacedMark& placed : placed_) {
      const Mark& mark = *placed.mark;
      std::size_t row = row_ + placed.level + 2;
      std::size_t column = minus(mark.start.display, left_);
      if (placed.level == 0) {
        row = row_ + 1;
        column = minus(mark.end.display + (mark.end.display == 0 ? 2 : 1), left_);
      }
      grid_.put(row, layout_.code_column + column, mark.label, layout_.role_of(mark));
    }
  }

  // Wide marks first, so that narrow ones in them stay visible.
  void draw_marks() {
    std::ranges::stable_sort(placed_, [](const PlacedMark& a, const PlacedMark& b) {
      if (a.mark->width() != b.mark->width()) return a.mark->width() > b.mark->width();
      return a.mark->is_primary < b.mark->is_primary;
    });
    for (const PlacedMark& placed : placed_) {
      const Mark& mark = *placed.mark;
      const char32_t sign = mark.is_primary ? U'^' : U'-';
      const Role role = layout_.role_of(mark);
      for (std::size_t at = mark.start.display; at < mark.end.display; ++at) {
        grid_.put(row_ + 1, code(at), sign, role);
      }
      if (mark.takes_space() || (placed.level > 0 && mark.has_label())) {
        grid_.put(row_ + 1, code(mark.start.display), sign, role);
      }
    }
  }

  // Shortens marks of several screens' width in the middle, with the code.
  void cut_long_marks() {
    constexpr std::size_t kLeastPadding = 5;
    const std::size_t screen = layout_.margin.width();
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const Mark& mark = *placed_[i].mark;
      if (placed_[i].overlaps_others || mark.kind != Mark::Kind::Single) continue;
      const std::size_t width = mark.end.display - mark.start.display;
      if (width <= screen * 2 || width <= kLeastPadding * 2 + kCutWidth) continue;
      const std::size_t padding = std::max(screen / 3, kLeastPadding);
      const std::size_t start = layout_.code_column + minus(mark.start.display + padding, left_);
      const std::size_t end = layout_.code_column + minus(mark.end.display - padding, left_);
      grid_.replace(row_, start, end, kCut, Role::LineNumber);
      grid_.replace(row_ + 1, start, end, kCut, Role::LineNumber);
    }
  }

  std::vector<Bar> bars_of_marks() const {
    std::vector<Bar> bars;
    for (const PlacedMark& placed : placed_) {
      if (placed.mark->takes_space()) {
        bars.push_back({placed.mark->depth, layout_.role_of(*placed.mark)});
      }
    }
    return bars;
  }

  Grid& grid_;
  const AnnotatedLine& line_;
  const FrameLayout& layout_;
  bool closes_;
  std::size_t row_;       // Of the text.
  std::string text_;      // As shown if nothing were cut.
  std::size_t left_ = 0;  // Columns cut off.
  std::vector<PlacedMark> placed_;
  std::size_t levels_ = 0;  // Lines that labels need below the marks.
};

}  // namespace

std::vector<Bar> draw_source_line(Grid& grid, const AnnotatedLine& line, const FrameLayout& layout,
                                  bool closes) {
  return LineDrawer(grid, line, layout, closes).draw();
}

}  // namespace common::diag
