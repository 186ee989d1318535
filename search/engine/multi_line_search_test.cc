#include <doctest/doctest.h>

#include "search/engine/searcher_test_support.h"

namespace search {

namespace {

SearchCase multi_line(std::string pattern) {
  SearchCase run(std::move(pattern));
  run.config.multi_line = true;
  return run;
}

}  // namespace

TEST_CASE("a match shows all the lines it touches") {
  CHECK(multi_line("b\\nc").in_file("a\nb\nc\nd\n") == "2:b\n3:c\nend 8\n");
}

TEST_CASE("matches on touching or adjoining lines are one block") {
  class Counter final : public Sink {
   public:
    bool begin() override { return true; }
    bool matched(const SinkMatch& match) override {
      blocks += std::string(match.bytes) + "|";
      return true;
    }
    bool context(const SinkContext&) override { return true; }
    bool context_break() override { return true; }
    bool binary_data(std::uint64_t) override { return true; }
    void finish(const SinkFinish&) override {}
    std::string blocks;
  } sink;
  auto matcher =
      common::regex::Matcher::compile({.patterns = {"a\\nb|b\\nc|d\\n"}, .multi_line = true});
  REQUIRE(matcher.has_value());
  SearchConfig config;
  config.multi_line = true;
  Searcher searcher(config, *matcher);
  REQUIRE(searcher.search_memory("a\nb b\nc\nd\nx\nd\n", BinaryRule::None, sink).has_value());
  CHECK(sink.blocks == "a\nb b\nc\nd\n|d\n|");
}

TEST_CASE("a pattern that cannot match a terminator is searched line by line") {
  auto run = multi_line("fox");
  run.config.passthru = true;
  CHECK(run.in_file("fox\na\n") == "1:fox\n2=a\nend 6\n");
}

TEST_CASE("multi-line with contexts and breaks") {
  auto run = multi_line("b\\nc");
  run.config.before_context = run.config.after_context = 1;
  CHECK(run.in_file("1\na\nb\nc\nd\n2\n3\n4\nb\nc\n") ==
        "2<a\n3:b\n4:c\n5>d\n--\n8<4\n9:b\n10:c\nend 20\n");
}

TEST_CASE("multi-line inverted shows the lines that no match touches") {
  auto run = multi_line("b\\nc");
  run.config.invert = true;
  CHECK(run.in_file("a\nb\nc\nd\n") == "1:a\n4:d\nend 8\n");
}

TEST_CASE("multi-line passthru") {
  auto run = multi_line("b\\nc");
  run.config.passthru = true;
  CHECK(run.in_file("a\nb\nc\nd\n") == "1=a\n2:b\n3:c\n4=d\nend 8\n");
}

TEST_CASE("max count counts multi-line matches") {
  auto run = multi_line("x\\n");
  run.config.max_count = 1;
  CHECK(run.in_file("x\na\nx\n") == "1:x\nend 6\n");
}

TEST_CASE("empty matches move on and none is shown behind the end") {
  CHECK(multi_line("\\n*$").in_file("a\n\nb\n") == "1:a\n2:\n3:b\nend 5\n");
  CHECK(multi_line("^\\s*\\z").in_file("a\n") == "end 2\n");
}

TEST_CASE("multi-line finds NUL in the front and in what it shows only") {
  const std::string far = std::string(70000, 'q') + "\n";
  auto hidden = multi_line("b\\nc");
  CHECK(hidden.in_file(far + std::string("\0\n", 2) + "b\nc\n") == "3:b\n4:c\nend 70007\n");
  auto shown = multi_line("b\\nc");
  CHECK(shown.in_file(far + std::string("\0b\nc\n", 5)) ==
        std::string("nul@70001\n2:\0b\n3:c\nend 70001 nul@70001\n", 39));
  auto front = multi_line("b\\nc");
  front.rule = BinaryRule::Quit;
  CHECK(front.in_file(std::string_view("b\nc\n\0", 5)) == "nul@4\nend 0 nul@4\n");
}

// What is read in parts and what is in memory from the start.
void check_large(const SearchCase& set_up, const std::string& text) {
  SearchCase in_parts = set_up;
  SearchCase at_once = set_up;
  CHECK(in_parts.in_file(text) == at_once.in_memory(text));
}

TEST_CASE("large files without what every match holds are passed over") {
  SearchCase run(R"(fox\s+dog)");
  run.config.multi_line = true;
  run.config.whole_file_binary_rule = true;
  const std::string empty(3'000'000, 'q');
  std::string text = empty;
  for (std::size_t i = 99; i < text.size(); i += 100) text[i] = '\n';
  check_large(run, empty);
  check_large(run, text);
  // Wherever parts begin and end.
  for (std::size_t at = 131'060; at < 131'080; ++at) {
    std::string with_match = text;
    with_match.replace(at, 8, "fox\n dog");
    check_large(run, with_match);
  }
  for (const std::size_t at : {std::size_t{0}, std::size_t{1'500'000}, text.size() - 7}) {
    std::string with_match = text;
    with_match.replace(at, 7, "fox\ndog");
    check_large(run, with_match);
    SearchCase marked = run;
    CHECK(marked.in_file("\xEF\xBB\xBF" + with_match) == SearchCase(run).in_memory(with_match));
  }
  SearchCase marked = run;
  CHECK(marked.in_file("\xEF\xBB\xBF" + text) == SearchCase(run).in_memory(text));
  for (const BinaryRule rule : {BinaryRule::None, BinaryRule::Quit, BinaryRule::Convert}) {
    run.rule = rule;
    for (const std::size_t at : {1000u, 100'000u}) {
      std::string with_nul = text;
      with_nul[at] = '\0';
      check_large(run, with_nul);
    }
  }
}

}  // namespace search
