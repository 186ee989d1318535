// Control functions of the VT420 on areas of cells.
#include <fmt/format.h>

#include <algorithm>

#include "mux/term/characters.h"
#include "mux/term/functions.h"
#include "mux/term/rectangle.h"
#include "mux/term/sgr.h"

namespace mux::term {

namespace {

// Four parameters from `first` on: top, left, bottom, right, counted from the origin.
Area area_of(const Emulator& emulator, const Parameters& parameters, std::size_t first) {
  const Area origin = emulator.origin();
  const auto at = [&](std::size_t i, int least, int most) {
    return std::min(parameters.positive_or(first + i, most) + least, least + most);
  };
  const int top = std::min(parameters.count_at(first) - 1 + origin.top, origin.bottom);
  const int left = std::min(parameters.count_at(first + 1) - 1 + origin.left, origin.right);
  return {.top = top,
          .left = left,
          .bottom = at(2, origin.top, origin.rows()),
          .right = at(3, origin.left, origin.columns())};
}

bool is_empty(const Area& area) {
  return area.rows() <= 0 || area.columns() <= 0;
}

// Calls with each row's range of columns: of a rectangle, or of the text from the
// area's first cell to its last.
template <typename Visit>
void for_each_range(const Emulator& emulator, const Area& area, const Visit& visit) {
  const Area origin = emulator.origin();
  for (int y = area.top; y < area.bottom; ++y) {
    const bool is_plain = emulator.has_plain_areas;
    const int from = is_plain || y == area.top ? area.left : origin.left;
    const int to = is_plain || y == area.bottom - 1 ? area.right : origin.right;
    if (from < to) visit(y, from, to);
  }
}

// Restyles the area's cells, blanks too.
template <typename Change>
void restyle(Emulator& emulator, const Area& area, const Change& change) {
  if (is_empty(area)) return;
  emulator.pen_style();  // Sweeps now, not between the cells.
  for_each_range(emulator, area, [&](int y, int from, int to) {
    Row& row = emulator.screen->grid.row(y);
    Cell* const cells = emulator.screen->grid.open_styles(row, to);
    for (int x = from; x < to; ++x) {
      Style style = emulator.tables.styles[cells[x].style];
      change(style);
      cells[x].style = emulator.tables.styles.intern(style);
    }
  });
  emulator.is_pen_changed = true;
}

void toggle(Style& style, int code) {
  switch (code) {
    case 0:
      for (int each : {1, 4, 5, 7, 8}) toggle(style, each);
      break;
    case 1:
      style.is_bold = !style.is_bold;
      break;
    case 4:
      style.underline = style.underline == Underline::None ? Underline::Single : Underline::None;
      break;
    case 5:
      style.is_blinking = !style.is_blinking;
      break;
    case 7:
      style.is_reversed = !style.is_reversed;
      break;
    case 8:
      style.is_hidden = !style.is_hidden;
      break;
    default:
      break;
  }
}

// What goes into a checksum for one cell, by the bits of XTCHECKSUM.
enum ChecksumFlag : unsigned {
  kPositive = 1,
  kNoAttributes = 2,
  kKeepBlanks = 4,
  kSkipUnwritten = 8,
};

unsigned checksum_of(const Emulator& emulator, const Cell& cell, unsigned flags) {
  unsigned sum = cell.content == 0 ? unsigned{' '} : cell.content;
  if (cell.is_cluster != 0) {
    sum = 0;
    for (char c : emulator.tables.clusters[cell.content]) sum += static_cast<unsigned char>(c);
  }
  if ((flags & kNoAttributes) != 0) return sum;
  const Style& style = emulator.tables.styles[cell.style];
  if (cell.is_protected != 0) sum += 0x04;
  if (style.is_hidden) sum += 0x08;
  if (style.underline != Underline::None) sum += 0x10;
  if (style.is_reversed) sum += 0x20;
  if (style.is_blinking) sum += 0x40;
  if (style.is_bold) sum += 0x80;
  return sum;
}

// Keeps what both styles have.
void keep_common(Style& style, const Style& other) {
  style.is_bold = style.is_bold && other.is_bold;
  style.is_dim = style.is_dim && other.is_dim;
  style.is_italic = style.is_italic && other.is_italic;
  style.is_blinking = style.is_blinking && other.is_blinking;
  style.is_reversed = style.is_reversed && other.is_reversed;
  style.is_hidden = style.is_hidden && other.is_hidden;
  style.is_struck = style.is_struck && other.is_struck;
  style.is_overlined = style.is_overlined && other.is_overlined;
  if (style.underline != other.underline) style.underline = Underline::None;
  if (style.foreground != other.foreground) style.foreground = Color();
  if (style.background != other.background) style.background = Color();
  if (style.underline_color != other.underline_color) style.underline_color = Color();
}

}  // namespace

namespace functions {

void deccra(Emulator& emulator, const Parameters& parameters) {
  const Area from = area_of(emulator, parameters, 0);
  const Area origin = emulator.origin();
  const int top = parameters.count_at(5) - 1 + origin.top;
  const int left = parameters.count_at(6) - 1 + origin.left;
  if (is_empty(from) || top >= origin.bottom || left >= origin.right) return;
  Area area = from;
  area.bottom = std::min(area.bottom, from.top + origin.bottom - top);
  area.right = std::min(area.right, from.left + origin.right - left);
  emulator.screen->grid.copy(area, top, left);
}

void decfra(Emulator& emulator, const Parameters& parameters) {
  const int code = parameters.value_or(0, 0);
  const bool is_character = (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0x110000);
  const Area area = area_of(emulator, parameters, 1);
  if (!is_character || is_empty(area)) return;
  const auto code_point = static_cast<char32_t>(code);
  if (character_of(code_point).width() != 1) return;
  const Cell cell = Cell::of(code_point, emulator.pen_style(), emulator.pen.is_protecting);
  for (int y = area.top; y < area.bottom; ++y) {
    Row& row = emulator.screen->grid.row(y);
    Cell* const cells = emulator.screen->grid.open(row, area.left, area.right);
    std::fill(cells + area.left, cells + area.right, cell);
  }
}

void decera(Emulator& emulator, const Parameters& parameters) {
  const Area area = area_of(emulator, parameters, 0);
  const bool keeps = emulator.protection == Protection::Full;
  for (int y = area.top; y < area.bottom; ++y) {
    erase_cells(emulator, y, area.left, area.right, keeps);
  }
}

void decsera(Emulator& emulator, const Parameters& parameters) {
  const Area area = area_of(emulator, parameters, 0);
  for (int y = area.top; y < area.bottom; ++y) {
    erase_cells(emulator, y, area.left, area.right, true);
  }
}

void deccara(Emulator& emulator, const Parameters& parameters) {
  restyle(emulator, area_of(emulator, parameters, 0),
          [&](Style& style) { apply_sgr(style, parameters, 4); });
}

void decrara(Emulator& emulator, const Parameters& parameters) {
  restyle(emulator, area_of(emulator, parameters, 0), [&](Style& style) {
    if (parameters.count() <= 4) toggle(style, 0);
    for (std::size_t i = 4; i < parameters.count(); ++i) toggle(style, parameters.value_or(i, 0));
  });
}

void decsace(Emulator& emulator, const Parameters& parameters) {
  emulator.has_plain_areas = parameters.value_or(0, 0) == 2;
}

void decrqcra(Emulator& emulator, const Parameters& parameters) {
  const Area area = area_of(emulator, parameters, 2);
  const unsigned flags = emulator.checksum_flags;
  unsigned sum = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    const Row& row = emulator.screen->grid.row(y);
    for (int x = area.left; x < area.right; ++x) {
      const Cell cell = row.cell(x);
      const bool is_unwritten = cell.content == 0 && (flags & kSkipUnwritten) != 0;
      if (!cell.is_tail() && !is_unwritten) sum += checksum_of(emulator, cell, flags);
    }
  }
  if ((flags & kPositive) == 0) sum = 0u - sum;
  emulator.reply(fmt::format("\x1bP{}!~{:04X}\x1b\\", parameters.value_or(0, 0), sum & 0xFFFFu));
}

void xtchecksum(Emulator& emulator, const Parameters& parameters) {
  emulator.checksum_flags = static_cast<std::uint16_t>(parameters.value_or(0, 0) & 0x3F);
}

void xtreportsgr(Emulator& emulator, const Parameters& parameters) {
  const Area area = area_of(emulator, parameters, 0);
  if (is_empty(area)) return;
  const Grid& grid = emulator.screen->grid;
  Style shared = emulator.tables.styles[grid.row(area.top).cell(area.left).style];
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) {
      keep_common(shared, emulator.tables.styles[grid.row(y).cell(x).style]);
    }
  }
  emulator.reply(fmt::format("\x1b[{}m", sgr_text(shared)));
}

}  // namespace functions

}  // namespace mux::term
