#include "mux/term/wrapped_history.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace mux::term;

namespace {

std::string text_of(const Terminal& terminal, const HistoryRow& row) {
  std::string text = row.is_wrapped ? ">" : "";
  for (const Cell& cell : row.cells) terminal.append_text(cell, text);
  return text;
}

std::string all_rows(Terminal& terminal, WrappedHistory& view, int columns) {
  view.update(columns);
  std::string text;
  HistoryRow row;
  for (std::size_t i = 0; i < view.rows(); ++i) {
    view.read(i, row);
    text += text_of(terminal, row) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("lines of history are wrapped for the width they are looked at") {
  TerminalEvents events;
  Terminal terminal({.columns = 6, .rows = 1}, {}, events);
  terminal.write("abcdefghij\r\n中文字x\r\n\r\nz\r\n");
  WrappedHistory view(terminal);
  CHECK(all_rows(terminal, view, 6) == "abcdef\n>ghij\n中文字\n>x\n\nz\n");
  CHECK(all_rows(terminal, view, 20) == "abcdefghij\n中文字x\n\nz\n");
  CHECK(all_rows(terminal, view, 3) == "abc\n>def\n>ghi\n>j\n中\n>文\n>字x\n\nz\n");
}

TEST_CASE("rows tell their text, marks and places without being read") {
  TerminalEvents events;
  Terminal terminal({.columns = 6, .rows = 1}, {}, events);
  terminal.write(
      "\x1b]133;A\x07"
      "abcdefghij\r\n中文字x\r\nz\r\n");
  WrappedHistory view(terminal);
  for (const int columns : {2, 3, 4, 6, 9, 20}) {
    view.update(columns);
    HistoryRow row;
    for (std::size_t i = 0; i < view.rows(); ++i) {
      CAPTURE(columns);
      CAPTURE(i);
      view.read(i, row);
      std::string text = row.is_wrapped ? ">" : "";
      view.append_text(i, text);
      CHECK(text == text_of(terminal, row));
      CHECK(view.is_wrapped(i) == row.is_wrapped);
      CHECK(view.mark(i) == row.mark);
      const std::size_t line = view.row_of_stored(view.stored_row(i));
      CHECK(line <= i);
      CHECK(view.is_wrapped(line) == false);
    }
  }
  CHECK(view.mark(0) == PromptMark::Prompt);
  CHECK(view.row_of_stored(1) == 0);
  CHECK(view.row_of_stored(2) == 1);
}

namespace {

// The rows of that width that the lines' cells make, told from the cells alone.
std::vector<std::string> rows_by_cells(Terminal& terminal, std::size_t width) {
  WrappedHistory lines(terminal);
  lines.update(kMostColumns);
  std::vector<std::string> rows;
  HistoryRow line;
  for (std::size_t i = 0; i < lines.rows(); ++i) {
    lines.read(i, line);
    std::size_t start = 0;
    do {
      std::size_t end = std::min(start + width, line.cells.size());
      if (end < line.cells.size() && line.cells[end].is_tail() && width > 1) --end;
      rows.emplace_back(start > 0 ? ">" : "");
      for (; start < end; ++start) terminal.append_text(line.cells[start], rows.back());
    } while (start < line.cells.size());
  }
  return rows;
}

}  // namespace

TEST_CASE("rows are the same whether they are told by columns, by the text or by cells") {
  TerminalEvents events;
  Terminal terminal({.columns = 23, .rows = 1}, {}, events);
  // Wide and narrow characters, clusters that become wide, marks, lines of any length.
  constexpr std::string_view kPieces[] = {"a",          "bc", "中", "e\xCC\x81", "❤\xEF\xB8\x8F",
                                          "👩\u200D🚀", "한", "ж",  "x y",       "文字"};
  unsigned random = 1;
  for (unsigned line = 0; line < 60; ++line) {
    for (unsigned i = 0; i < line; ++i) {
      random = random * 1103515245 + 12345;
      terminal.write(kPieces[(random >> 16) % std::size(kPieces)]);
    }
    terminal.write("\r\n");
  }
  WrappedHistory view(terminal);
  for (int columns = 1; columns < 40; ++columns) {
    CAPTURE(columns);
    const std::vector<std::string> wanted =
        rows_by_cells(terminal, static_cast<std::size_t>(columns));
    view.update(columns);
    REQUIRE(view.rows() == wanted.size());
    HistoryRow row;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      view.read(i, row);
      CHECK(text_of(terminal, row) == wanted[i]);
      const std::size_t other = (i * 7) % wanted.size();  // Not one after the other.
      view.read(other, row);
      CHECK(text_of(terminal, row) == wanted[other]);
    }
  }
}

TEST_CASE("numbers of rows stay the same while lines come and go") {
  TerminalEvents events;
  TerminalOptions options;
  options.history.lines = 40;
  Terminal terminal({.columns = 4, .rows = 1}, options, events);
  WrappedHistory view(terminal);
  HistoryRow row;
  std::uint64_t last = 0;
  for (int i = 0; i < 30; ++i) {
    terminal.write(std::to_string(i) + "abcdefg\r\n");
    view.update(3);
    const std::uint64_t end = view.first_number() + view.rows();
    CHECK(end == last + 3);
    view.read(view.rows() - 3, row);
    CHECK(text_of(terminal, row) == (std::to_string(i) + "ab").substr(0, 3));
    last = end;
  }
}

TEST_CASE("the view follows what comes and goes") {
  TerminalEvents events;
  TerminalOptions options;
  options.history.lines = 3;
  Terminal terminal({.columns = 4, .rows = 1}, options, events);
  WrappedHistory view(terminal);
  terminal.write("1\r\n2\r\n");
  CHECK(all_rows(terminal, view, 4) == "1\n2\n");
  terminal.write("abcdefgh");
  CHECK(all_rows(terminal, view, 4) == "1\n2\nabcd\n");
  terminal.write("ij\r\n");
  CHECK(all_rows(terminal, view, 4) == "abcd\n>efgh\n>ij\n");
  CHECK(all_rows(terminal, view, 12) == "abcdefghij\n");
  terminal.write("\x1b[3J");
  CHECK(all_rows(terminal, view, 4).empty());
  terminal.write("5\r\n");
  CHECK(all_rows(terminal, view, 4) == "5\n");
}

TEST_CASE("history keeps styles, links and clusters") {
  TerminalEvents events;
  Terminal terminal({.columns = 20, .rows = 1}, {}, events);
  terminal.write(
      "a\x1b[1;31mb\x1b[m\x1b]8;;http://x\x1b\\c\x1b]8;;\x1b\\e\xCC\x81\x1b[44m\x1b[K\r\n");
  HistoryRow row;
  terminal.read_history(0, row);
  CHECK(text_of(terminal, row) == "abce\xCC\x81");
  CHECK(terminal.style(row.cells[1].style).is_bold);
  CHECK(terminal.style(row.cells[1].style).foreground == Color::palette(1));
  REQUIRE(terminal.link(terminal.style(row.cells[2].style)) != nullptr);
  CHECK(terminal.link(terminal.style(row.cells[2].style))->url == "http://x");
  CHECK(terminal.style(row.fill).background == Color::palette(4));
}

TEST_CASE("ten thousand lines take less than a megabyte and a half") {
  TerminalEvents events;
  Terminal terminal({.columns = 200, .rows = 50}, {}, events);
  for (int i = 0; i < 10'100; ++i) terminal.write(std::string(78, 'x') + "\r\n");
  CHECK(terminal.history().size() == 10'000);
  CHECK(terminal.history().bytes() < 1'500'000);
}
