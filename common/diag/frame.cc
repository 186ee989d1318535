#include "common/diag/frame.h"

#include <algorithm>
#include <limits>
#include <map>

#include "common/diag/annotated_lines.h"
#include "common/diag/shown_text.h"
#include "common/diag/source_line.h"
#include "common/text/utf8.h"

namespace common::diag {
namespace {

// As if the terminal had so many columns.
constexpr std::size_t kTerminalWidth = 140;

void draw_title(Grid& grid, const Title& title) {
  const auto add = [&](std::string_view text, Role role) { grid.append(0, text, role); };
  if (!title.level_name.empty()) {
    add(title.level_name, title.level);
    add(": ", Role::Emphasis);
  } else if (!title.id.empty()) {
    std::string id;
    Painter::append_link(title.id, title.id_url, id);
    add(id, title.level);
    if (title.is_fixable) {
      add(" [", Role::Plain);
      add("*", Role::Help);
      add("]", Role::Plain);
    }
    add(" ", Role::Emphasis);
  }
  const std::string message = replaced_text(title.message);
  std::size_t line = 0;
  for (std::size_t start = 0; start <= message.size(); ++line) {
    const std::size_t end = std::min(message.find('\n', start), message.size());
    grid.append(line, std::string_view(message).substr(start, end - start), Role::Emphasis);
    start = end + 1;
  }
}

std::size_t leading_blanks(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_white_space(c)) break;
    columns += c == U'\t' ? 4 : 1;
  }
  return columns;
}

Extent extent_of(const AnnotatedLines& annotated) {
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  Extent extent{.indentation = kNone, .mark_left = kNone};
  for (const AnnotatedLine& line : annotated.lines) {
    if (!trim_white_space(line.text).empty()) {
      extent.indentation = std::min(extent.indentation, leading_blanks(line.text));
    }
    extent.longest_line = std::max(extent.longest_line, shown_width(line.text));
    for (const Mark& mark : line.marks) {
      extent.mark_left = std::min({extent.mark_left, mark.start.display, mark.end.display});
      extent.mark_right = std::max({extent.mark_right, mark.start.display, mark.end.display});
      const std::size_t label = mark.has_label() ? shown_width(mark.label) + 1 : 0;
      extent.label_right = std::max(extent.label_right, mark.end.display + label);
    }
  }
  if (extent.indentation == kNone) extent.indentation = 0;
  if (extent.mark_left == kNone) extent.mark_left = 0;
  return extent;
}

class FrameDrawer {
 public:
  FrameDrawer(const Title& title, std::span<const Excerpt> excerpts)
      : title_(title), excerpts_(excerpts) {
    for (const Excerpt& excerpt : excerpts) {
      annotated_.push_back(annotate(excerpt));
      if (!excerpt.shows_lines) continue;
      const std::size_t last = annotated_.back().lines.back().number;
      number_width_ = std::max(number_width_, std::to_string(last).size());
      depth_ = std::max(depth_, annotated_.back().depth);
    }
  }

  void draw(bool is_colored, std::string& out) {
    draw_title(grid_, title_);
    for (std::size_t i = 0; i < excerpts_.size(); ++i) draw_excerpt(i);
    grid_.write(is_colored, out);
  }

 private:
  void draw_excerpt(std::size_t index) {
    const bool is_primary = index == 0;
    if (!is_primary) draw_separator(grid_, grid_.line_count(), number_width_ + 1);
    draw_origin(excerpts_[index], annotated_[index], is_primary);
    if (!excerpts_[index].shows_lines) return;
    draw_separator(grid_, grid_.line_count(), number_width_ + 1);
    draw_lines(annotated_[index], index + 1 == excerpts_.size());
  }

  void draw_origin(const Excerpt& excerpt, const AnnotatedLines& annotated, bool is_primary) {
    const std::size_t row = grid_.line_count();
    grid_.append(row, std::string(number_width_, ' '), Role::Plain);
    grid_.append(row, is_primary ? "--> " : "::: ", Role::LineNumber);
    std::string origin(excerpt.path);
    if (const AnnotatedLine* line = line_of_origin(annotated, is_primary)) {
      if (excerpt.cell != 0) origin += ":cell " + std::to_string(excerpt.cell);
      origin += ':' + std::to_string(line->number);
      if (!line->marks.empty()) {
        origin += ':' + std::to_string(mark_of_origin(*line, is_primary).start.column + 1);
      }
    }
    grid_.append(row, origin, Role::Plain);
  }

  static const AnnotatedLine* line_of_origin(const AnnotatedLines& annotated, bool is_primary) {
    const auto has_marks = [](const AnnotatedLine& line) { return !line.marks.empty(); };
    const auto has_primary = [](const AnnotatedLine& line) {
      return std::ranges::any_of(line.marks, &Mark::is_primary);
    };
    auto found = annotated.lines.end();
    if (is_primary) found = std::ranges::find_if(annotated.lines, has_primary);
    if (found == annotated.lines.end()) found = std::ranges::find_if(annotated.lines, has_marks);
    if (found != annotated.lines.end()) return &*found;
    return is_primary ? nullptr : &annotated.lines.front();
  }

  static const Mark& mark_of_origin(const AnnotatedLine& line, bool is_primary) {
    if (!is_primary) return line.marks.front();
    return *std::ranges::min_element(line.marks, [](const Mark& a, const Mark& b) {
      if (a.is_primary != b.is_primary) return a.is_primary;
      return a.start.column < b.start.column;
    });
  }

  void draw_lines(const AnnotatedLines& annotated, bool is_last) {
    const std::size_t bar_column = number_width_ + 3;
    const std::size_t code_column = bar_column + (depth_ == 0 ? 0 : depth_ + 1);
    const FrameLayout layout{
        .number_width = number_width_,
        .bar_column = bar_column,
        .code_column = code_column,
        .margin =
            Margin(extent_of(annotated), kTerminalWidth - std::min(kTerminalWidth, code_column)),
        .primary = title_.level,
    };
    std::vector<Bar> open_bars;
    for (const AnnotatedLine& line : annotated.lines) {
      const std::size_t row = grid_.line_count();
      const bool closes = is_last && &line == &annotated.lines.back();
      const std::vector<Bar> bars = draw_source_line(grid_, line, layout, closes);
      continue_bars(bars, row, bar_column, open_bars);
    }
  }

  // Draws the bars that are open beside the lines from `row` on; then the bars
  // that end here are closed and new ones open.
  void continue_bars(const std::vector<Bar>& bars, std::size_t row, std::size_t bar_column,
                     std::vector<Bar>& open) {
    std::map<std::size_t, Role> added;
    for (const Bar& bar : bars) {
      const auto ends = std::ranges::find(open, bar.depth, &Bar::depth);
      if (ends == open.end()) {
        added[bar.depth] = bar.role;
      } else {
        *ends = open.back();
        open.pop_back();
      }
    }
    for (const Bar& bar : open) {
      for (std::size_t line = row; line < grid_.line_count(); ++line) {
        grid_.put(line, bar_column + bar.depth - 1, U'|', bar.role);
      }
    }
    for (const auto& [depth, role] : added) open.push_back({depth, role});
  }

  const Title& title_;
  std::span<const Excerpt> excerpts_;
  std::vector<AnnotatedLines> annotated_;
  std::size_t number_width_ = 0;
  std::size_t depth_ = 0;
  Grid grid_;
};

}  // namespace

void draw(const Title& title, std::span<const Excerpt> excerpts, bool is_colored,
          std::string& out) {
  FrameDrawer(title, excerpts).draw(is_colored, out);
}

}  // namespace common::diag
