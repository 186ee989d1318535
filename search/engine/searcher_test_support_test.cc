#include "search/engine/searcher_test_support.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace search {

bool RecordingSink::matched(const SinkMatch& match) {
  CHECK(match.buffer.substr(match.start_in_buffer, match.bytes.size()) == match.bytes);
  std::string_view rest = match.bytes;
  std::optional<std::uint64_t> line = match.line_number;
  std::uint64_t offset = match.absolute_offset;
  while (!rest.empty()) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    add(line, offset, ':', text);
    const std::size_t used = std::min(text.size() + 1, rest.size());
    rest.remove_prefix(used);
    offset += used;
    if (line) ++*line;
  }
  return ++matches_ != stops_after;
}

bool RecordingSink::context(const SinkContext& context) {
  constexpr char kMarks[] = {'<', '>', '='};  // Before, After, Other.
  std::string_view text = context.bytes;
  if (text.ends_with('\n')) text.remove_suffix(1);
  add(context.line_number, context.absolute_offset, kMarks[static_cast<int>(context.kind)], text);
  return true;
}

bool RecordingSink::context_break() {
  log += "--\n";
  return true;
}

bool RecordingSink::binary_data(std::uint64_t offset) {
  log += "nul@" + std::to_string(offset) + "\n";
  return true;
}

void RecordingSink::finish(const SinkFinish& finish) {
  log += "end " + std::to_string(finish.byte_count);
  if (finish.binary_offset) log += " nul@" + std::to_string(*finish.binary_offset);
  log += "\n";
}

void RecordingSink::add(std::optional<std::uint64_t> line, std::uint64_t offset, char separator,
                        std::string_view bytes) {
  if (line) log += std::to_string(*line);
  if (shows_offsets) log += "@" + std::to_string(offset);
  log += separator;
  if (bytes.size() > most_shown) {
    log += "(" + std::to_string(bytes.size()) + ")\n";
  } else {
    log.append(bytes).append("\n");
  }
}

int temporary_file(std::string_view text) {
  const int fd = ::memfd_create("keel", 0);
  REQUIRE(fd >= 0);
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    REQUIRE(written > 0);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

common::regex::Matcher SearchCase::compile() {
  regex.multi_line = config.multi_line;
  regex.crlf = config.crlf;
  regex.line_terminator = config.line_terminator;
  auto matcher = common::regex::Matcher::compile(regex);
  REQUIRE(matcher.has_value());
  return std::move(*matcher);
}

std::string SearchCase::in_file(std::string_view text) {
  const auto matcher = compile();
  Searcher searcher(config, matcher);
  const int fd = temporary_file(text);
  CHECK(searcher.search_file(fd, rule, sink).has_value());
  ::close(fd);
  return sink.log;
}

std::string SearchCase::in_large_file(std::string_view text, unsigned threads) {
  const auto matcher = compile();
  Searcher searcher(config, matcher);
  const int fd = temporary_file(text);
  CHECK(searcher.search_large_file(fd, text.size(), threads, rule, sink).has_value());
  ::close(fd);
  return sink.log;
}

std::string SearchCase::in_stream(common::fs::ByteSource& source, StreamKind kind) {
  const auto matcher = compile();
  Searcher searcher(config, matcher);
  CHECK(searcher.search_stream(source, kind, rule, sink).has_value());
  return sink.log;
}

std::string SearchCase::in_memory(std::string_view text) {
  const auto matcher = compile();
  Searcher searcher(config, matcher);
  CHECK(searcher.search_memory(text, rule, sink).has_value());
  return sink.log;
}

TEST_CASE("a searcher is reused from file to file") {
  SearchCase run("fox");
  CHECK(run.in_file("a fox\nb\n") == "1:a fox\nend 8\n");
  run.sink.log.clear();
  CHECK(run.in_file("b\n") == "end 2\n");
}

}  // namespace search
