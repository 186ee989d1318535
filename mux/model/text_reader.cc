#include "mux/model/text_reader.h"

#include <algorithm>

namespace mux::model {

namespace {

bool is_blank_cell(const term::Cell& cell) {
  return !cell.is_tail() && cell.is_cluster == 0 && (cell.content == 0 || cell.content == ' ');
}

int length_of(const term::HistoryRow& row) {
  std::size_t end = row.cells.size();
  while (end > 0 && is_blank_cell(row.cells[end - 1])) --end;
  return static_cast<int>(end);
}

bool is_word_character(char32_t character) {
  if (character >= 0x80) return true;
  return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z') || character == '_';
}

}  // namespace

TextReader::CachedRow& TextReader::row_at(std::uint64_t line) {
  CachedRow& cached = rows_[line % rows_.size()];
  if (cached.line == line) return cached;
  cached.line = line;
  if (!read_line(pane_, line, cached.row)) cached.row.cells.clear();
  // The blanks before a line goes on in the next row are of it.
  cached.length = is_continuation(pane_, line + 1) ? static_cast<int>(cached.row.cells.size())
                                                   : length_of(cached.row);
  return cached;
}

std::uint64_t TextReader::clamped(std::uint64_t line) const {
  return std::clamp(line, lines_.begin, last_line());
}

std::uint64_t TextReader::first_row(std::uint64_t line) const {
  while (line > lines_.begin && continues(line)) --line;
  return line;
}

std::uint64_t TextReader::last_row(std::uint64_t line) const {
  while (line < last_line() && continues(line + 1)) ++line;
  return line;
}

std::string TextReader::text_at(TextPosition at) {
  const CachedRow& cached = row_at(at.line);
  std::string text;
  if (at.column < 0 || at.column >= cached.length) return text;
  pane_.terminal()->append_text(cached.row.cells[static_cast<std::size_t>(at.column)], text);
  return text;
}

CharacterKind TextReader::kind_at(TextPosition at, bool has_long_words) {
  const CachedRow& cached = row_at(at.line);
  if (at.column < 0 || at.column >= cached.length) return CharacterKind::Blank;
  const term::Cell& cell = cached.row.cells[static_cast<std::size_t>(at.column)];
  if (is_blank_cell(cell)) return CharacterKind::Blank;
  const bool is_word = has_long_words || cell.is_cluster != 0 || is_word_character(cell.content);
  return is_word ? CharacterKind::Word : CharacterKind::Punctuation;
}

bool TextReader::is_word_at(TextPosition at, std::string_view separators) {
  if (kind_at(at) == CharacterKind::Blank) return false;
  const std::string text = text_at(at);
  return !text.empty() && separators.find(text) == std::string_view::npos;
}

int TextReader::width_at(TextPosition at) {
  const CachedRow& cached = row_at(at.line);
  if (at.column < 0 || at.column >= cached.length) return 1;
  return cached.row.cells[static_cast<std::size_t>(at.column)].is_wide() ? 2 : 1;
}

TextPosition TextReader::start_of(TextPosition at) {
  const auto& cells = row_at(at.line).row.cells;
  at.column = std::max(at.column, 0);
  if (at.column > 0 && static_cast<std::size_t>(at.column) < cells.size() &&
      cells[static_cast<std::size_t>(at.column)].is_tail()) {
    --at.column;
  }
  return at;
}

Step TextReader::forward(TextPosition& at) {
  const int next = at.column + width_at(at);
  if (next < length(at.line)) {
    at.column = next;
    return Step::Moved;
  }
  if (at.line >= last_line()) return Step::Stuck;
  ++at.line;
  at.column = 0;
  return continues(at.line) ? Step::Moved : Step::NewLine;
}

Step TextReader::back(TextPosition& at) {
  if (at.column > 0) {
    at.column = std::min(at.column, length(at.line)) - 1;
    at = start_of(at);
    return Step::Moved;
  }
  if (at.line <= lines_.begin) return Step::Stuck;
  const bool is_same_line = continues(at.line);
  --at.line;
  at.column = std::max(length(at.line) - 1, 0);
  at = start_of(at);
  return is_same_line ? Step::Moved : Step::NewLine;
}

}  // namespace mux::model
