#include "mux/term/history.h"

#include <doctest/doctest.h>

#include <string>

#include "mux/term/terminal.h"

namespace mux::term {
namespace {

constexpr Size kSize{.columns = 120, .rows = 10};

class Writer : private TerminalEvents {
 public:
  Writer()
      : terminal(kSize, {.history = {.lines = 20'000, .bytes = std::size_t{1} << 20}}, *this) {}

  // Numbered lines, every third one in colours.
  void write_lines(int count) {
    for (; count > 0; --count) {
      const std::string number = std::to_string(next_++);
      const std::string text = number + std::string(110, 'x');
      terminal.write(next_ % 3 == 0 ? "\x1b[31m" + text + "\x1b[m\r\n" : text + "\r\n");
    }
  }

 private:
  void reply(std::string_view /*bytes*/) override {}
  int next_ = 0;

 public:
  Terminal terminal;
};

template <typename Lines>
std::string text_of(const Lines& lines) {
  std::string text;
  lines.for_each_line(0, lines.size(), [&](const EncodedLine& line) {
    text += line.text;
    text += line.runs;
    text += '\n';
  });
  return text;
}

TEST_CASE("lines that were taken stay as they were, whatever becomes of history") {
  Writer writer;
  const History& history = writer.terminal.history();
  writer.write_lines(5000);
  const HistoryLines many = history.lines();
  const std::string text = text_of(history);
  CHECK(many.size() == history.size());
  CHECK(text_of(many) == text);

  // Lines go back to the screen, more of them than a page has, and others take their place.
  writer.terminal.resize({.columns = kSize.columns, .rows = 1000});
  CHECK(history.size() < 4100);
  writer.terminal.write("\x1b[H\x1b[J");
  writer.terminal.resize(kSize);
  writer.write_lines(3000);
  CHECK(text_of(many) == text);

  writer.write_lines(50'000);  // The old ones are evicted.
  CHECK(text_of(many) == text);
  const HistoryLines later = history.lines();
  CHECK(text_of(later) == text_of(history));
  const std::string later_text = text_of(later);

  writer.terminal.write("\x1b[3J");
  CHECK(history.size() == 0);
  CHECK(text_of(later) == later_text);
  CHECK(text_of(many) == text);
  CHECK(history.lines().size() == 0);
}

TEST_CASE("history counts what it takes, also when lines have gone back to the screen") {
  Writer writer;
  const History& history = writer.terminal.history();
  writer.write_lines(5000);
  const std::size_t bytes = history.bytes();
  for (int i = 0; i < 5; ++i) {
    writer.terminal.resize({.columns = kSize.columns, .rows = 1000});
    CHECK(history.bytes() < bytes * 9 / 10);
    writer.terminal.resize(kSize);
    CHECK(history.bytes() > bytes * 9 / 10);
    CHECK(history.bytes() < bytes * 11 / 10);
  }
}

}  // namespace
}  // namespace mux::term
