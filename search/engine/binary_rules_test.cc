// NUL bytes: which lines they hide depends on the 64 KiB that ripgrep reads at
// a time.  The expected values were taken from ripgrep 15.1.
#include <doctest/doctest.h>

#include "search/engine/searcher_test_support.h"

namespace search {

namespace {

std::string lines_upto(std::size_t size) {
  std::string text = "fox\n";
  while (text.size() + 100 <= size) text += std::string(99, 'q') + "\n";
  text += std::string(size - text.size(), 'r');
  return text;
}

std::string with_nul_at(std::size_t offset, std::size_t size) {
  std::string text = lines_upto(size);
  text[offset] = '\0';
  return text + "\nfox\n";
}

SearchCase with_rule(BinaryRule rule) {
  SearchCase run("fox");
  run.rule = rule;
  return run;
}

}  // namespace

TEST_CASE("no rule: NUL is a byte like others") {
  CHECK(with_rule(BinaryRule::None).in_file(std::string_view("fox\0fox\n", 8)) ==
        std::string("1:fox\0fox\nend 8\n", 16));
}

TEST_CASE("quit: a NUL hides what was read together with it") {
  auto early = with_rule(BinaryRule::Quit);
  CHECK(early.in_file(std::string_view("a fox\n\0", 7)) == "nul@6\nend 0 nul@6\n");
  // The first read is of three bytes: a line within it is searched.
  auto first = with_rule(BinaryRule::Quit);
  first.regex.patterns = {"f"};
  CHECK(first.in_file(std::string_view("f\nfox\n\0", 7)) == "1:f\nnul@6\nend 2 nul@6\n");
}

TEST_CASE("quit: the border between two reads decides") {
  // The reads: 3 bytes, 65533 bytes, then what the partial line leaves free.
  auto inside = with_rule(BinaryRule::Quit);
  CHECK(inside.in_file(with_nul_at(65535, 200000)) == "nul@65535\nend 0 nul@65535\n");
  auto behind = with_rule(BinaryRule::Quit);
  CHECK(behind.in_file(with_nul_at(65536, 200000)) == "1:fox\nnul@65536\nend 65504 nul@65536\n");
  auto far = with_rule(BinaryRule::Quit);
  CHECK(far.in_file(with_nul_at(150000, 200000)) == "1:fox\nnul@150000\nend 131004 nul@150000\n");
}

TEST_CASE("convert: NUL ends a line and the search goes on") {
  auto run = with_rule(BinaryRule::Convert);
  CHECK(run.in_file(std::string_view("a\0b fox\nc\n", 10)) == "nul@1\n2:b fox\nend 10 nul@1\n");
  auto late = with_rule(BinaryRule::Convert);
  CHECK(late.in_file(with_nul_at(70000, 100000)) ==
        "1:fox\nnul@70000\n1003:fox\nend 100005 nul@70000\n");
}

TEST_CASE("whole files: the front and the lines shown are looked at") {
  auto front = with_rule(BinaryRule::Convert);
  front.config.whole_file_binary_rule = true;
  CHECK(front.in_file(with_nul_at(65535, 100000)) ==
        "nul@65535\n1:fox\n1002:fox\nend 65535 nul@65535\n");
  auto behind = with_rule(BinaryRule::Convert);
  behind.config.whole_file_binary_rule = true;
  CHECK(behind.in_file(with_nul_at(65536, 100000)) == "1:fox\n1002:fox\nend 100005\n");
  auto shown = with_rule(BinaryRule::Quit);
  shown.config.whole_file_binary_rule = true;
  CHECK(shown.in_file(lines_upto(80000) + std::string("\nfox\0\nfox\n", 10)) ==
        "1:fox\nnul@80004\nend 80004 nul@80004\n");
}

TEST_CASE("a byte order mark leaves the whole-file rule to plain files") {
  auto run = with_rule(BinaryRule::Quit);
  run.config.whole_file_binary_rule = true;
  CHECK(run.in_file("\xEF\xBB\xBF" + with_nul_at(80000, 100000)) ==
        "1:fox\nnul@80000\nend 65504 nul@80000\n");
}

TEST_CASE("decoded files come in reads of 8 KiB") {
  // The reads: 3 bytes, then 8192 at a time, so that one ends at 131075.
  auto inside = with_rule(BinaryRule::Quit);
  inside.config.encoding = common::decode::find_encoding("latin1");
  CHECK(inside.in_file(with_nul_at(8194, 200000)) == "nul@8194\nend 0 nul@8194\n");
  auto behind = with_rule(BinaryRule::Quit);
  behind.config.encoding = common::decode::find_encoding("latin1");
  CHECK(behind.in_file(with_nul_at(8195, 200000)) == "1:fox\nnul@8195\nend 8104 nul@8195\n");
  auto far = with_rule(BinaryRule::Quit);
  far.config.encoding = common::decode::find_encoding("latin1");
  CHECK(far.in_file(with_nul_at(150000, 200000)) == "1:fox\nnul@150000\nend 147404 nul@150000\n");
}

TEST_CASE("contexts keep to the same reads") {
  auto run = with_rule(BinaryRule::Quit);
  run.config.before_context = 2;
  run.config.exact_byte_count = false;
  CHECK(run.in_file(with_nul_at(131000, 200000)) == "1:fox\nnul@131000\nend 130404 nul@131000\n");
}

TEST_CASE("standard input comes through a buffer of 8 KiB") {
  const std::string text = with_nul_at(8192, 20000);
  auto run = with_rule(BinaryRule::Quit);
  const auto source = common::fs::memory_source(text.data(), text.size());
  CHECK(run.in_stream(*source, StreamKind::Stdin) == "1:fox\nnul@8192\nend 8104 nul@8192\n");
  auto plain = with_rule(BinaryRule::Quit);
  const auto again = common::fs::memory_source(text.data(), text.size());
  CHECK(plain.in_stream(*again) == "nul@8192\nend 0 nul@8192\n");
}

TEST_CASE("runs of NUL are replaced as one by one") {
  auto run = with_rule(BinaryRule::Convert);
  CHECK(run.in_file(std::string_view("\0\0\0fox\0\0\n\0", 10)) == "nul@0\n4:fox\nend 10 nul@0\n");
}

}  // namespace search
