#include "mux/model/pane_ops.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "common/base/check.h"
#include "mux/layout/apply_layout.h"
#include "mux/model/arrange.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/scroll.h"
#include "mux/model/swaps.h"

namespace mux::model {

namespace {

using common::fail;
using common::Result;
using layout::PaneContent;

std::optional<term::Color> color_of(const std::string& text) {
  return text.empty() ? std::nullopt : term::parse_color(text);
}

// A file whose text the pane shows before its program does anything.  Names without a
// folder are of layouts that came without a file, or of a journal, which shows them itself.
void show_contents(Host& host, Pane& pane, const std::string& path) {
  if (pane.terminal() == nullptr || !path.starts_with('/')) return;
  const auto text = host.read_file(path);
  if (!text) return;
  std::string shown;
  for (const char c : *text) {
    if (c == '\n' && !shown.ends_with('\r')) shown += '\r';
    shown += c;
  }
  if (!shown.empty() && !shown.ends_with('\n')) shown += "\r\n";
  pane.terminal()->write(shown);
}

// Does not start anything.
Pane& make_pane(Session& session, Host& host, PaneId id, const layout::PaneSpec& spec) {
  auto pane =
      std::make_unique<Pane>(id, spec.content, session.size, session.options.terminal, host);
  pane->name = spec.name;
  pane->is_borderless = spec.is_borderless;
  pane->is_excluded_from_sync = spec.is_excluded_from_sync;
  pane->foreground = color_of(spec.foreground);
  pane->background = color_of(spec.background);
  show_contents(host, *pane, spec.contents_file);
  Pane& made = *pane;
  session.panes.emplace(id, std::move(pane));
  return made;
}

// Where the pane beside it is, unless something else is said.
std::string cwd_for(const Session& session, Host& host, const PaneContent& content,
                    std::optional<PaneId> beside) {
  std::string base = session.options.cwd;
  const Pane* const pane = beside ? session.find_pane(*beside) : nullptr;
  if (base.empty() && pane != nullptr) {
    base = pane->has_process ? host.working_directory(*beside) : std::string();
    if (base.empty()) base = pane->cwd;
  }
  return layout::joined_path(base, content.cwd);
}

// A terminal as large as its place before its program sees it.
void fit_to_place(Session& session, Pane& pane) {
  if (pane.terminal() == nullptr) return;
  const auto view = view_of(session, pane.id());
  if (view && !view->content.is_empty()) resize_text(pane, size_of(view->content));
}

void hold(Pane& pane, int exit_code) {
  pane.state = PaneState::Held;
  pane.exit_code = exit_code;
}

void start(Session& session, Host& host, Pane& pane, std::vector<std::string> argv) {
  constexpr int kNotFound = 127;
  pane.state = PaneState::Running;
  fit_to_place(session, pane);
  pane.exit_code.reset();
  // Before it runs, so that nothing it writes at once is lost.
  pane.has_process = true;
  const auto spawned = host.spawn({.pane = pane.id(),
                                   .command = std::move(argv),
                                   .cwd = pane.cwd,
                                   .environment = {},
                                   .size = pane.terminal()->size()});
  if (spawned) return;
  pane.has_process = false;
  pane.terminal()->write(fmt::format("{}\r\n", spawned.error().message));
  hold(pane, kNotFound);
}

void start_or_suspend(Session& session, Host& host, Pane& pane) {
  if (pane.kind() != PaneKind::Terminal) return;
  if (pane.content.starts_suspended) {
    pane.state = PaneState::Suspended;
    fit_to_place(session, pane);
  } else {
    start(session, host, pane, argv_of(session, pane.content));
  }
}

Result<void> put_in_place_of(Session& session, Tab& tab, PaneId pane, PaneId added) {
  layout::TabLayout& layout = tab.layout;
  const auto fullscreen = layout.fullscreen();
  if (layout.floats().contains(pane)) {
    TRY(layout.floats().replace(pane, added));
  } else {
    const layout::Tile* const tile = layout.tiles().find(pane);
    if (tile == nullptr || !tile->is_selectable) return fail("there is no pane to replace");
    TRY(layout.tiles().replace(pane, added));
  }
  tab.suppressed.push_back({.pane = pane, .by = added});
  hand_over_focus(session, tab, pane, added);
  if (!fullscreen || fullscreen->pane != pane) return {};
  layout.leave_fullscreen();
  return layout.toggle_fullscreen(added, fullscreen->covers_bars);
}

// By the layout's choice; then by the swap layout of that number of panes.
Result<void> put_anywhere(Session& session, Tab& tab, PaneId added,
                          Result<void> (*add)(layout::Tiles& tiles, PaneId near, PaneId added),
                          PaneId near) {
  tab.layout.leave_fullscreen();
  TRY(add(tab.layout.tiles(), near, added));
  adapt_tiles(session, tab, added);
  return {};
}

Result<void> add_near(layout::Tiles& tiles, PaneId near, PaneId added) {
  return tiles.add_near(near, added);
}

Result<void> add_to_largest(layout::Tiles& tiles, PaneId /*near*/, PaneId added) {
  return tiles.add(added);
}

Result<void> put(Session& session, Tab& tab, PaneId added, const PanePlace& place) {
  layout::TabLayout& layout = tab.layout;
  const PaneId near = place.near.value_or(PaneId{});
  // A tab whose only panes float, or none: there is nothing to be beside of.
  const bool has_near = place.near && layout.tiles().contains(near);
  switch (place.kind) {
    case PanePlace::Kind::Beside:
      if (!has_near) break;
      layout.leave_fullscreen();
      TRY(layout.tiles().split(near, added, place.direction));
      tab.tiled_swaps.mark_changed();
      return {};
    case PanePlace::Kind::Stacked:
      if (!has_near) break;
      layout.leave_fullscreen();
      TRY(layout.tiles().add_to_stack(near, added));
      tab.tiled_swaps.mark_changed();
      return {};
    case PanePlace::Kind::Near:
      if (!has_near) break;
      return put_anywhere(session, tab, added, add_near, near);
    case PanePlace::Kind::InPlace:
      if (!place.near) break;
      return put_in_place_of(session, tab, near, added);
    case PanePlace::Kind::Floating:
      TRY(layout.floats().add(added, place.place));
      if (place.is_pinned) TRY(layout.floats().set_pinned(added, true));
      if (place.place == layout::FloatPlace()) {
        adapt_floats(session, tab);
      } else {
        tab.floating_swaps.mark_changed();
      }
      return {};
    case PanePlace::Kind::Anywhere:
      if (!has_near || !session.options.resizes_to_stacks) break;
      return put_anywhere(session, tab, added, add_near, near);
  }
  return put_anywhere(session, tab, added, add_to_largest, near);
}

bool is_of_plugin(const PaneContent& content) {
  return content.kind == PaneContent::Kind::Plugin;
}

// In the order in which layouts ask for them.
void collect_ids(Session& session, const layout::TileSpec& tile, std::vector<PaneId>& ids) {
  if (tile.is_pane()) ids.push_back(session.next_pane_id(is_of_plugin(tile.pane.content)));
  for (const layout::TileSpec& child : tile.children) collect_ids(session, child, ids);
}

layout::AppliedTab apply(Session& session, const layout::TabSpec& spec) {
  std::vector<PaneId> ids;
  collect_ids(session, spec.tiles, ids);
  for (const layout::FloatSpec& floating : spec.floats) {
    ids.push_back(session.next_pane_id(is_of_plugin(floating.pane.content)));
  }
  return layout::apply_tab(spec, area_of(session.size), session.options.tile_rules,
                           [next = ids.begin()]() mutable { return *next++; });
}

Tab& insert_tab(Session& session, layout::AppliedTab applied, const layout::TabSpec& spec,
                std::optional<std::size_t> position) {
  auto tab = std::make_unique<Tab>(session.next_tab_id(), std::move(applied.layout));
  tab->name = spec.name;
  for (const auto& other : session.tabs) tab->number = std::max(tab->number, other->number + 1);
  tab->focus.pane = applied.focus;
  const std::size_t at = std::min(position.value_or(session.tabs.size()), session.tabs.size());
  return **session.tabs.insert(session.tabs.begin() + static_cast<std::ptrdiff_t>(at),
                               std::move(tab));
}

// The pane that has been there longest.
void make_room_for_one(Session& session, Host& host) {
  const std::size_t most = session.options.most_panes;
  if (most == 0) return;
  std::size_t count = 0;
  std::optional<PaneId> oldest;
  for (const auto& [id, pane] : session.panes) {
    if (!pane->is_selectable() || session.tab_of(id) == nullptr) continue;
    if (!oldest) oldest = id;
    ++count;
  }
  if (count <= most || !oldest) return;
  Tab& tab = *session.tab_of(*oldest);
  if (session.tabs.size() == 1 && count == 1) return;
  if (take_out(session, tab, *oldest)) {
    static_cast<void>(close_tab(session, host, tab.id, 0));
  }
  destroy_pane(session, host, *oldest);
}

TabId open_described_tab(Session& session, Host& host, const layout::TabSpec& spec,
                         const layout::Layout& layout, std::optional<std::size_t> position,
                         const PreparePane& prepare) {
  const std::optional<PaneId> beside = focused_pane(session, std::nullopt);
  layout::AppliedTab applied = apply(session, spec);
  std::vector<Pane*> made;
  for (const layout::AppliedPane& pane : applied.panes) {
    made.push_back(&make_pane(session, host, pane.pane, pane.spec));
    // What is brought back says itself where it was.
    made.back()->cwd =
        prepare ? pane.spec.content.cwd : cwd_for(session, host, pane.spec.content, beside);
  }
  Tab& tab = insert_tab(session, std::move(applied), spec, position);
  set_swaps(tab, spec, layout);
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (prepare) fit_to_place(session, *made[i]);
    if (!prepare || prepare(i, *made[i])) start_or_suspend(session, host, *made[i]);
  }
  repair_focus(session);
  return tab.id;
}

}  // namespace

std::vector<std::string> argv_of(const Session& session, const PaneContent& content) {
  std::vector<std::string> argv;
  switch (content.kind) {
    case PaneContent::Kind::Shell:
      return session.options.shell;
    case PaneContent::Kind::Command:
      argv.push_back(content.program);
      break;
    case PaneContent::Kind::Edit:
      argv = session.options.editor;
      // "+LINE", which all editors understand, comes before the file.
      argv.insert(argv.end(), content.arguments.begin(), content.arguments.end());
      argv.push_back(content.program);
      return argv;
    case PaneContent::Kind::Plugin:
      return argv;
  }
  argv.insert(argv.end(), content.arguments.begin(), content.arguments.end());
  return argv;
}

Result<PaneId> open_pane(Session& session, Host& host, const layout::PaneSpec& spec,
                         const PanePlace& place) {
  Tab* const tab = session.find_tab(place.tab);
  if (tab == nullptr) return fail("there is no such tab");
  const PaneId id = session.next_pane_id(is_of_plugin(spec.content));
  Pane& pane = make_pane(session, host, id, spec);
  pane.cwd = cwd_for(session, host, spec.content, place.near);
  if (auto placed = put(session, *tab, id, place); !placed) {
    session.panes.erase(id);
    return std::unexpected(placed.error());
  }
  tab->layout.settle();
  start_or_suspend(session, host, pane);
  if (place.kind == PanePlace::Kind::InPlace && place.closes_replaced && place.near) {
    take_out(session, *tab, *place.near);
    destroy_pane(session, host, *place.near);
  }
  make_room_for_one(session, host);
  repair_focus(session);
  return id;
}

Result<void> run_pane(Session& session, Host& host, PaneId id) {
  Pane* const pane = session.find_pane(id);
  if (pane == nullptr || pane->terminal() == nullptr) return fail("there is no such pane");
  if (pane->state == PaneState::Running) return fail("the pane's command is running");
  start(session, host, *pane, argv_of(session, pane->content));
  return {};
}

Result<void> run_shell_in(Session& session, Host& host, PaneId id) {
  Pane* const pane = session.find_pane(id);
  if (pane == nullptr || pane->terminal() == nullptr) return fail("there is no such pane");
  if (pane->state == PaneState::Running) return fail("the pane's command is running");
  pane->content = {};
  pane->program_title.clear();
  start(session, host, *pane, argv_of(session, pane->content));
  return {};
}

TabId open_tab(Session& session, Host& host, const layout::TabSpec& spec,
               const layout::Layout& layout, std::optional<std::size_t> position) {
  return open_described_tab(session, host, spec, layout, position, {});
}

TabId open_tab_as(Session& session, Host& host, const layout::TabSpec& spec,
                  const layout::Layout& layout, const PreparePane& prepare) {
  return open_described_tab(session, host, spec, layout, std::nullopt, prepare);
}

PaneId add_hidden_pane(Session& session, Host& host, Tab& tab, const layout::PaneSpec& spec,
                       PaneId by, const std::function<bool(Pane& pane)>& prepare) {
  const PaneId id = session.next_pane_id(is_of_plugin(spec.content));
  Pane& pane = make_pane(session, host, id, spec);
  pane.cwd = spec.content.cwd;
  tab.suppressed.push_back({.pane = id, .by = by});
  if (prepare(pane)) start_or_suspend(session, host, pane);
  return id;
}

TabId open_tab_with(Session& session, Host& host, const layout::TabSpec& spec,
                    std::span<const PaneId> panes, std::optional<std::size_t> position) {
  layout::AppliedTab applied = apply(session, spec);
  auto next = panes.begin();
  for (const layout::AppliedPane& pane : applied.panes) {
    if (layout::is_bar(pane.spec.content)) {
      make_pane(session, host, pane.pane, pane.spec);
    } else if (next != panes.end() && applied.layout.tiles().contains(pane.pane)) {
      CHECK(applied.layout.tiles().replace(pane.pane, *next++).has_value());
    } else {
      CHECK(applied.layout.remove(pane.pane).has_value());
    }
  }
  applied.focus = panes.front();
  Tab& tab = insert_tab(session, std::move(applied), spec, position);
  set_swaps(tab, spec, session.options.layout);
  for (; next != panes.end(); ++next) {
    if (!tab.layout.tiles().add(*next)) CHECK(tab.layout.floats().add(*next).has_value());
  }
  adapt_tiles(session, tab);
  repair_focus(session);
  return tab.id;
}

layout::AppliedTab lay_out(Session& session, const layout::TabSpec& spec) {
  return apply(session, spec);
}

Pane& add_pane(Session& session, Host& host, PaneId id, const layout::PaneSpec& spec,
               std::optional<PaneId> beside) {
  Pane& pane = make_pane(session, host, id, spec);
  pane.cwd = cwd_for(session, host, spec.content, beside);
  return pane;
}

void start_pane(Session& session, Host& host, Pane& pane) {
  start_or_suspend(session, host, pane);
}

void open_layout(Session& session, Host& host, const layout::Layout& layout) {
  std::optional<TabId> focus;
  for (const layout::TabSpec& spec : layout.tabs) {
    const TabId tab = open_tab(session, host, spec, layout);
    if (!focus || spec.has_focus) focus = tab;
  }
  if (layout.tabs.empty()) focus = open_tab(session, host, layout.new_tab, layout);
  session.focused_tab = *focus;
  repair_focus(session);
}

}  // namespace mux::model
