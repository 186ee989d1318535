#include "mux/debug/screen_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/json/writer.h"

namespace mux::debug {

namespace {

using common::json::Writer;
using term::Cell;
using term::Color;
using term::Style;
using term::Underline;

std::string color_name(Color color) {
  if (color.kind() == Color::Kind::Palette) return std::to_string(color.index());
  return fmt::format("#{:02x}{:02x}{:02x}", color.red(), color.green(), color.blue());
}

std::string attribute_letters(const Style& style) {
  std::string letters;
  if (style.is_bold) letters += 'b';
  if (style.is_dim) letters += 'd';
  if (style.is_italic) letters += 'i';
  if (style.underline != Underline::None) letters += 'u';
  if (style.is_blinking) letters += 'k';
  if (style.is_reversed) letters += 'r';
  if (style.is_hidden) letters += 'h';
  if (style.is_struck) letters += 's';
  if (style.is_overlined) letters += 'o';
  return letters;
}

void write_style(Writer& out, const Style& style) {
  constexpr std::string_view kUnderlines[] = {"", "single", "double", "curly", "dotted", "dashed"};
  const auto color = [&](std::string_view key, Color value) {
    if (value != Color()) out.key(key).string(color_name(value));
  };
  color("fg", style.foreground);
  color("bg", style.background);
  const std::string letters = attribute_letters(style);
  if (!letters.empty()) out.key("attrs").string(letters);
  if (style.underline == Underline::None) return;
  if (style.underline != Underline::Single) {
    out.key("ul").string(kUnderlines[static_cast<std::size_t>(style.underline)]);
  }
  color("uc", style.underline_color);
}

bool is_simple(const Cell& cell) {
  return cell.width == 0 && cell.is_cluster == 0;
}

class LineWriter {
 public:
  LineWriter(Writer& out, const term::Terminal& terminal) : out_(out), terminal_(terminal) {}

  // The cells, and blanks with the style of `fill` up to `columns`.
  void write(std::vector<Cell> cells, term::StyleId fill, int columns, bool is_wrapped) {
    const auto width = static_cast<std::size_t>(columns);
    if (fill != 0 || cells.size() > width) cells.resize(width, Cell::blank(fill));
    while (!cells.empty() && cells.back() == Cell::blank(0)) cells.pop_back();
    out_.begin_object().key("wrapped").boolean(is_wrapped).key("cells").begin_array();
    for (std::size_t x = 0; x < cells.size();) x = write_entry(cells, x);
    out_.end_array().end_object();
  }

 private:
  std::size_t write_entry(const std::vector<Cell>& cells, std::size_t x) {
    const Cell& first = cells[x];
    std::string text;
    out_.begin_object();
    if (is_simple(first)) {
      const term::Style& style = terminal_.style(first.style);
      for (; x < cells.size() && is_simple(cells[x]); ++x) {
        if (terminal_.style(cells[x].style) != style) break;
        terminal_.append_text(cells[x], text);
      }
      out_.key("s").string(text);
    } else {
      terminal_.append_text(first, text);
      out_.key("t").string(text);
      out_.key("w").number(first.is_wide() ? 2 : first.is_tail() ? 0 : 1);
      ++x;
    }
    write_style(out_, terminal_.style(first.style));
    out_.end_object();
    return x;
  }

  Writer& out_;
  const term::Terminal& terminal_;
};

}  // namespace

std::string screen_json(term::Terminal& terminal, std::size_t scrollback) {
  const term::Screen& screen = terminal.screen();
  const term::Size size = terminal.size();
  std::string text;
  Writer out(text);
  out.begin_object().key("version").number(1);
  out.key("cols").number(size.columns).key("rows").number(size.rows);
  out.key("cursor").begin_object();
  out.key("x").number(static_cast<std::uint64_t>(screen.cursor.x));
  out.key("y").number(static_cast<std::uint64_t>(screen.cursor.y));
  out.key("visible").boolean(terminal.mode(term::Mode::CursorVisible)).end_object();
  out.key("alt").boolean(terminal.is_alternate_shown());
  out.key("title").string(terminal.title());
  LineWriter lines(out, terminal);
  out.key("lines").begin_array();
  for (int y = 0; y < size.rows; ++y) {
    const term::Row& row = screen.grid.row(y);
    lines.write(std::vector<Cell>(row.cells, row.cells + row.length), row.fill, size.columns,
                row.is_wrapped);
  }
  out.end_array().key("scrollback").begin_array();
  const std::size_t count = std::min(scrollback, terminal.history().size());
  term::HistoryRow row;
  for (std::size_t i = terminal.history().size() - count; i < terminal.history().size(); ++i) {
    terminal.read_history(i, row);
    lines.write(row.cells, row.fill, size.columns, row.is_wrapped);
  }
  out.end_array().end_object();
  return text + '\n';
}

}  // namespace mux::debug
