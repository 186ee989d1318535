// TextReader: the characters of a pane's lines, one after the other.
//
// A position is always the first cell of a character; wide ones and clusters are
// stepped over as one.  Rows of a line that wrapped by itself are one line.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "mux/model/pane.h"
#include "mux/model/text.h"

namespace mux::model {

enum class CharacterKind : std::uint8_t { Blank, Word, Punctuation };

// How a step went.
enum class Step : std::uint8_t {
  Stuck,    // There is nothing more.
  Moved,    // To the next character of the line.
  NewLine,  // To another line.
};

class TextReader {
 public:
  // For as long as nothing is written to the pane.
  explicit TextReader(Pane& pane) : pane_(pane), lines_(lines_of(pane)) {}

  const LineRange& lines() const { return lines_; }
  std::uint64_t last_line() const { return lines_.end - 1; }
  std::uint64_t clamped(std::uint64_t line) const;

  // Cells of a row, without the blanks at the end of the line.
  int length(std::uint64_t line) { return row_at(line).length; }
  bool is_empty(std::uint64_t line) { return length(line) == 0; }
  bool continues(std::uint64_t line) const { return is_continuation(pane_, line); }
  // Of the line that wraps over this row.
  std::uint64_t first_row(std::uint64_t line) const;
  std::uint64_t last_row(std::uint64_t line) const;

  std::string text_at(TextPosition at);  // Empty behind the end of a row.
  CharacterKind kind_at(TextPosition at, bool has_long_words = false);
  // Neither blank nor one of the separators.
  bool is_word_at(TextPosition at, std::string_view separators);
  int width_at(TextPosition at);  // 1 or 2.
  TextPosition start_of(TextPosition at);

  // An empty row is a place of its own.
  Step forward(TextPosition& at);
  Step back(TextPosition& at);

 private:
  struct CachedRow {
    std::uint64_t line = ~std::uint64_t{0};
    int length = 0;
    term::HistoryRow row;
  };
  CachedRow& row_at(std::uint64_t line);

  Pane& pane_;
  LineRange lines_;
  std::array<CachedRow, 4> rows_;
};

}  // namespace mux::model
