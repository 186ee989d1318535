// Speed of a resize with a long history.
//
//   reflow_bench [LINES]
//
// fills the history (200,000 lines by default: prose of ASCII, of coloured words and
// of CJK, and one line of a million columns), then makes the terminal narrow and wide again, and
// prints the milliseconds until its screen is right, until all rows of history are
// counted (what scrolling back waits for), and the memory of the history.
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "mux/term/terminal.h"
#include "mux/term/wrapped_history.h"

namespace {

using namespace mux::term;

double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

std::string ascii_line(unsigned i) {
  std::string line;
  for (unsigned word = 0; word < i % 30; ++word) line += "word" + std::to_string(i + word) + ' ';
  return line + "\r\n";
}

std::string styled_line(unsigned i) {
  std::string line;
  for (unsigned word = 0; word < i % 30; ++word) {
    line += "\x1b[3" + std::to_string(word % 8) + "mword" + std::to_string(word) + "\x1b[m ";
  }
  return line + "\r\n";
}

std::string wide_line(unsigned i) {
  std::string line;
  for (unsigned word = 0; word < i % 30; ++word) line += "中文字 ";
  return line + "\r\n";
}

void resize(Terminal& terminal, WrappedHistory& view, std::uint16_t columns) {
  const double start = milliseconds();
  terminal.resize({.columns = columns, .rows = 50});
  const double resized = milliseconds();
  view.update(columns);
  const double counted = milliseconds();
  std::printf("  to %4u columns: screen %7.2f ms, history %7.2f ms, %zu rows\n", columns,
              resized - start, counted - resized, view.rows());
}

void measure(const char* name, const std::string& bytes, std::uint32_t lines) {
  mux::term::TerminalEvents silence;
  TerminalOptions options;
  options.history.lines = lines;
  Terminal terminal({.columns = 200, .rows = 50}, options, silence);
  WrappedHistory view(terminal);
  terminal.write(bytes);
  view.update(200);
  std::printf("%s: %zu lines of history in %.1f MB\n", name, terminal.history().size(),
              static_cast<double>(terminal.history().bytes()) / 1e6);
  constexpr std::uint16_t kColumns[] = {80, 200, 20, 201};
  for (const std::uint16_t columns : kColumns) resize(terminal, view, columns);
}

std::string repeated(std::string (*line)(unsigned), std::uint32_t lines) {
  std::string bytes;
  for (unsigned i = 0; i < lines; ++i) bytes += line(i);
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const auto lines = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 200'000);
  measure("ASCII", repeated(ascii_line, lines), lines);
  measure("colours", repeated(styled_line, lines), lines);
  measure("CJK", repeated(wide_line, lines), lines);
  measure("one line", std::string(1'000'000, 'x'), lines);
  return 0;
}
