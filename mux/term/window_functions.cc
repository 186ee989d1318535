// XTWINOPS: what programs ask of a window, which for them is the pane.
#include <fmt/format.h>

#include <algorithm>

#include "mux/term/functions.h"

namespace mux::term::functions {

namespace {

constexpr std::size_t kMostTitles = 16;

void report_lengths(Emulator& emulator, int kind, int height, int width) {
  emulator.reply(fmt::format("\x1b[{};{};{}t", kind, height, width));
}

void report_title(Emulator& emulator, char kind, const std::string& title) {
  if (emulator.options.reports_title) emulator.reply(fmt::format("\x1b]{}{}\x1b\\", kind, title));
}

void request_size(Emulator& emulator, const Parameters& parameters) {
  // What is left out stays; 0 means all the room there is, which the pane has.
  const Size size = emulator.size();
  const int rows = parameters.positive_or(1, size.rows);
  const int columns = parameters.positive_or(2, size.columns);
  emulator.events.resize(
      clamped({.columns = static_cast<std::uint16_t>(std::min<int>(columns, kMostColumns)),
               .rows = static_cast<std::uint16_t>(std::min<int>(rows, kMostRows))}));
}

void push_title(Emulator& emulator) {
  auto& stack = emulator.title_stack;
  if (stack.size() == kMostTitles) stack.erase(stack.begin());
  stack.push_back(emulator.titles);
}

// What: 0 both titles, 1 the icon's, 2 the window's.
void pop_title(Emulator& emulator, int what) {
  if (emulator.title_stack.empty()) return;
  Titles titles = std::move(emulator.title_stack.back());
  emulator.title_stack.pop_back();
  if (what != 2) emulator.titles.icon = std::move(titles.icon);
  if (what == 1) return;
  emulator.titles.window = std::move(titles.window);
  emulator.events.set_title(emulator.titles.window);
}

}  // namespace

void xtwinops(Emulator& emulator, const Parameters& parameters) {
  const Size size = emulator.size();
  const int cell_height = emulator.options.cell_height;
  const int cell_width = emulator.options.cell_width;
  const int kind = parameters.value_or(0, 0);
  switch (kind) {
    case 8:
      request_size(emulator, parameters);
      break;
    case 11:
      emulator.reply("\x1b[1t");  // Not an icon.
      break;
    case 13:
      report_lengths(emulator, 3, 0, 0);
      break;
    case 14:
      report_lengths(emulator, 4, size.rows * cell_height, size.columns * cell_width);
      break;
    case 15:
      report_lengths(emulator, 5, size.rows * cell_height, size.columns * cell_width);
      break;
    case 16:
      report_lengths(emulator, 6, cell_height, cell_width);
      break;
    case 18:
      report_lengths(emulator, 8, size.rows, size.columns);
      break;
    case 19:
      report_lengths(emulator, 9, size.rows, size.columns);
      break;
    case 20:
      report_title(emulator, 'L', emulator.titles.icon);
      break;
    case 21:
      report_title(emulator, 'l', emulator.titles.window);
      break;
    case 22:
      push_title(emulator);
      break;
    case 23:
      pop_title(emulator, parameters.value_or(1, 0));
      break;
    default:
      // 24 and more: DECSLPP, that many rows.
      if (kind < 24) break;
      emulator.events.resize(clamped(
          {.columns = size.columns, .rows = static_cast<std::uint16_t>(std::min(kind, 9999))}));
  }
}

}  // namespace mux::term::functions
