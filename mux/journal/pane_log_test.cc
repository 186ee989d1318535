#include "mux/journal/pane_log.h"

#include <doctest/doctest.h>

#include <string>

#include "mux/journal/record_log.h"
#include "mux/model/fake_host_test_support.h"
#include "mux/model/pane_text.h"
#include "mux/model/text.h"

namespace mux::journal {
namespace {

class Written {
 public:
  explicit Written(term::Size size = {.columns = 20, .rows = 4}, std::uint32_t lines = 10'000)
      : pane(model::PaneId{0}, {}, size, options_with(lines), host_) {}

  // Returns how many bytes were written.
  std::size_t update(std::size_t most_lines = 0) {
    const PaneLog::Update update = log.update(pane, most_lines);
    if (update.replaces_all) file.clear();
    has_replaced = update.replaces_all;
    file += update.bytes;
    return update.bytes.size();
  }

  // Of a terminal of another size that is given what the file says.
  std::string shown(term::Size size = {.columns = 20, .rows = 4}) {
    model::Pane other(model::PaneId{1}, {}, size, options_with(10'000), host_);
    other.terminal()->write(text_of_pane_log(file).value_or("no file"));
    return model::dump(other, {.has_history = true, .has_styles = true});
  }
  std::string own() { return model::dump(pane, {.has_history = true, .has_styles = true}); }

 private:
  static term::TerminalOptions options_with(std::uint32_t lines) {
    term::TerminalOptions options;
    options.history.lines = lines;
    return options;
  }
  model::FakeHost host_;

 public:
  model::Pane pane;
  PaneLog log;
  std::string file;
  bool has_replaced = false;
};

TEST_CASE("text comes back with its styles, lines that wrapped as one") {
  Written written;
  written.pane.terminal()->write(
      "one\r\n\x1b[1;38;2;1;2;3mtwo\x1b[m and three, which is longer than the screen\r\n\r\n"
      "\xE4\xBD\xA0\xE5\xA5\xBD e\xCC\x81\r\nfour\r\nfive\r\nsix");
  written.update();
  CHECK(written.shown() == written.own());
  CHECK(written.shown({.columns = 11, .rows = 9}).find("two\x1b[0m and three, which is longer") !=
        std::string::npos);
}

TEST_CASE("text that was taken and written later is that of the moment") {
  Written written({.columns = 20, .rows = 4}, 20'000);
  CHECK_FALSE(written.log.long_update(written.pane, 0).has_value());
  const auto write_lines = [&] {
    for (int i = 0; i < 5000; ++i) {
      written.pane.terminal()->write("\x1b]133;A\x07\x1b[3" + std::to_string(i % 8) +
                                     "mline\x1b[m  " + std::to_string(i) +
                                     (i % 7 == 0 ? "  and more than a row has" : "") + "\r\n");
    }
  };
  write_lines();
  auto whole = written.log.long_update(written.pane, 0);
  REQUIRE(whole.has_value());
  const std::string own = written.own();
  written.pane.terminal()->write("later\r\n");
  written.file = whole->bytes();
  written.log.take(*std::move(whole));
  CHECK(written.shown() == own);
  written.update();
  CHECK_FALSE(written.has_replaced);
  CHECK(written.shown() == written.own());
  CHECK_FALSE(written.log.long_update(written.pane, 0).has_value());
  write_lines();
  CHECK(written.log.long_update(written.pane, 0).has_value());
  CHECK_FALSE(written.log.long_update(written.pane, 100).has_value());
}

TEST_CASE("only what is new is appended") {
  Written written;
  for (int i = 0; i < 200; ++i) {
    written.pane.terminal()->write("line " + std::to_string(i) + "\r\n");
    const std::size_t bytes = written.update();
    CHECK(written.has_replaced == (i == 0));
    CHECK(bytes < 200);
  }
  CHECK(written.update() == 0);
  CHECK(written.shown() == written.own());
}

TEST_CASE("what a resize takes back, or clearing takes away, is not in the file") {
  Written written;
  for (int i = 0; i < 30; ++i) {
    written.pane.terminal()->write("line " + std::to_string(i) + "\r\n");
  }
  written.update();
  written.pane.terminal()->resize({.columns = 7, .rows = 12});
  written.update();
  CHECK(written.shown({.columns = 7, .rows = 12}) == written.own());
  written.pane.terminal()->write("\x1b[3J\x1b[2J\x1b[Hsecond life\r\n");
  written.update();
  CHECK(written.has_replaced);
  CHECK(written.file.find("line 3") == std::string::npos);
  CHECK(written.shown({.columns = 7, .rows = 12}) == written.own());
}

TEST_CASE("a file does not grow without end while history does not") {
  Written written({.columns = 80, .rows = 24}, 500);
  std::size_t largest = 0;
  for (int i = 0; i < 400; ++i) {
    for (int line = 0; line < 100; ++line) {
      written.pane.terminal()->write("some text that is about as long as lines are in logs\r\n");
    }
    written.update();
    largest = std::max(largest, written.file.size());
  }
  CHECK(largest < std::size_t{500} * 1024);
}

TEST_CASE("no more lines are kept than are wanted") {
  Written written;
  for (int i = 0; i < 100; ++i) {
    written.pane.terminal()->write("line " + std::to_string(i) + "\r\n");
  }
  written.update(10);
  const std::string shown = written.shown();
  CHECK(shown.find("line 86") == std::string::npos);
  CHECK(shown.find("line 87") != std::string::npos);
}

TEST_CASE("while the alternate screen is shown the main one is kept") {
  Written written;
  written.pane.terminal()->write("before\r\n\x1b[?1049hin the editor");
  written.update();
  CHECK(written.shown() == "before\n");
}

TEST_CASE("of a file that is cut anywhere the last whole state is shown") {
  Written written;
  std::vector<std::string> states;
  std::vector<std::size_t> ends;
  for (int i = 0; i < 12; ++i) {
    written.pane.terminal()->write("line " + std::to_string(i) + "\r\n");
    written.update();
    states.push_back(text_of_pane_log(written.file).value());
    ends.push_back(written.file.size());
  }
  for (std::size_t size = kLogHeader.size(); size <= written.file.size(); ++size) {
    std::string expected;
    for (std::size_t i = 0; i < ends.size() && ends[i] <= size; ++i) expected = states[i];
    CHECK(text_of_pane_log(std::string_view(written.file).substr(0, size)) == expected);
  }
}

}  // namespace
}  // namespace mux::journal
