// Any bytes as the output of a program: the terminal stays in order, cuts and a
// resize included.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "mux/term/terminal.h"

namespace {

using namespace mux::term;

class Checks : public TerminalEvents {
 public:
  void reply(std::string_view bytes) override { CHECK(!bytes.empty()); }
  void set_title(std::string_view title) override { CHECK(title.size() <= 4096); }
  void show_progress(Progress /*progress*/, unsigned percent) override { CHECK(percent <= 100); }
  void resize(Size size) override { CHECK(size == clamped(size)); }
};

// The text of all rows; wide characters have both of their cells.
std::string checked_text(const Terminal& terminal) {
  const Screen& screen = terminal.screen();
  const Size size = terminal.size();
  CHECK(screen.cursor.x >= 0 && screen.cursor.x < size.columns);
  CHECK(screen.cursor.y >= 0 && screen.cursor.y < size.rows);
  std::string text;
  for (int y = 0; y < size.rows; ++y) {
    const Row& row = screen.grid.row(y);
    CHECK(row.length <= size.columns);
    for (int x = 0; x < row.length; ++x) {
      const bool is_after_wide = x > 0 && row.cells[x - 1].is_wide();
      CHECK(row.cells[x].is_tail() == is_after_wide);
      CHECK(!row.cells[x].is_wide() || x + 1 < row.length);
      terminal.append_text(row.cells[x], text);
    }
    text += '\n';
  }
  return text;
}

void check_history(Terminal& terminal) {
  HistoryRow row;
  std::string text;
  for (std::size_t i = 0; i < terminal.history().size(); ++i) {
    terminal.read_history(i, row);
    for (const Cell& cell : row.cells) terminal.append_text(cell, text);
  }
}

}  // namespace

// The first three bytes: columns, rows, and the length of the pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const Size first{.columns = static_cast<std::uint16_t>(data[0] % 40 + 1),
                   .rows = static_cast<std::uint16_t>(data[1] % 12 + 1)};
  const std::size_t piece = data[2] % 16 + 1u;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 3), size - 3);
  Checks silence;
  const TerminalOptions options{.history = {.lines = 100, .bytes = 1 << 16}};
  Terminal whole(first, options, silence);
  whole.write(bytes);
  Terminal cut(first, options, silence);
  for (std::size_t at = 0; at < bytes.size(); at += piece) cut.write(bytes.substr(at, piece));
  CHECK(checked_text(whole) == checked_text(cut));
  cut.resize({.columns = static_cast<std::uint16_t>(data[1] % 30 + 1),
              .rows = static_cast<std::uint16_t>(data[0] % 10 + 1)});
  checked_text(cut);
  cut.write(bytes);
  checked_text(cut);
  check_history(cut);
  return 0;
}
