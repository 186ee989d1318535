#include "mux/server/picture.h"

#include <algorithm>
#include <string_view>

#include "mux/model/arrange.h"
#include "mux/model/focus.h"
#include "mux/model/scroll.h"
#include "mux/server/bar_painter.h"
#include "mux/server/frame_painter.h"
#include "mux/server/line_painter.h"
#include "mux/server/looks.h"
#include "mux/server/pane_painter.h"
#include "mux/server/waiting_banner.h"

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

// Of copy mode.
render::Cursor copy_cursor_in(const model::Pane& pane, const Rect& content) {
  const model::TextPosition at = pane.copying->cursor;
  const std::uint64_t top = model::top_line(pane);
  render::Cursor cursor{.x = content.x + at.column, .shape = render::CursorShape::Block};
  cursor.is_visible = at.line >= top && at.line - top < static_cast<std::uint64_t>(content.rows);
  if (cursor.is_visible) cursor.y = content.y + static_cast<int>(at.line - top);
  cursor.x = std::min(cursor.x, content.right() - 1);
  return cursor;
}

class Painter {
 public:
  Painter(model::Session& session, const model::ClientView& client, KeyHints& hints,
          const IsHeld& is_held, const Picture& before, render::Frame& frame)
      : session_(session),
        client_(client),
        hints_(hints),
        is_held_(is_held),
        before_(before),
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
      is_erased_ = true;
    }
    if (tab == nullptr) return std::move(picture_);
    picture_.focused = model::focused_in(session_, client_.id, *tab);
    const std::vector<model::PaneView> views = model::views_of(session_, *tab);
    picture_.has_overlaps = std::ranges::any_of(views, [](const model::PaneView& view) {
      return view.placement.role == layout::Placement::Role::Floating;
    });
    paint_lines(views, picture_.focused, looks_, frame_);
    for (const model::PaneView& view : views) paint_pane(view);
    return std::move(picture_);
  }

 private:
  void paint_pane(const model::PaneView& view) {
    const model::PaneId id = view.placement.pane;
    model::Pane* const pane = session_.find_pane(id);
    if (pane == nullptr) return;
    picture_.panes.push_back(id);
    if (view.placement.role == layout::Placement::Role::Floating) cover(view.placement.rect);
    const bool is_focused = picture_.focused == id;
    if (pane->kind() == model::PaneKind::Bar) {
      paint_bar(pane->content.program,
                {.session = session_, .client = client_, .hints = hints_, .looks = looks_},
                view.placement.rect, frame_);
      return;
    }
    if (pane->terminal() != nullptr && !view.content.is_empty()) {
      paint_text(*pane, view.content);
    } else if (!view.content.is_empty()) {
      frame_.fill(view.content, 0);
      tell_of_plugin(view.content);
    }
    const bool is_marked =
        client_.hovered == id || std::ranges::find(client_.group, id) != client_.group.end();
    paint_frame({.pane = *pane, .view = view, .is_focused = is_focused, .is_marked = is_marked},
                looks_, frame_);
  }

  // In the middle of its pane; the title says which.
  void tell_of_plugin(const Rect& place) {
    constexpr std::string_view kText = "kmux has no plugins";
    const int x = place.x + std::max((place.columns - static_cast<int>(kText.size())) / 2, 0);
    frame_.write(x, place.y + place.rows / 2, kText, frame_.tables().style(looks_.frame),
                 place.right());
  }

  // Those that were drawn so far are behind it.
  void cover(const Rect& rect) {
    for (PaneText& text : picture_.texts) {
      if (layout::overlap(text.place, rect)) text.covers.push_back(rect);
    }
  }

  void paint_text(model::Pane& pane, const Rect& place) {
    PaneText text{.pane = pane.id(), .place = place, .drawn = {}, .covers = {}};
    const bool is_focused = picture_.focused == pane.id();
    picture_.areas.push_back(place);
    const PaneText* const shown = is_held_(pane.id()) ? shown_before(text) : nullptr;
    if (shown != nullptr) {
      text.drawn = shown->drawn;
      if (is_focused) picture_.cursor = before_.cursor;
    } else {
      PanePainter(pane, frame_, session_.options.shows_links).repaint(place, text.drawn);
      const bool is_copying = pane.copying && input::is_of_copying(client_.mode);
      if (is_focused) {
        picture_.cursor = is_copying ? copy_cursor_in(pane, place) : cursor_in(pane, place);
      }
    }
    if (pane.state == model::PaneState::Suspended) {
      paint_waiting_banner(pane, place, looks_, frame_);
    }
    picture_.texts.push_back(std::move(text));
  }

  // The frame still shows the pane in that place.
  const PaneText* shown_before(const PaneText& text) const {
    if (is_erased_ || before_.has_overlaps || picture_.has_overlaps) return nullptr;
    const auto found = std::ranges::find_if(before_.texts, [&](const PaneText& other) {
      return other.pane == text.pane && other.place == text.place;
    });
    return found == before_.texts.end() ? nullptr : &*found;
  }

  model::Session& session_;
  const model::ClientView& client_;
  KeyHints& hints_;
  const IsHeld& is_held_;
  const Picture& before_;
  render::Frame& frame_;
  Looks looks_;
  Picture picture_;
  bool is_erased_ = false;
};

}  // namespace

Picture paint(model::Session& session, const model::ClientView& client, KeyHints& hints,
              const IsHeld& is_held, const Picture& before, render::Frame& frame) {
  return Painter(session, client, hints, is_held, before, frame).paint();
}

bool repaint(model::Session& session, const IsHeld& is_held, Picture& picture,
             render::Frame& frame) {
  for (PaneText& text : picture.texts) {
    model::Pane* const pane = session.find_pane(text.pane);
    if (pane == nullptr || pane->terminal() == nullptr) return false;
    // Its frame tells how far it is scrolled.
    if (pane->scroll_top) return false;
    if (is_held(text.pane)) continue;
    PanePainter painter(*pane, frame, session.options.shows_links);
    // What is marked is marked in the frame, whoever is in front.
    if (!text.covers.empty() && !painter.shows_screen()) return false;
    painter.repaint(text.place, text.drawn, text.covers);
    if (picture.focused == text.pane) picture.cursor = cursor_in(*pane, text.place);
  }
  return true;
}

}  // namespace mux::server
