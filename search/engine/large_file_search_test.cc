#include <doctest/doctest.h>
#include <unistd.h>

#include <utility>

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
  for (const Mapping mapping : {Mapping::Never, Mapping::Always, Mapping::IfFaster}) {
    for (unsigned threads : {1u, 2u, 3u}) {
      SearchCase run = set_up;
      run.config.mapping = mapping;
      CHECK(run.in_large_file(text, threads) == expected);
    }
  }
}

// Cuts the file when the first line is shown.
class CuttingSink final : public Sink {
 public:
  CuttingSink(int fd, off_t size) : fd_(fd), size_(size) {}
  bool begin() override { return true; }
  bool matched(const SinkMatch& match) override {
    if (size_ >= 0) CHECK(::ftruncate(fd_, std::exchange(size_, -1)) == 0);
    return sink.matched(match);
  }
  bool context(const SinkContext& context) override { return sink.context(context); }
  bool context_break() override { return sink.context_break(); }
  bool binary_data(std::uint64_t offset) override { return sink.binary_data(offset); }
  void finish(const SinkFinish& finish) override { sink.finish(finish); }

  RecordingSink sink;

 private:
  int fd_;
  off_t size_;
};

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

TEST_CASE("a file that is cut while it is searched ends where it was cut") {
  const std::string text = large_text();
  common::regex::RegexSpec spec;
  spec.patterns = {"fox"};
  const auto matcher = common::regex::Matcher::compile(spec);
  REQUIRE(matcher.has_value());
  for (const std::size_t size : {1'000'000u, 1u << 20, 2'100'000u}) {
    const std::string expected = large_case().in_file(text.substr(0, size));
    for (const Mapping mapping : {Mapping::Never, Mapping::Always}) {
      for (unsigned threads : {1u, 2u}) {
        SearchConfig config = large_case().config;
        config.mapping = mapping;
        Searcher searcher(config, *matcher);
        const int fd = temporary_file(text);
        CuttingSink sink(fd, static_cast<off_t>(size));
        const auto result =
            searcher.search_large_file(fd, text.size(), threads, BinaryRule::Convert, sink);
        CHECK(result.has_value());
        // What is read ahead is searched as it was.
        if (mapping == Mapping::Always) CHECK(sink.sink.log == expected);
        ::close(fd);
      }
    }
  }
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
