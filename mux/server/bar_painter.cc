// A bar is laid out as items from the left to the right; the same items are drawn and
// clicked on.
#include "mux/server/bar_painter.h"

#include <fmt/format.h>

#include <cctype>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/width.h"
#include "mux/model/arrange.h"
#include "mux/model/focus.h"
#include "mux/model/scroll.h"
#include "mux/model/search.h"

namespace mux::server {

namespace {

using layout::Rect;

struct Segment {
  std::string text;
  const render::Style* style;
};

int width_of(std::string_view text) {
  return static_cast<int>(common::display_width(text));
}

struct BarItem {
  std::vector<Segment> segments;
  BarTarget target = {};
  int x = 0;

  int width() const {
    int sum = 0;
    for (const Segment& segment : segments) sum += width_of(segment.text);
    return sum;
  }
};

class BarLayout {
 public:
  BarLayout(const BarContext& context, Rect place)
      : context_(context), x_(place.x), end_(place.right()) {}

  // False: there is no room for it.
  bool add(BarItem item) {
    const int width = item.width();
    if (x_ + width > end_) return false;
    item.x = x_;
    x_ += width;
    items_.push_back(std::move(item));
    return true;
  }
  bool add(std::string text, const render::Style& style) {
    return add({.segments = {{.text = std::move(text), .style = &style}}});
  }
  // At the right edge, of what room is left.
  void add_right(std::string text, const render::Style& style) {
    BarItem item{.segments = {{.text = std::move(text), .style = &style}}};
    const int width = item.width();
    if (width > room()) return;
    end_ -= width;
    item.x = end_;
    items_.push_back(std::move(item));
  }
  // As much of it as there is room for.
  void add_cut(std::string_view text, const render::Style& style) {
    int width = 0;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
      width += static_cast<int>(common::display_width(common::next_code_point(text, at)));
      if (width > room()) break;
      end = at;
    }
    add(std::string(text.substr(0, end)), style);
  }
  void skip(int columns) { x_ += columns; }
  int room() const { return end_ - x_; }
  const BarContext& context() const { return context_; }
  const Looks& looks() const { return context_.looks; }
  const std::vector<BarItem>& items() const { return items_; }

 private:
  const BarContext& context_;
  int x_;
  int end_;
  std::vector<BarItem> items_;
};

std::string mode_title(input::Mode mode) {
  std::string name(input::name_of(mode));
  for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

BarItem tab_item(const BarContext& context, const model::Tab& tab) {
  const bool is_active = tab.id == context.client.tab;
  const bool is_awaited =
      is_active && context.client.mode == input::Mode::RenameTab && tab.name.empty();
  std::string text = is_awaited ? "Enter name..." : tab.title();
  if (tab.layout.fullscreen()) text += " (FULLSCREEN)";
  if (tab.is_synchronized) text += " (SYNC)";
  return {.segments = {{.text = fmt::format(" {} ", text),
                        .style = is_active ? &context.looks.active_tab : &context.looks.tab}},
          .target = tab.id};
}

void add_tabs(BarLayout& bar) {
  std::vector<BarItem> tabs;
  std::size_t active = 0;
  for (const auto& tab : bar.context().session.tabs) {
    if (tab->id == bar.context().client.tab) active = tabs.size();
    tabs.push_back(tab_item(bar.context(), *tab));
  }
  if (tabs.empty()) return;
  // As many before the active one as there is room for.
  int room = bar.room() - tabs[active].width();
  std::size_t first = active;
  while (first > 0 && room >= tabs[first - 1].width() + 1) {
    room -= tabs[--first].width() + 1;
  }
  for (std::size_t i = first; i < tabs.size(); ++i) {
    if (!bar.add(std::move(tabs[i]))) break;
    bar.skip(1);
  }
}

std::string session_text(const BarContext& context) {
  if (!context.session.options.shows_session_name) return " kmux ";
  return fmt::format(" kmux ({}) ", context.session.name.text());
}

// What is typed, what became of it, and what was told.
void add_messages(BarLayout& bar) {
  const BarContext& context = bar.context();
  const auto focused = model::focused_pane(context.session, context.client.id);
  const model::Pane* const pane = focused ? context.session.find_pane(*focused) : nullptr;
  const input::Mode mode = context.client.mode;
  const bool is_searching = mode == input::Mode::EnterSearch || mode == input::Mode::Search ||
                            mode == input::Mode::CopySearch;
  const auto add = [&](std::string_view text, bool is_bad) {
    bar.add_cut(fmt::format(" {} ", text),
                is_bad ? context.looks.bar_bad : context.looks.bar_strong);
  };
  if (pane != nullptr && is_searching && !pane->search.pattern.empty()) {
    add(model::search_title(pane->search), !pane->search.error.empty());
  }
  if (pane != nullptr && pane->copying && pane->copying->count) {
    add(std::to_string(*pane->copying->count), false);
  }
  if (!context.session.notice.empty()) add(context.session.notice, true);
  if (context.client.notice) add(context.client.notice->text, context.client.notice->is_bad);
}

// Of the focused pane, unless its frame tells it.
void add_scroll_position(BarLayout& bar) {
  const BarContext& context = bar.context();
  const auto focused = model::focused_pane(context.session, context.client.id);
  if (!focused) return;
  const std::string title = model::scroll_title(*context.session.find_pane(*focused));
  if (title.empty()) return;  // So it is nearly always: places are not asked for then.
  const auto view = model::view_of(context.session, *focused);
  if (!view || view->top > 0 || view->bottom > 0) return;
  bar.add_right(fmt::format(" {} ", title), context.looks.bar_strong);
}

void lay_out_tab_bar(BarLayout& bar) {
  bar.add(session_text(bar.context()), bar.looks().bar_strong);
  add_scroll_position(bar);
  add_tabs(bar);
}

BarItem hint_item(const KeyHint& hint, const Looks& looks) {
  if (hint.keys.empty()) {
    return {.segments = {{.text = fmt::format(" {}", hint.label), .style = &looks.bar_strong}}};
  }
  return {.segments = {{.text = fmt::format(" <{}>", hint.keys), .style = &looks.key},
                       {.text = " " + hint.label, .style = &looks.bar}},
          .target = hint.actions};
}

// What clicks on the pane under the pointer do.
bool add_hover_tip(BarLayout& bar) {
  const BarContext& context = bar.context();
  if (!context.client.hovered || !context.session.options.explains_hovered) return false;
  for (const auto& [click, effect] :
       {std::pair("Alt + <Click>", "group"), std::pair("Alt + <Right-Click>", "ungroup all")}) {
    bar.add({.segments = {{.text = fmt::format(" {}", click), .style = &context.looks.key},
                          {.text = fmt::format(" {}", effect), .style = &context.looks.bar}},
             .target = {}});
  }
  return true;
}

void lay_out_status_bar(BarLayout& bar) {
  const BarContext& context = bar.context();
  if (context.client.mode != context.session.options.default_mode) {
    bar.add(fmt::format(" {} ", mode_title(context.client.mode)), bar.looks().active_tab);
  }
  add_messages(bar);
  if (context.client.notice || !context.session.notice.empty() || add_hover_tip(bar)) return;
  for (const KeyHint& hint : context.hints.of(context.client.mode)) {
    if (!bar.add(hint_item(hint, bar.looks()))) break;
  }
}

void lay_out_compact_bar(BarLayout& bar) {
  bar.add(session_text(bar.context()), bar.looks().bar_strong);
  bar.add(fmt::format(" {} ", mode_title(bar.context().client.mode)), bar.looks().key);
  add_messages(bar);
  add_scroll_position(bar);
  add_tabs(bar);
}

struct BarRow {
  std::string_view name;
  void (*lay_out)(BarLayout& bar);
  bool has_tabs = false;
};

constexpr BarRow kBars[] = {
    {"compact-bar", lay_out_compact_bar, true},
    {"status-bar", lay_out_status_bar},
    {"tab-bar", lay_out_tab_bar, true},
};

// The one that says most stands for those that are not ours.
const BarRow* find_bar(std::string_view location) {
  if (const std::size_t colon = location.find(':'); colon != std::string_view::npos) {
    location.remove_prefix(colon + 1);
  }
  for (const BarRow& bar : kBars) {
    if (bar.name == location) return &bar;
  }
  return &kBars[0];
}

}  // namespace

void paint_bar(std::string_view location, const BarContext& context, Rect place,
               render::Frame& frame) {
  frame.fill(place, frame.tables().style(context.looks.bar));
  const BarRow* const row = find_bar(location);
  if (place.rows <= 0) return;
  BarLayout bar(context, place);
  row->lay_out(bar);
  for (const BarItem& item : bar.items()) {
    int x = item.x;
    for (const Segment& segment : item.segments) {
      x = frame.write(x, place.y, segment.text, frame.tables().style(*segment.style),
                      place.right());
    }
  }
}

BarTarget bar_target(std::string_view location, const BarContext& context, Rect place, int x) {
  const BarRow* const row = find_bar(location);
  BarLayout bar(context, place);
  row->lay_out(bar);
  for (const BarItem& item : bar.items()) {
    if (x >= item.x && x < item.x + item.width()) return item.target;
  }
  return {};
}

bool has_tabs(std::string_view location) {
  return find_bar(location)->has_tabs;
}

}  // namespace mux::server
