// The text of a pane with its styles; see text.h.
#include <fmt/format.h>

#include <algorithm>

#include "mux/model/text.h"

namespace mux::model {

namespace {

using term::Cell;
using term::Color;
using term::HistoryRow;
using term::Style;
using term::Underline;

struct ColorCodes {
  int base;      // Of the eight: 30 or 40; 0: there are none.
  int extended;  // 38, 48 or 58.
};
constexpr ColorCodes kForeground{.base = 30, .extended = 38};
constexpr ColorCodes kBackground{.base = 40, .extended = 48};
constexpr ColorCodes kUnderline{.base = 0, .extended = 58};

void append_color(Color color, ColorCodes codes, std::string& out) {
  constexpr int kBright = 60 - 8;
  if (color.kind() == Color::Kind::Rgb) {
    out += fmt::format(";{};2;{};{};{}", codes.extended, color.red(), color.green(), color.blue());
  } else if (color.kind() == Color::Kind::Palette) {
    const int index = color.index();
    if (codes.base != 0 && index < 16) {
      out += fmt::format(";{}", codes.base + index + (index < 8 ? 0 : kBright));
    } else {
      out += fmt::format(";{};5;{}", codes.extended, index);
    }
  }
}

std::string sgr_of(const Style& style) {
  std::string out = "\x1b[0";
  if (style.is_bold) out += ";1";
  if (style.is_dim) out += ";2";
  if (style.is_italic) out += ";3";
  if (style.underline == Underline::Single) out += ";4";
  if (style.underline > Underline::Single) {
    out += fmt::format(";4:{}", static_cast<int>(style.underline));
  }
  if (style.is_blinking) out += ";5";
  if (style.is_reversed) out += ";7";
  if (style.is_hidden) out += ";8";
  if (style.is_struck) out += ";9";
  if (style.is_overlined) out += ";53";
  append_color(style.foreground, kForeground, out);
  append_color(style.background, kBackground, out);
  append_color(style.underline_color, kUnderline, out);
  return out + 'm';
}

bool is_empty(const HistoryRow& row) {
  return row.fill == 0 &&
         std::ranges::all_of(row.cells, [](const Cell& cell) { return cell == Cell::blank(0); });
}

// Blanks at the end are left out, unless the line goes on in the next row.
void append_row(const term::Terminal& terminal, const HistoryRow& row, bool has_styles,
                bool goes_on, std::string& out) {
  std::size_t end = row.cells.size();
  const auto is_space = [](const Cell& cell) {
    return !cell.is_tail() && cell.is_cluster == 0 && (cell.content == 0 || cell.content == ' ');
  };
  while (!goes_on && end > 0 && is_space(row.cells[end - 1]) &&
         (!has_styles || row.cells[end - 1].style == 0)) {
    --end;
  }
  term::StyleId style = 0;
  for (std::size_t x = 0; x < end; ++x) {
    if (has_styles && row.cells[x].style != style) {
      style = row.cells[x].style;
      out += sgr_of(terminal.style(style));
    }
    terminal.append_text(row.cells[x], out);
  }
  if (style != 0) out += "\x1b[0m";
}

}  // namespace

std::string dump(Pane& pane, const DumpOptions& options) {
  const LineRange range = lines_of(pane);
  std::uint64_t end = range.end;
  HistoryRow row;
  while (end > range.screen && read_line(pane, end - 1, row) && is_empty(row)) --end;
  std::string out;
  const std::uint64_t begin = options.has_history ? range.begin : range.screen;
  for (std::uint64_t line = begin; line < end; ++line) {
    if (!read_line(pane, line, row)) continue;
    if (line != begin && !row.is_wrapped) out += '\n';
    const bool goes_on = line + 1 < end && is_continuation(pane, line + 1);
    append_row(*pane.terminal(), row, options.has_styles, goes_on, out);
  }
  if (begin != end) out += '\n';
  return out;
}

}  // namespace mux::model
