#include "mux/model/arrange.h"

#include <algorithm>
#include <utility>

#include "mux/model/focus.h"
#include "mux/model/pane_numbers.h"
#include "mux/model/scroll.h"

namespace mux::model {

namespace {

using layout::Placement;
using layout::Rect;

struct Insets {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

constexpr Insets kBox{.left = 1, .top = 1, .right = 1, .bottom = 1};

// What a tab's panes have in common.
struct FrameRules {
  FrameStyle style = FrameStyle::Titles;
  Rect viewport;
  bool is_single = false;  // There is one tiled pane beside the bars.
};

bool has_single_tile(const Tab& tab) {
  const layout::Tile* const root = tab.layout.tiles().root();
  if (root == nullptr) return false;
  return std::ranges::count_if(layout::panes_of(*root), &layout::Tile::is_selectable) == 1;
}

// The place of the stack that the pane is in; its own if it is in none.
Rect unit_rect(const Tab& tab, const Placement& placement) {
  const layout::Tile* const root = tab.layout.tiles().root();
  const bool is_tiled =
      placement.role == Placement::Role::Tiled || placement.role == Placement::Role::Title;
  if (!is_tiled || root == nullptr) return placement.rect;
  const auto path = layout::path_to_unit(*root, placement.pane);
  return path ? layout::tile_at(*root, *path).rect : placement.rect;
}

// Lines between panes, on the sides where others follow.
Insets lines_beside(const Rect& unit, const Rect& viewport) {
  return {.left = 0,
          .top = 0,
          .right = unit.right() < viewport.right() ? 1 : 0,
          .bottom = unit.bottom() < viewport.bottom() ? 1 : 0};
}

bool has_title_row(const Tab& tab, const Pane& pane, const Placement& placement,
                   const FrameRules& rules) {
  // It is in the list above the stack.
  if (!placement.title.is_empty()) return false;
  if (rules.style == FrameStyle::Titles && !pane.is_borderless) {
    // What has ended or waits says so there.
    const bool has_news = pane.state != PaneState::Running;
    return placement.role == Placement::Role::Fullscreen || !rules.is_single || has_news;
  }
  return placement.role == Placement::Role::Tiled && tab.layout.tiles().is_in_stack(pane.id());
}

Insets insets_of(const Tab& tab, const Pane& pane, const Placement& placement,
                 const FrameRules& rules) {
  if (!pane.is_selectable()) return {};
  const auto& fullscreen = tab.layout.fullscreen();
  const bool fills_screen = placement.role == Placement::Role::Fullscreen;
  if (fills_screen && fullscreen && fullscreen->covers_bars) return {};
  if (placement.role == Placement::Role::Floating || rules.style == FrameStyle::Full) {
    return pane.is_borderless ? Insets{} : kBox;
  }
  Insets insets = fills_screen ? Insets{} : lines_beside(unit_rect(tab, placement), rules.viewport);
  if (has_title_row(tab, pane, placement, rules)) insets.top = 1;
  return insets;
}

PaneView view_of_placement(const Tab& tab, const Pane& pane, const Placement& placement,
                           const FrameRules& rules) {
  PaneView view{.placement = placement, .content = {}};
  if (placement.role == Placement::Role::Title) {
    if (rules.style != FrameStyle::Full) {
      view.right = lines_beside(unit_rect(tab, placement), rules.viewport).right;
    }
    return view;
  }
  const Insets insets = insets_of(tab, pane, placement, rules);
  view.left = insets.left;
  view.top = insets.top;
  view.right = insets.right;
  view.bottom = insets.bottom;
  const Rect& rect = placement.rect;
  view.content = {.x = rect.x + insets.left,
                  .y = rect.y + insets.top,
                  .columns = std::max(rect.columns - insets.left - insets.right, 0),
                  .rows = std::max(rect.rows - insets.top - insets.bottom, 0)};
  return view;
}

FrameRules rules_for(const Session& session, const Tab& tab) {
  return {.style = session.options.frame_style,
          .viewport = tab.layout.tiles().viewport(),
          .is_single = has_single_tile(tab)};
}

// The smallest of the clients that look at the tab.
std::optional<term::Size> size_wanted(const Session& session, const Tab& tab) {
  std::optional<term::Size> size;
  for (const auto& [id, client] : session.clients) {
    if (client.tab != tab.id || client.is_read_only) continue;
    if (!size) size = client.size;
    size->columns = std::min(size->columns, client.size.columns);
    size->rows = std::min(size->rows, client.size.rows);
  }
  return size;
}

void fit(Session& session, Host& host, const PaneView& view) {
  Pane* const pane = session.find_pane(view.placement.pane);
  if (pane == nullptr || pane->terminal() == nullptr || view.content.is_empty()) return;
  const term::Size size = size_of(view.content);
  if (pane->terminal()->size() == size) return;
  resize_text(*pane, size);
  if (pane->has_process) host.resize(pane->id(), size);
}

void report_focus(Session& session) {
  std::vector<PaneId> focused;
  for (const auto& [id, client] : session.clients) {
    if (const auto pane = focused_pane(session, id)) focused.push_back(*pane);
  }
  for (const auto& [id, pane] : session.panes) {
    const bool has_focus = std::ranges::find(focused, id) != focused.end();
    if (std::exchange(pane->has_focus, has_focus) == has_focus) continue;
    if (pane->has_process) pane->terminal()->report_focus(has_focus);
  }
}

}  // namespace

term::Size size_of(const layout::Rect& rect) {
  const auto cells = [](int count, std::uint16_t most) {
    return static_cast<std::uint16_t>(std::clamp<int>(count, 1, most));
  };
  return {.columns = cells(rect.columns, term::kMostColumns),
          .rows = cells(rect.rows, term::kMostRows)};
}

layout::Rect area_of(term::Size size) {
  return {.x = 0, .y = 0, .columns = size.columns, .rows = size.rows};
}

std::vector<PaneView> views_of(const Session& session, const Tab& tab) {
  const FrameRules rules = rules_for(session, tab);
  std::vector<PaneView> views;
  for (const Placement& placement : tab.layout.placements()) {
    const Pane* const pane = session.find_pane(placement.pane);
    if (pane != nullptr) views.push_back(view_of_placement(tab, *pane, placement, rules));
  }
  return views;
}

std::optional<PaneView> view_of(const Session& session, PaneId pane) {
  const Tab* const tab = session.tab_of(pane);
  if (tab == nullptr) return std::nullopt;
  for (const PaneView& view : views_of(session, *tab)) {
    if (view.placement.pane == pane) return view;
  }
  return std::nullopt;
}

PaneArea area_of_pane(const Session& session, const Tab& tab, PaneId pane) {
  const auto behind = std::ranges::find(tab.suppressed, pane, &Suppressed::pane);
  if (behind != tab.suppressed.end()) {
    PaneArea area = area_of_pane(session, tab, behind->by);
    area.is_hidden = true;
    return area;
  }
  const auto& fullscreen = tab.layout.fullscreen();
  if (fullscreen && fullscreen->pane == pane) {
    if (const auto view = view_of(session, pane)) return {view->placement.rect, view->content};
  }
  const layout::Tiles& tiles = tab.layout.tiles();
  const PaneId expanded = tiles.contains(pane) ? tiles.expanded_beside(pane) : pane;
  const layout::Tile* const shown = tiles.find(expanded);
  const bool is_listed = shown != nullptr && !shown->title.is_empty();
  const auto place = tab.layout.resting_place(is_listed ? expanded : pane);
  if (!place) return {};
  const PaneView view =
      view_of_placement(tab, *session.find_pane(place->pane), *place, rules_for(session, tab));
  if (is_listed) return {unit_rect(tab, *place), view.content, expanded != pane};
  return {place->rect, view.content.is_empty() ? place->rect : view.content};
}

void arrange(Session& session, Host& host) {
  for (const auto& tab : session.tabs) {
    if (const auto size = size_wanted(session, *tab)) {
      session.size = *size;
      if (tab->layout.area() != area_of(*size)) tab->layout.set_area(area_of(*size));
    }
    for (const PaneView& view : views_of(session, *tab)) fit(session, host, view);
  }
  number_panes(session);
  report_focus(session);
}

}  // namespace mux::model
