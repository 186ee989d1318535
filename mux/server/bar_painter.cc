#include "mux/server/bar_painter.h"

#include <fmt/format.h>

#include <cctype>
#include <string>
#include <vector>

#include "common/text/width.h"

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

int draw(const std::vector<Segment>& segments, int x, int y, int end, render::Frame& frame) {
  for (const Segment& segment : segments) {
    if (x + width_of(segment.text) > end) break;
    x = frame.write(x, y, segment.text, frame.tables().style(*segment.style), end);
  }
  return x;
}

std::string mode_title(input::Mode mode) {
  std::string name(input::name_of(mode));
  for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

std::string tab_text(const BarContext& context, const model::Tab& tab) {
  std::string text = context.session.tab_title(tab);
  if (tab.layout.fullscreen()) text += " (FULLSCREEN)";
  if (tab.is_synchronized) text += " (SYNC)";
  return fmt::format(" {} ", text);
}

void draw_tabs(const BarContext& context, int x, int y, int end, render::Frame& frame) {
  const auto& tabs = context.session.tabs;
  std::vector<Segment> segments;
  std::size_t active = 0;
  for (const auto& tab : tabs) {
    const bool is_active = tab->id == context.client.tab;
    if (is_active) active = segments.size();
    segments.push_back({.text = tab_text(context, *tab),
                        .style = is_active ? &context.looks.active_tab : &context.looks.tab});
  }
  if (segments.empty()) return;
  // As many before the active one as there is room for.
  int room = end - x - width_of(segments[active].text);
  std::size_t first = active;
  while (first > 0 && room >= width_of(segments[first - 1].text) + 1) {
    room -= width_of(segments[--first].text) + 1;
  }
  for (std::size_t i = first; i < segments.size(); ++i) {
    if (x + width_of(segments[i].text) > end) break;
    x = draw({segments[i]}, x, y, end, frame) + 1;
  }
}

std::string session_text(const BarContext& context) {
  if (!context.session.options.shows_session_name) return " kmux ";
  return fmt::format(" kmux ({}) ", context.session.name.text());
}

// What is wrong, as far as there is room; false: nothing is.
bool paint_notice(const BarContext& context, Rect place, render::Frame& frame) {
  const std::string& notice = context.session.notice;
  if (notice.empty()) return false;
  const render::StyleId style = frame.tables().style(context.looks.notice);
  frame.write(place.x, place.y, fmt::format(" {} ", notice), style, place.right());
  return true;
}

void paint_tab_bar(const BarContext& context, Rect place, render::Frame& frame) {
  const int x = draw({{.text = session_text(context), .style = &context.looks.bar_strong}}, place.x,
                     place.y, place.right(), frame);
  draw_tabs(context, x, place.y, place.right(), frame);
}

void paint_status_bar(const BarContext& context, Rect place, render::Frame& frame) {
  if (paint_notice(context, place, frame)) return;
  int x = place.x;
  if (context.client.mode != context.session.options.default_mode) {
    x = draw({{.text = fmt::format(" {} ", mode_title(context.client.mode)),
               .style = &context.looks.active_tab}},
             x, place.y, place.right(), frame);
  }
  for (const KeyHint& hint : context.hints.of(context.client.mode)) {
    const std::string keys = fmt::format(" <{}> ", hint.keys);
    if (x + width_of(keys) + width_of(hint.label) + 1 > place.right()) break;
    x = draw({{.text = keys, .style = &context.looks.key},
              {.text = hint.label + " ", .style = &context.looks.bar}},
             x, place.y, place.right(), frame);
  }
}

void paint_compact_bar(const BarContext& context, Rect place, render::Frame& frame) {
  if (paint_notice(context, place, frame)) return;
  const int x = draw(
      {{.text = session_text(context), .style = &context.looks.bar_strong},
       {.text = fmt::format(" {} ", mode_title(context.client.mode)), .style = &context.looks.key}},
      place.x, place.y, place.right(), frame);
  draw_tabs(context, x, place.y, place.right(), frame);
}

struct BarRow {
  std::string_view name;
  void (*paint)(const BarContext& context, Rect place, render::Frame& frame);
};

constexpr BarRow kBars[] = {
    {"compact-bar", paint_compact_bar},
    {"status-bar", paint_status_bar},
    {"tab-bar", paint_tab_bar},
};

}  // namespace

void paint_bar(std::string_view location, const BarContext& context, Rect place,
               render::Frame& frame) {
  if (const std::size_t colon = location.find(':'); colon != std::string_view::npos) {
    location.remove_prefix(colon + 1);
  }
  frame.fill(place, frame.tables().style(context.looks.bar));
  for (const BarRow& bar : kBars) {
    if (bar.name == location && place.rows > 0) return bar.paint(context, place, frame);
  }
}

}  // namespace mux::server
