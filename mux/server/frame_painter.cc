#include "mux/server/frame_painter.h"

#include <fmt/format.h>

#include <string>
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
    if (of_.view.content.is_empty()) return paint_line(rect_);
    if (!of_.view.placement.title.is_empty()) paint_line(of_.view.placement.title);
    paint_sides();
    if (of_.view.top > 0) paint_top();
    if (of_.view.bottom > 0) paint_bottom();
  }

 private:
  int last_x() const { return rect_.right() - 1; }
  int last_y() const { return rect_.bottom() - 1; }

  void paint_sides() {
    for (int y = rect_.y; y < rect_.bottom(); ++y) {
      if (of_.view.left > 0) frame_.put(rect_.x, y, U'│', false, style_);
      if (of_.view.right > 0) frame_.put(last_x(), y, U'│', false, style_);
    }
  }

  void paint_horizontal(int y, char32_t left, char32_t right) {
    for (int x = rect_.x; x < rect_.right(); ++x) frame_.put(x, y, U'─', false, style_);
    if (of_.view.left > 0) frame_.put(rect_.x, y, left, false, style_);
    if (of_.view.right > 0) frame_.put(last_x(), y, right, false, style_);
  }

  char32_t corner(char32_t square, char32_t round) const {
    return looks_.has_round_corners ? round : square;
  }

  void paint_top() {
    paint_horizontal(rect_.y, corner(U'┌', U'╭'), corner(U'┐', U'╮'));
    paint_texts({.x = rect_.x, .y = rect_.y, .columns = rect_.columns, .rows = 1});
  }

  void paint_bottom() {
    paint_horizontal(last_y(), corner(U'└', U'╰'), corner(U'┘', U'╯'));
    if (of_.pane.state == model::PaneState::Running) return;
    const std::string text = first_that_fits(held_texts(), last_x() - rect_.x - 2);
    frame_.write(rect_.x + 2, last_y(), text, held_style(), last_x());
  }

  // A title alone, as in stacks.
  void paint_line(const Rect& line) {
    for (int x = line.x; x < line.right(); ++x) frame_.put(x, line.y, U'─', false, style_);
    if (of_.view.right > 0) frame_.put(line.right() - 1, line.y, U'┤', false, style_);
    paint_texts(line);
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

  // The title on the left, and on the right what fits.
  void paint_texts(const Rect& line) {
    const int end = line.right() - 2;
    std::string title = fmt::format(" {} ", of_.pane.title());
    const int behind = frame_.write(line.x + 2, line.y, title, title_style_, end);
    const bool tells_held = !of_.pane.scroll_top && is_held_on_top();
    const std::string right = first_that_fits(right_texts(), end - behind - 1);
    const int width = static_cast<int>(common::display_width(right));
    frame_.write(end - width, line.y, right, tells_held ? held_style() : style_, end);
  }

  // There is no line below the pane.
  bool is_held_on_top() const {
    return of_.pane.state != model::PaneState::Running && of_.view.bottom == 0;
  }

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
    if (!of_.pane.scroll_top) return "";
    const model::ScrollPosition position = model::scroll_position(of_.pane);
    return fmt::format(" SCROLL: {}/{} ", position.above_bottom, position.most);
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
