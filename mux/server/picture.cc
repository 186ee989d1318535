#include "mux/server/picture.h"

#include <algorithm>

#include "mux/model/arrange.h"
#include "mux/model/focus.h"
#include "mux/server/bar_painter.h"
#include "mux/server/frame_painter.h"
#include "mux/server/looks.h"
#include "mux/server/pane_painter.h"

namespace mux::server {

namespace {

using layout::Rect;

render::CursorShape shape_of(const term::CursorStyle& style) {
  if (style.is_default) return render::CursorShape::Default;
  switch (style.shape) {
    case term::CursorShape::Block:
      return style.is_blinking ? render::CursorShape::BlinkingBlock : render::CursorShape::Block;
    case term::CursorShape::Underline:
      return style.is_blinking ? render::CursorShape::BlinkingUnderline
                               : render::CursorShape::Underline;
    case term::CursorShape::Bar:
      return style.is_blinking ? render::CursorShape::BlinkingBar : render::CursorShape::Bar;
  }
  return render::CursorShape::Default;
}

render::Cursor cursor_in(const model::Pane& pane, const Rect& content) {
  const term::Terminal& terminal = *pane.terminal();
  const term::Position position = terminal.screen().cursor;
  render::Cursor cursor{.x = content.x + position.x,
                        .y = content.y + position.y,
                        .is_visible = terminal.mode(term::Mode::CursorVisible),
                        .shape = shape_of(terminal.cursor_style())};
  if (!content.contains(cursor.x, cursor.y) || pane.scroll_top) cursor.is_visible = false;
  return cursor;
}

class Painter {
 public:
  Painter(model::Session& session, const model::ClientView& client, KeyHints& hints,
          render::Frame& frame)
      : session_(session),
        client_(client),
        hints_(hints),
        frame_(frame),
        looks_(looks_of(session.colors(), session.options)) {}

  Picture paint() {
    picture_.cursor.is_visible = false;
    const model::Tab* const tab = session_.find_tab(client_.tab);
    const render::FrameSize size = frame_.size();
    const Rect all{.x = 0, .y = 0, .columns = size.columns, .rows = size.rows};
    // Panes leave nothing of their tab's area free.
    if (tab == nullptr || tab->layout.area() != all || tab->layout.tiles().is_empty()) {
      frame_.fill(all, 0);
    }
    if (tab == nullptr) return std::move(picture_);
    focused_ = model::focused_in(session_, client_.id, *tab);
    for (const model::PaneView& view : model::views_of(session_, *tab)) paint_pane(view);
    return std::move(picture_);
  }

 private:
  void paint_pane(const model::PaneView& view) {
    const model::PaneId id = view.placement.pane;
    model::Pane* const pane = session_.find_pane(id);
    if (pane == nullptr) return;
    picture_.panes.push_back(id);
    const bool is_focused = focused_ == id;
    if (pane->kind() == model::PaneKind::Bar) {
      paint_bar(pane->content.program,
                {.session = session_, .client = client_, .hints = hints_, .looks = looks_},
                view.placement.rect, frame_);
      return;
    }
    if (pane->terminal() != nullptr && !view.content.is_empty()) {
      PanePainter(*pane, frame_).paint(view.content);
      picture_.areas.push_back(view.content);
      if (is_focused) picture_.cursor = cursor_in(*pane, view.content);
    } else if (!view.content.is_empty()) {
      frame_.fill(view.content, 0);
    }
    const bool is_marked = std::ranges::find(client_.group, id) != client_.group.end();
    paint_frame({.pane = *pane, .view = view, .is_focused = is_focused, .is_marked = is_marked},
                looks_, frame_);
  }

  model::Session& session_;
  const model::ClientView& client_;
  KeyHints& hints_;
  render::Frame& frame_;
  Looks looks_;
  std::optional<model::PaneId> focused_;
  Picture picture_;
};

}  // namespace

Picture paint(model::Session& session, const model::ClientView& client, KeyHints& hints,
              render::Frame& frame) {
  return Painter(session, client, hints, frame).paint();
}

}  // namespace mux::server
