#include "mux/term/line_codec.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "common/text/utf8.h"
#include "mux/term/characters.h"
#include "mux/term/text_cells.h"

namespace mux::term {

namespace {

constexpr unsigned kIsWrapped = 1;
constexpr unsigned kHasRuns = 2;
constexpr unsigned kHasColumns = 4;  // They are not the bytes of the text.
constexpr unsigned kHasFill = 8;
constexpr unsigned kMarkShift = 4;  // Two bits each.
constexpr unsigned kSizeShift = 6;

// What differs from the style before.
constexpr unsigned kAttributes = 1;
constexpr unsigned kForeground = 2;
constexpr unsigned kBackground = 4;
constexpr unsigned kUnderlineColor = 8;
constexpr unsigned kLink = 16;

constexpr std::size_t kRecentLinks = 16;

char* write_number(char* out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) *out++ = static_cast<char>(number | 0x80);
  *out++ = static_cast<char>(number);
  return out;
}

std::uint32_t read_number(const char*& at) {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

// The byte of the attributes that are on or off.
std::uint8_t flags_of(const Style& style) {
  std::uint8_t bytes[sizeof(Style)];
  std::memcpy(bytes, &style, sizeof bytes);
  return bytes[13];
}

void set_flags(Style& style, std::uint8_t flags) {
  std::uint8_t bytes[sizeof(Style)];
  std::memcpy(bytes, &style, sizeof bytes);
  bytes[13] = flags;
  std::memcpy(&style, bytes, sizeof bytes);
}

// Its kind, and the one or three bytes that the kind has.  Always four are written:
// what is too much is behind the new end.
char* write_color(char* out, Color color) {
  static_assert(std::endian::native == std::endian::little);
  const bool is_palette = color.kind() == Color::Kind::Palette;
  const std::uint32_t index = is_palette ? std::uint32_t{color.index()} << 8 : 0;
  const std::uint32_t bytes = std::byteswap(color.bits()) | index;
  std::memcpy(out, &bytes, sizeof bytes);
  return out + (color.kind() == Color::Kind::Rgb ? 4 : is_palette ? 2 : 1);
}

Color read_color(const char*& at) {
  const auto kind = static_cast<Color::Kind>(*at++);
  if (kind == Color::Kind::Palette) return Color::palette(static_cast<std::uint8_t>(*at++));
  if (kind != Color::Kind::Rgb) return {};
  const auto red = static_cast<std::uint8_t>(*at++);
  const auto green = static_cast<std::uint8_t>(*at++);
  const auto blue = static_cast<std::uint8_t>(*at++);
  return Color::rgb(red, green, blue);
}

std::uint32_t index_of_link(const Link* link, std::vector<Link>& links) {
  if (link == nullptr) return 0;
  const std::size_t first = links.size() > kRecentLinks ? links.size() - kRecentLinks : 0;
  for (std::size_t i = links.size(); i > first; --i) {
    if (links[i - 1] == *link) return static_cast<std::uint32_t>(i);
  }
  links.push_back(*link);
  return static_cast<std::uint32_t>(links.size());
}

// Of a change with the length of its run: flags, attributes, three colours, two numbers.
constexpr std::size_t kLongestRun = 1 + 2 + 3 * 4 + 2 * 5;

char* write_change(char* out, const Style& from, const Style& to, const Tables& tables,
                   std::vector<Link>& links) {
  unsigned changes = 0;
  if (flags_of(from) != flags_of(to) || from.underline != to.underline) changes |= kAttributes;
  if (from.foreground != to.foreground) changes |= kForeground;
  if (from.background != to.background) changes |= kBackground;
  if (from.underline_color != to.underline_color) changes |= kUnderlineColor;
  if (from.link != to.link) changes |= kLink;
  out[0] = static_cast<char>(changes);
  out[1] = static_cast<char>(flags_of(to));
  out[2] = static_cast<char>(to.underline);
  out += (changes & kAttributes) != 0 ? 3 : 1;
  // Where programs use many colours, whether they change cannot be guessed.
  char* const foreground_end = write_color(out, to.foreground);
  out = (changes & kForeground) != 0 ? foreground_end : out;
  char* const background_end = write_color(out, to.background);
  out = (changes & kBackground) != 0 ? background_end : out;
  if ((changes & kUnderlineColor) != 0) out = write_color(out, to.underline_color);
  if ((changes & kLink) != 0) {
    out = write_number(out, index_of_link(tables.links.find(to.link), links));
  }
  return out;
}

// Returns the new link, by its number in the list beside the line; nullopt: the same.
std::optional<std::uint32_t> read_change(const char*& at, Style& style) {
  const auto changes = static_cast<unsigned char>(*at++);
  if ((changes & kAttributes) != 0) {
    set_flags(style, static_cast<std::uint8_t>(*at++));
    style.underline = static_cast<Underline>(*at++);
  }
  if ((changes & kForeground) != 0) style.foreground = read_color(at);
  if ((changes & kBackground) != 0) style.background = read_color(at);
  if ((changes & kUnderlineColor) != 0) style.underline_color = read_color(at);
  if ((changes & kLink) == 0) return std::nullopt;
  return read_number(at);
}

void read_change(const char*& at, Style& style, const std::vector<Link>& links, Tables& tables) {
  const auto link = read_change(at, style);
  if (!link) return;
  style.link = *link == 0 ? std::uint16_t{0}
                          : tables.links.intern(links[*link - 1].id, links[*link - 1].url);
}

// Cells that history has to keep: without blanks at the end that look like the
// rest of the row.
int kept_length(const Row& row, const Tables& tables) {
  int length = row.length;
  while (length > 0) {
    const Cell& cell = row.cells[length - 1];
    if (!cell.is_blank() || cell.is_cluster != 0 || !tables.styles.are_equal(cell.style, row.fill))
      break;
    --length;
  }
  return length;
}

bool joins_anything(char32_t code_point) {
  return character_of(code_point).joining() != Joining::Other;
}

char* write_utf8(char* out, char32_t c) {
  const auto tail = [&](unsigned shift) { *out++ = static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    *out++ = static_cast<char>(0xF0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
  return out;
}

char* write_cluster(char* out, std::string_view text) {
  std::size_t at = 0;
  if (joins_anything(common::next_code_point(text, at))) *out++ = kCellBorder;
  return std::copy(text.begin(), text.end(), out);
}

// The cells' text; `styles` gets the bits of all their styles.
char* write_text(char* out, const Row& row, int length, const Tables& tables, StyleId& styles) {
  for (int x = 0; x < length; ++x) {
    const Cell& cell = row.cells[x];
    styles |= cell.style;
    if (cell.is_tail()) continue;
    if (cell.is_cluster != 0) {
      out = write_cluster(out, tables.clusters[cell.content]);
    } else if (cell.content < 0x80) {
      *out++ = cell.content == 0 ? ' ' : static_cast<char>(cell.content);
    } else {
      if (joins_anything(cell.content)) *out++ = kCellBorder;
      out = write_utf8(out, cell.content);
    }
  }
  return out;
}

char* write_runs(char* out, const Row& row, int length, const Tables& tables,
                 std::vector<Link>& links) {
  const Style plain;
  const Style* before = &plain;
  for (int x = 0; x < length;) {
    int end = x + 1;
    while (end < length && row.cells[end].style == row.cells[x].style) ++end;
    const Style& style = tables.styles[row.cells[x].style];
    out = write_number(out, static_cast<std::uint32_t>(end - x));
    out = write_change(out, *before, style, tables, links);
    before = &style;
    x = end;
  }
  if (row.fill != 0) out = write_change(out, *before, tables.styles[row.fill], tables, links);
  return out;
}

void make_room(std::vector<char>& buffer, std::size_t size) {
  if (buffer.size() < size) buffer.resize(size);
}

unsigned row_flags(const Row& row) {
  return (row.is_wrapped ? kIsWrapped : 0) | static_cast<unsigned>(row.mark) << kMarkShift |
         static_cast<unsigned>(row.line_size) << kSizeShift;
}

}  // namespace

char* encode_plain(const Row& row, const Tables& tables, char* out) {
  if (row.fill != 0 || row.has_wide) return nullptr;
  const int length = kept_length(row, tables);
  *out++ = static_cast<char>(row_flags(row));
  out = write_number(out, static_cast<std::uint32_t>(length));
  std::uint64_t bits = 0;
  for (int x = 0; x < length; ++x) {
    const auto cell = std::bit_cast<std::uint64_t>(row.cells[x]);
    bits |= cell;
    const char byte = static_cast<char>(cell);
    out[x] = byte == 0 ? ' ' : byte;
  }
  constexpr std::uint64_t kAscii = 0x7F;
  const auto is_protected = std::bit_cast<std::uint64_t>(Cell::of(0, 0, true));
  return (bits & ~(kAscii | is_protected)) == 0 ? out + length : nullptr;
}

std::string_view LineEncoder::encode(const Row& row, const Tables& tables,
                                     std::vector<Link>& links) {
  const int length = kept_length(row, tables);
  const auto cells = static_cast<std::size_t>(length);
  make_room(text_, cells * (row.has_cluster ? kLongestCluster + 1 : 5));
  StyleId styles = row.fill;
  const char* const text_end = write_text(text_.data(), row, length, tables, styles);
  const auto text_size = static_cast<std::size_t>(text_end - text_.data());
  const bool has_runs = styles != 0;
  const bool has_columns = text_size != cells;
  std::size_t runs_size = 0;
  if (has_runs) {
    make_room(runs_, (cells + 1) * kLongestRun);
    runs_size = static_cast<std::size_t>(write_runs(runs_.data(), row, length, tables, links) -
                                         runs_.data());
  }
  make_room(line_, text_size + runs_size + 16);
  char* at = line_.data();
  *at++ = static_cast<char>(row_flags(row) | (has_runs ? kHasRuns : 0) |
                            (has_columns ? kHasColumns : 0) | (row.fill != 0 ? kHasFill : 0));
  at = write_number(at, static_cast<std::uint32_t>(text_size));
  if (has_runs) at = write_number(at, static_cast<std::uint32_t>(runs_size));
  if (has_columns) at = write_number(at, static_cast<std::uint32_t>(length));
  at = std::copy_n(text_.data(), text_size, at);
  at = std::copy_n(runs_.data(), runs_size, at);
  return {line_.data(), static_cast<std::size_t>(at - line_.data())};
}

EncodedLine read_line(const char* at) {
  EncodedLine line;
  const auto flags = static_cast<unsigned char>(*at++);
  line.is_wrapped = (flags & kIsWrapped) != 0;
  line.has_fill = (flags & kHasFill) != 0;
  line.mark = static_cast<PromptMark>(flags >> kMarkShift & 3u);
  line.line_size = static_cast<LineSize>(flags >> kSizeShift & 3u);
  const std::uint32_t text_size = read_number(at);
  const std::uint32_t runs_size = (flags & kHasRuns) != 0 ? read_number(at) : 0;
  line.columns = (flags & kHasColumns) != 0 ? read_number(at) : text_size;
  line.text = {at, text_size};
  line.runs = {at + text_size, runs_size};
  return line;
}

std::uint32_t RunReader::next(Style& style) {
  if (at_ == end_ || left_ == 0) return 0;
  const std::uint32_t cells = read_number(at_);
  read_change(at_, style);
  left_ -= std::min(left_, cells);
  return cells;
}

namespace {

// Makes cells of the characters that cut_text finds.
class CellWriter {
 public:
  CellWriter(const EncodedLine& line, Tables& tables, std::vector<Cell>& cells)
      : text_(line.text), tables_(tables), cells_(cells), end_(cells.size() + line.columns) {}

  void begin(char32_t code_point, std::size_t /*start*/, unsigned width) {
    first_ = cells_.size();
    cells_.push_back(Cell::of(code_point, 0));
    widen(width);
  }
  void extend(std::size_t start, std::size_t end, unsigned width) {
    const std::string_view cluster = text_.substr(start, end - start);
    cells_[first_].content = tables_.clusters.intern(cluster) & 0x1FFFFF;
    cells_[first_].is_cluster = 1;
    // In the last column there was no room for it to become wide.
    if (cells_.size() < end_) widen(width);
  }

 private:
  void widen(unsigned width) {
    if (width < 2 || cells_.size() > first_ + 1) return;
    cells_[first_].width = static_cast<std::uint32_t>(CellWidth::Wide);
    Cell tail;
    tail.width = static_cast<std::uint32_t>(CellWidth::WideTail);
    cells_.push_back(tail);
  }

  std::string_view text_;
  Tables& tables_;
  std::vector<Cell>& cells_;
  std::size_t end_;        // How many cells there are to be.
  std::size_t first_ = 0;  // The cell of the last character.
};

}  // namespace

StyleId decode_line(const EncodedLine& line, const std::vector<Link>& links, Tables& tables,
                    std::vector<Cell>& cells) {
  std::size_t x = cells.size();
  CellWriter writer(line, tables, cells);
  cut_text(line.text, writer);
  const char* at = line.runs.data();
  const char* const end = at + line.runs.size();
  Style style;
  std::uint32_t left = line.columns;
  while (at < end && left > 0) {
    const std::uint32_t run = read_number(at);
    read_change(at, style, links, tables);
    const StyleId id = tables.styles.intern(style);
    for (std::uint32_t i = 0; i < run && x < cells.size(); ++i) cells[x++].style = id;
    left -= std::min(left, run);
  }
  if (!line.has_fill) return 0;
  read_change(at, style, links, tables);
  return tables.styles.intern(style);
}

}  // namespace mux::term
