#include "mux/server/waiting_banner.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/width.h"

namespace mux::server {

namespace {

constexpr std::array<std::string_view, 3> kWaitingKeys = {"<ENTER> run", "<ESC> shell",
                                                          "<Ctrl-c> close"};

int banner_width(std::string_view text) {
  return static_cast<int>(common::display_width(text));
}

// The keys on one line if there is room.
std::vector<std::string> waiting_lines(const model::Pane& pane, int columns) {
  std::string command = "Waiting to run: " + pane.content.program;
  for (const std::string& argument : pane.content.arguments) command += ' ' + argument;
  std::string keys;
  for (const std::string_view key : kWaitingKeys) {
    keys.append(keys.empty() ? "" : ", ").append(key);
  }
  if (banner_width(keys) + 2 <= columns) return {std::move(command), std::move(keys)};
  std::vector<std::string> lines = {std::move(command)};
  for (const std::string_view key : kWaitingKeys) lines.emplace_back(key);
  return lines;
}

}  // namespace

void paint_waiting_banner(const model::Pane& pane, const layout::Rect& content, const Looks& looks,
                          render::Frame& frame) {
  const std::vector<std::string> lines = waiting_lines(pane, content.columns);
  const int count = std::min(static_cast<int>(lines.size()), content.rows);
  int y = content.y + (content.rows - count) / 2;
  for (int i = 0; i < count; ++i, ++y) {
    const std::string text = ' ' + lines[static_cast<std::size_t>(i)] + ' ';
    const int x = content.x + std::max((content.columns - banner_width(text)) / 2, 0);
    frame.write(x, y, text, frame.tables().style(i == 0 ? looks.bar_strong : looks.bar),
                content.right());
  }
}

}  // namespace mux::server
