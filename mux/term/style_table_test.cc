#include "mux/term/style_table.h"

#include <doctest/doctest.h>

#include <string>

#include "mux/term/terminal.h"

namespace mux::term {

namespace {

// More than the table remembers, all different.
constexpr int kMany = 5000;

Style nth_style(int n) {
  Style style;
  style.foreground = Color::rgb(1, static_cast<std::uint8_t>(n >> 8), static_cast<std::uint8_t>(n));
  return style;
}

}  // namespace

TEST_CASE("a style has a number, and the default style the number 0 alone") {
  StyleTable table;
  CHECK(table.intern({}) == 0);
  const StyleId first = table.intern(nth_style(1));
  CHECK(first != 0);
  CHECK(table.intern(nth_style(2)) != first);
  CHECK(table.intern(nth_style(1)) == first);
  for (int n = 0; n < kMany; ++n) {
    const StyleId id = table.intern(nth_style(n));
    CHECK(id != 0);
    CHECK(table[id] == nth_style(n));
    CHECK(table.intern({}) == 0);
  }
  CHECK(table.are_equal(first, table.intern(nth_style(1))));
  CHECK(!table.are_equal(first, 0));
}

TEST_CASE("a sweep keeps the styles that are marked and gives the other numbers anew") {
  StyleTable table;
  std::vector<StyleId> ids;
  for (int n = 0; n < 3 * kMany; ++n) ids.push_back(table.intern(nth_style(n)));
  CHECK(table.wants_sweep());
  const StyleId limit = table.limit();
  table.begin_sweep();
  for (int n = 0; n < 3 * kMany; n += 3) table.mark(ids[static_cast<std::size_t>(n)]);
  table.end_sweep();
  CHECK(!table.wants_sweep());
  for (int n = 0; n < kMany; ++n) {
    const StyleId id = table.intern(nth_style(0x8000 + n));
    CHECK(table[id] == nth_style(0x8000 + n));
  }
  CHECK(table.limit() == limit);
  for (int n = 0; n < 3 * kMany; n += 3) {
    CHECK(table[ids[static_cast<std::size_t>(n)]] == nth_style(n));
  }
}

TEST_CASE("blanks that look like the rest of their row are not kept, whatever their numbers") {
  TerminalEvents silence;
  Terminal terminal({.columns = 20, .rows = 2}, {}, silence);
  terminal.write("\x1b[44mX\x1b[K");
  const StyleId fill = terminal.screen().grid.row(0).fill;
  for (int n = 0; n < kMany; ++n) {
    const std::string blue = std::to_string(n % 256);
    terminal.write("\x1b[2;1H\x1b[38;2;1;" + std::to_string(n / 256) + ";" + blue + "mx");
  }
  terminal.write("\x1b[0;44m\x1b[1;10H\x1b[3X");
  const Row& row = terminal.screen().grid.row(0);
  REQUIRE(row.length == 12);
  REQUIRE(row.cells[11].style != fill);
  terminal.write("\x1b[2;1H\n");
  HistoryRow kept;
  terminal.read_history(0, kept);
  CHECK(kept.cells.size() == 1);
  CHECK(terminal.style(kept.fill).background == Color::palette(4));
}

}  // namespace mux::term
