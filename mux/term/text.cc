#include "mux/term/text.h"

#include <algorithm>
#include <bit>

#include "common/text/utf8.h"
#include "mux/term/motion.h"

namespace mux::term {

namespace {

// The first column that text in column x of row y does not reach.
inline int line_end(const Emulator& emulator, const Row& row, int x, int y) {
  const int right = emulator.margins().right;
  if (row.is_double()) [[unlikely]]
    return row_end(emulator, x, y);
  return x < right ? right : emulator.columns();
}

void wrap(Emulator& emulator) {
  Position& at = emulator.screen->cursor;
  const int y = at.y;
  const std::uint64_t version = emulator.cursor_row().version;
  at.x = at.x >= emulator.margins().left ? emulator.margins().left : 0;
  index(emulator);
  // At the end of a screen that does not scroll there is no next row.
  Row& row = emulator.cursor_row();
  if (at.y != y || row.version != version) row.is_wrapped = true;
}

// Behind the last column the cursor stays in it, and the next character wraps.
void advance(Position& at, int x, int end) {
  at.wraps_next = x >= end;
  at.x = at.wraps_next ? end - 1 : x;
}

// What comes next may join the character, just put into column x.
void begin_cluster(Emulator& emulator, int x, char32_t code_point) {
  emulator.cluster_x = x;
  emulator.cluster_y = emulator.screen->cursor.y;
  emulator.last_character = code_point;
  emulator.cluster.reset();
}

// One character or the start of a cluster.
void place(Emulator& emulator, char32_t code_point, Character character) {
  Position& at = emulator.screen->cursor;
  const int width = static_cast<int>(character.width());
  const bool is_wrapping = emulator.modes[Mode::Autowrap];
  if (at.wraps_next && is_wrapping) wrap(emulator);
  Grid& grid = emulator.screen->grid;
  Row* row = &grid.row(at.y);
  int end = line_end(emulator, *row, at.x, at.y);
  if (at.x + width > end) {
    // A wide one, and one column.
    if (!is_wrapping || end - emulator.margins().left < width) return;
    grid.erase(at.y, at.x, end, emulator.blank_style());
    wrap(emulator);
    row = &grid.row(at.y);
    end = line_end(emulator, *row, at.x, at.y);
  }
  const StyleId style = emulator.pen_style();
  if (emulator.modes[Mode::Insert]) {
    grid.insert_cells(at.y, at.x, end, width, emulator.blank_style());
  }
  Cell* const cells = grid.open(*row, at.x, at.x + width);
  Cell cell = Cell::of(code_point, style, emulator.pen.is_protecting);
  if (width == 2) {
    row->has_wide = true;
    cell.width = static_cast<std::uint32_t>(CellWidth::Wide);
    cells[at.x] = cell;
    cell.content = 0;
    cell.width = static_cast<std::uint32_t>(CellWidth::WideTail);
    cells[at.x + 1] = cell;
  } else {
    cells[at.x] = cell;
  }
  begin_cluster(emulator, at.x, code_point);
  advance(at, at.x + width, end);
}

// The code point becomes part of the character in cell (x, y).
void extend_cell(Emulator& emulator, int x, int y, char32_t code_point) {
  Row& row = emulator.screen->grid.row(y);
  if (x >= row.length) return;
  Cell& cell = row.cells[x];
  if (cell.is_tail()) return;
  std::string text;
  if (cell.is_cluster != 0) {
    text = emulator.tables.clusters[cell.content];
  } else {
    common::append_utf8(cell.content == 0 ? U' ' : cell.content, text);
  }
  const std::size_t size = text.size();
  common::append_utf8(code_point, text);
  if (size > 0 && text.size() > kLongestCluster) return;
  cell.content = emulator.tables.clusters.intern(text) & 0x1FFFFF;
  cell.is_cluster = 1;
  row.has_cluster = true;
  emulator.screen->grid.touch(row);
}

// The character in cell (x, y), just written, takes two cells now.
void widen_cell(Emulator& emulator, int x, int y) {
  Position& at = emulator.screen->cursor;
  Row& row = emulator.screen->grid.row(y);
  const int end = line_end(emulator, row, x, y);
  if (x + 2 > end || x >= row.length || row.cells[x].width != 0) return;
  if (emulator.modes[Mode::Insert]) {
    emulator.screen->grid.insert_cells(y, x + 1, end, 1, emulator.blank_style());
  }
  Cell* const cells = emulator.screen->grid.open(row, x + 1, x + 2);
  row.has_wide = true;
  cells[x].width = static_cast<std::uint32_t>(CellWidth::Wide);
  Cell tail = cells[x];
  tail.content = 0;
  tail.is_cluster = 0;
  tail.width = static_cast<std::uint32_t>(CellWidth::WideTail);
  cells[x + 1] = tail;
  if (at.y == y) advance(at, x + 2, end);
}

// A mark without text before it goes to the cell left of the cursor.
void put_lone_mark(Emulator& emulator, char32_t code_point) {
  const Position& at = emulator.screen->cursor;
  int x = at.wraps_next ? at.x : at.x - 1;
  if (x > 0 && emulator.cursor_row().cell(x).is_tail()) --x;
  if (x >= 0) extend_cell(emulator, x, at.y, code_point);
}

// ASCII while it means something else, or pushes text to the right.
void put_slowly(Emulator& emulator, std::string_view text) {
  for (char byte : text) {
    Charsets& charsets = emulator.pen.charsets;
    const std::uint8_t set = charsets.single_shift != 0 ? charsets.single_shift : charsets.shifted;
    charsets.single_shift = 0;
    const char32_t code_point = translated(charsets.sets[set], byte);
    place(emulator, code_point, character_of(code_point));
  }
}

}  // namespace

void put_ascii(Emulator& emulator, std::string_view text) {
  if (!emulator.pen.charsets.is_plain() || emulator.modes[Mode::Insert]) {
    put_slowly(emulator, text);
    return;
  }
  Position& at = emulator.screen->cursor;
  const char* bytes = text.data();
  std::size_t left = text.size();
  const StyleId style = emulator.pen_style();
  const auto pattern = std::bit_cast<std::uint64_t>(Cell::of(0, style, emulator.pen.is_protecting));
  static_assert(std::endian::native == std::endian::little);
  while (left > 0) {
    if (at.wraps_next && emulator.modes[Mode::Autowrap]) wrap(emulator);
    Row& row = emulator.cursor_row();
    const int end = line_end(emulator, row, at.x, at.y);
    const std::size_t count = std::min(left, static_cast<std::size_t>(end - at.x));
    const int behind = at.x + static_cast<int>(count);
    Cell* const cells = emulator.screen->grid.open(row, at.x, behind) + at.x;
    for (std::size_t i = 0; i < count; ++i) {
      cells[i] = std::bit_cast<Cell>(pattern | static_cast<unsigned char>(bytes[i]));
    }
    begin_cluster(emulator, behind - 1, static_cast<unsigned char>(bytes[count - 1]));
    bytes += count;
    left -= count;
    advance(at, behind, end);
    if (left > 0 && !emulator.modes[Mode::Autowrap]) {
      // All that is left goes to the last column.
      bytes += left - 1;
      left = 1;
    }
  }
}

void put_wide(Emulator& emulator, std::u32string_view text) {
  emulator.pen.charsets.single_shift = 0;
  Position& at = emulator.screen->cursor;
  const StyleId style = emulator.pen_style();
  Cell wide = Cell::of(0, style, emulator.pen.is_protecting);
  Cell tail = wide;
  wide.width = static_cast<std::uint32_t>(CellWidth::Wide);
  tail.width = static_cast<std::uint32_t>(CellWidth::WideTail);
  while (!text.empty()) {
    if (at.wraps_next && emulator.modes[Mode::Autowrap]) wrap(emulator);
    Row& row = emulator.cursor_row();
    const int end = line_end(emulator, row, at.x, at.y);
    const std::size_t count = std::min(text.size(), static_cast<std::size_t>(end - at.x) / 2);
    if (count == 0 || emulator.modes[Mode::Insert]) {
      place(emulator, text.front(), character_of(text.front()));
      text.remove_prefix(1);
      continue;
    }
    const int behind = at.x + 2 * static_cast<int>(count);
    Cell* cell = emulator.screen->grid.open(row, at.x, behind) + at.x;
    row.has_wide = true;
    for (const char32_t code_point : text.substr(0, count)) {
      wide.content = static_cast<std::uint32_t>(code_point) & 0x1FFFFF;
      *cell++ = wide;
      *cell++ = tail;
    }
    begin_cluster(emulator, behind - 2, text[count - 1]);
    advance(at, behind, end);
    text.remove_prefix(count);
  }
}

void put(Emulator& emulator, char32_t code_point) {
  const Character character = character_of(code_point);
  if (character.joining() == Joining::Other) {
    emulator.pen.charsets.single_shift = 0;
    place(emulator, code_point, character);
    return;
  }
  const char32_t before = emulator.last_character;
  if (!emulator.cluster.is_open() && before != 0) emulator.cluster.start(character_of(before));
  if (emulator.cluster.join(code_point, character)) {
    extend_cell(emulator, emulator.cluster_x, emulator.cluster_y, code_point);
    if (emulator.cluster.width() == 2) {
      widen_cell(emulator, emulator.cluster_x, emulator.cluster_y);
    }
  } else if (character.width() == 0) {
    put_lone_mark(emulator, code_point);
  } else {
    emulator.pen.charsets.single_shift = 0;
    place(emulator, code_point, character);
  }
}

namespace {

// REP goes on over the end of the screen.  Ten bytes may ask for a thousand million
// characters, so there is an end: what fills the screen, and on small ones so much
// that no program notices it.
constexpr int kMostRepeats = 4096;

void put_cluster(Emulator& emulator, std::string_view text) {
  emulator.end_text();
  for (std::size_t at = 0; at < text.size();) put(emulator, common::next_code_point(text, at));
}

}  // namespace

void repeat(Emulator& emulator, int n) {
  const char32_t code_point = emulator.last_character;
  if (code_point == 0) return;
  n = std::min(n, std::max(kMostRepeats, emulator.columns() * emulator.rows()));
  const Cell cell = emulator.screen->grid.row(emulator.cluster_y).cell(emulator.cluster_x);
  if (emulator.cluster.is_open() && cell.is_cluster != 0) {
    const std::string text(emulator.tables.clusters[cell.content]);
    for (; n > 0; --n) put_cluster(emulator, text);
  } else if (code_point < 0x80 && emulator.pen.charsets.is_plain()) {
    put_ascii(emulator, std::string(static_cast<std::size_t>(n), static_cast<char>(code_point)));
  } else {
    const Character character = character_of(code_point);
    for (; n > 0; --n) place(emulator, code_point, character);
  }
}

}  // namespace mux::term
