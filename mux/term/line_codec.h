// Rows as bytes: how history keeps them.
//
// A line is its text as UTF-8 and, if any of it has a style, runs of columns
// with what changed since the run before.  It depends on no table of the
// terminal (links go to a list beside it), and the text can be searched as it is.
//
//   flags, text size, [runs size], [columns], text, runs
//
// Sizes are numbers of 7 bits per byte, lowest first.  A cell without a character
// is a blank.  Where two cells hold what the rules for clusters would join, byte
// 0x1F stands between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mux/term/row.h"
#include "mux/term/tables.h"

namespace mux::term {

// Between cells whose texts would join.
inline constexpr char kCellBorder = 0x1F;

// A line among other bytes; the views are into those.
struct EncodedLine {
  std::string_view text;
  std::string_view runs;
  std::uint32_t columns = 0;
  bool is_wrapped = false;  // Continues the line before.
  bool has_fill = false;    // The runs end with the style behind the last cell.
  PromptMark mark = PromptMark::None;
  LineSize line_size = LineSize::Single;
};

// Reads the line that starts the bytes, which encode_row has written.
EncodedLine read_line(const char* bytes);

// The styles of a line, without its links, run by run.
class RunReader {
 public:
  explicit RunReader(const EncodedLine& line)
      : at_(line.runs.data()), end_(at_ + line.runs.size()), left_(line.columns) {}
  // How many cells have the style from here on; 0: no more of them have one.
  std::uint32_t next(Style& style);

 private:
  const char* at_;
  const char* end_;
  std::uint32_t left_;  // Cells.
};

// What encode_plain may write for a row of that length.
inline constexpr std::size_t plain_room(std::size_t length) {
  return length + 8;
}

// Writes a row of ASCII in the default style; null if it is none.
char* encode_plain(const Row& row, const Tables& tables, char* out);

// Writes any row.
class LineEncoder {
 public:
  // The bytes of the row; valid until the next call.  Links are looked for at the
  // end of the list and added to it.
  std::string_view encode(const Row& row, const Tables& tables, std::vector<Link>& links);

 private:
  std::vector<char> text_;
  std::vector<char> runs_;
  std::vector<char> line_;
};

// Appends the line's cells; returns the style behind them.
StyleId decode_line(const EncodedLine& line, const std::vector<Link>& links, Tables& tables,
                    std::vector<Cell>& cells);

}  // namespace mux::term
