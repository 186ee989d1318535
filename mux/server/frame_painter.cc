#include "mux/server/frame_painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/width.h"
#include "mux/model/scroll.h"
#include "mux/model/search.h"

namespace mux::server {

namespace {

using layout::Rect;

class FramePainter {
 public:
  FramePainter(const PaneFrame& of, const Looks& looks, render::Frame& frame)
      : of_(of), looks_(looks), frame_(frame), rect_(of.view.placement.rect) {
    const render::Style& style = of.is_marked    ? looks.marked_frame
                                 : of.is_focused ? looks.focused_frame
                                                 : looks.frame;
    style_ = frame.tables().style(style);
    render::Style title = style;
    title.is_bold = of.is_focused;
    title_style_ = frame.tables().style(title);
  }

  void paint() {
    if (of_.view.content.is_empty()) return paint_entry(rect_, false);
    if (!of_.view.placement.title.is_empty()) paint_entry(of_.view.placement.title, true);
    if (of_.view.left > 0) return paint_box();
    if (of_.view.top > 0) {
      paint_title(
          {.x = rect_.x, .y = rect_.y, .columns = rect_.columns - of_.view.right, .rows = 1});
    }
    if (of_.view.bottom > 0) paint_held();
  }

 private:
  int last_x() const { return rect_.right() - 1; }
  int last_y() const { return rect_.bottom() - 1; }

  void paint_box() {
    for (int y = rect_.y + 1; y < last_y(); ++y) {
      frame_.put(rect_.x, y, U'│', false, style_);
      frame_.put(last_x(), y, U'│', false, style_);
    }
    paint_edge(rect_.y, corner(U'┌', U'╭'), corner(U'┐', U'╮'));
    const int behind = frame_.write(rect_.x + 2, rect_.y, fmt::format(" {} ", of_.pane.title()),
                                    title_style_, last_x() - 1);
    paint_right_text({.x = rect_.x, .y = rect_.y, .columns = rect_.columns - 2, .rows = 1}, behind);
    paint_edge(last_y(), corner(U'└', U'╰'), corner(U'┘', U'╯'));
    paint_held();
  }

  void paint_edge(int y, char32_t left, char32_t right) {
    for (int x = rect_.x + 1; x < last_x(); ++x) frame_.put(x, y, U'─', false, style_);
    frame_.put(rect_.x, y, left, false, style_);
    frame_.put(last_x(), y, right, false, style_);
  }

  char32_t corner(char32_t square, char32_t round) const {
    return looks_.has_round_corners ? round : square;
  }

  void paint_held() {
    if (of_.pane.state == model::PaneState::Running) return;
    const std::string text = first_that_fits(held_texts(), last_x() - rect_.x - 2);
    frame_.write(rect_.x + 2, last_y(), text, held_style(), last_x());
  }

  // In the middle of the line.
  void paint_title(const Rect& line) {
    frame_.fill(line, 0);
    write_centered(line, "", of_.pane.title());
  }

  // Of a stack's list of panes.
  void paint_entry(Rect line, bool is_expanded) {
    line.columns -= of_.view.left > 0 ? 0 : of_.view.right;
    frame_.fill(line, 0);
    write_centered(line, is_expanded ? "> " : "", fmt::format("│ {} │", of_.pane.title()));
  }

  // `mark` is to the left of the middle.
  void write_centered(const Rect& line, std::string_view mark, const std::string& text) {
    const int width = static_cast<int>(common::display_width(text));
    const int before = static_cast<int>(common::display_width(mark));
    const int x = line.x + std::max((line.columns - width) / 2, before);
    // Of what has ended the exit code matters more than the end of a long title.
    const int reserved =
        tells_held() ? static_cast<int>(common::display_width(held_texts().back())) : 0;
    frame_.write(x - before, line.y, mark, title_style_, line.right());
    paint_right_text(line, frame_.write(x, line.y, text, title_style_, line.right() - reserved));
  }

  // Of a pane whose command does not run, the longest first.
  std::vector<std::string> held_texts() const {
    if (of_.pane.state == model::PaneState::Suspended) {
      return {" <ENTER> run, <ESC> shell, <Ctrl-c> close ", " <ENTER> run "};
    }
    const int code = of_.pane.exit_code.value_or(0);
    return {fmt::format(" EXIT CODE: {} <ENTER> run again, <ESC> shell, <Ctrl-c> close ", code),
            fmt::format(" EXIT CODE: {} <ENTER> run again ", code),
            fmt::format(" EXIT CODE: {} ", code), fmt::format(" {} ", code)};
  }

  render::StyleId held_style() const {
    const bool is_good = of_.pane.exit_code.value_or(0) == 0;
    return frame_.tables().style(is_good ? looks_.good : looks_.bad);
  }

  // Empty if none does.
  static std::string first_that_fits(const std::vector<std::string>& texts, int columns) {
    for (const std::string& text : texts) {
      if (static_cast<int>(common::display_width(text)) <= columns) return text;
    }
    return {};
  }

  // At the end of the line, if something fits behind `x`.
  void paint_right_text(const Rect& line, int x) {
    const std::string text = first_that_fits(right_texts(), line.right() - x);
    const int width = static_cast<int>(common::display_width(text));
    frame_.write(line.right() - width, line.y, text, tells_held() ? held_style() : style_,
                 line.right());
  }

  // There is no line below the pane.
  bool is_held_on_top() const {
    return of_.pane.state != model::PaneState::Running && of_.view.bottom == 0;
  }

  bool tells_held() const { return !of_.pane.scroll_top && is_held_on_top(); }

  std::vector<std::string> right_texts() const {
    const std::string search = model::search_title(of_.pane.search);
    if (!search.empty()) {
      return {fmt::format(" SEARCH: {}{} ", search, scroll_text()), scroll_text()};
    }
    if (of_.pane.scroll_top) return {scroll_text()};
    if (is_held_on_top()) return held_texts();
    return {of_.pane.has_bell && looks_.shows_bell ? " [!] " : ""};
  }

  std::string scroll_text() const {
    const std::string title = model::scroll_title(of_.pane);
    return title.empty() ? title : fmt::format(" {} ", title);
  }

  const PaneFrame& of_;
  const Looks& looks_;
  render::Frame& frame_;
  Rect rect_;
  render::StyleId style_ = 0;
  render::StyleId title_style_ = 0;
};

}  // namespace

void paint_frame(const PaneFrame& of, const Looks& looks, render::Frame& frame) {
  FramePainter(of, looks, frame).paint();
}

}  // namespace mux::server
