#include <doctest/doctest.h>

#include "search/engine/searcher_test_support.h"

namespace search {

namespace {

// Some megabytes, with lines of all lengths and a few beyond a piece's size.
std::string large_text() {
  std::string text;
  unsigned random = 1;
  while (text.size() < 3'000'000) {
    random = random * 1664525 + 1013904223;
    const unsigned kind = random >> 24;
    std::size_t length = (random >> 8) % 120;
    if (kind == 7) length *= 5000;
    text.append(length, 'q');
    if (kind < 3) text += "fox";
    text += '\n';
  }
  return text;
}

SearchCase large_case() {
  SearchCase run("fox");
  run.config.whole_file_binary_rule = true;
  return run;
}

void check_same(const SearchCase& set_up, std::string_view text) {
  SearchCase alone = set_up;
  const std::string expected = alone.in_file(text);
  for (unsigned threads : {1u, 2u, 3u}) {
    SearchCase run = set_up;
    CHECK(run.in_large_file(text, threads) == expected);
  }
}

}  // namespace

TEST_CASE("several threads find what one finds, in order") {
  const std::string text = large_text();
  check_same(large_case(), text);
  check_same(large_case(), text + "the fox at the end");
  SearchCase limited = large_case();
  limited.config.max_count = 20;
  check_same(limited, text);
  SearchCase stopped = large_case();
  stopped.sink.stops_after = 3;
  check_same(stopped, text);
  SearchCase unnumbered = large_case();
  unnumbered.config.line_numbers = false;
  unnumbered.sink.shows_offsets = true;
  check_same(unnumbered, text);
}

TEST_CASE("NUL in the front and in lines shown") {
  std::string text = large_text();
  text[500] = '\0';
  check_same(large_case(), text);
  std::string late = large_text();
  late[late.rfind("fox") - 1] = '\0';
  check_same(large_case(), late);
  SearchCase quitting = large_case();
  quitting.rule = BinaryRule::Quit;
  check_same(quitting, text);
  check_same(quitting, late);
}

TEST_CASE("one line without end, and lines that begin with a piece") {
  check_same(large_case(), std::string(2'000'000, 'q') + "fox");
  std::string text(256 * 1024 - 1, 'q');
  text += "\nfox\n";
  while (text.size() < 512 * 1024 - 4) text += "r\n";
  text += "\nfox\n\nfox\n";
  check_same(large_case(), text);
}

TEST_CASE("searches that look around are not cut up") {
  SearchCase run = large_case();
  run.config.after_context = 1;
  check_same(run, large_text());
  check_same(large_case(),
             "\xEF\xBB\xBF"
             "fox\n");
}

}  // namespace search
