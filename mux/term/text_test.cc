#include "mux/term/text.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

#include "mux/term/terminal.h"

namespace mux::term {

namespace {

// Text that comes in runs, and what runs must heed.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"中",
                                          "中文字符",
                                          "日本語テキスト",
                                          "한국어",
                                          "한글",
                                          "😀",
                                          "👍🏽",
                                          "e\u0301",
                                          "\u0301",
                                          "\u200d",
                                          "a",
                                          "plain",
                                          " ",
                                          "\t",
                                          "\r",
                                          "\r\n",
                                          "\b",
                                          "\x1b[4h",
                                          "\x1b[4l",
                                          "\x1b[?7l",
                                          "\x1b[?7h",
                                          "\x1b[2;3H",
                                          "\x1b[5C",
                                          "\x1b[31m",
                                          "\x1b[48;2;1;2;3m",
                                          "\x1b[m",
                                          "\x1b[K",
                                          "\x1b[2X",
                                          "\x1b[?69h\x1b[2;6s",
                                          "\x1b[?69l",
                                          "\x1b(0",
                                          "\x1b(B",
                                          "\x1bN",
                                          "\x1b[3b",
                                          "\x1b#6",
                                          "\xe4\xb8",
                                          "\xe3\x80\x80"};
  std::string text;
  for (int i = 0; i < 40; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

std::string screen_of(const Terminal& terminal) {
  const Screen& screen = terminal.screen();
  std::string out = std::to_string(screen.cursor.x) + ',' + std::to_string(screen.cursor.y) +
                    (screen.cursor.wraps_next ? "!\n" : "\n");
  for (int y = 0; y < terminal.size().rows; ++y) {
    const Row& row = screen.grid.row(y);
    for (int x = 0; x < terminal.size().columns; ++x) {
      const Cell cell = row.cell(x);
      const Style& style = terminal.style(cell.style);
      terminal.append_text(cell, out);
      out += '0' + static_cast<char>(cell.width);
      out += '0' + static_cast<char>(style.foreground.kind());
      out += '0' + static_cast<char>(style.background.kind());
    }
    out += row.is_wrapped ? "\\\n" : "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("text is the same in runs and byte by byte") {
  std::mt19937 random(7);
  TerminalEvents silence;
  for (int round = 0; round < 3000; ++round) {
    const Size size{.columns = static_cast<std::uint16_t>(random() % 12 + 1),
                    .rows = static_cast<std::uint16_t>(random() % 4 + 1)};
    const std::string text = random_text(random);
    Terminal whole(size, {}, silence);
    whole.write(text);
    Terminal cut(size, {}, silence);
    for (const char byte : text) cut.write({&byte, 1});
    CAPTURE(text);
    REQUIRE(screen_of(whole) == screen_of(cut));
  }
}

}  // namespace mux::term
