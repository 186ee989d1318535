#include "search/cli/patterns.h"

#include <fcntl.h>

#include <cerrno>
#include <string_view>
#include <unordered_set>

#include "common/fs/byte_source.h"
#include "common/scan/scan.h"

namespace search {

using common::fail;
using common::Result;

namespace {

Result<std::string> read_all(int fd, bool owns_fd, std::string_view name) {
  auto source = common::fs::fd_source(fd, owns_fd);
  std::string text;
  char block[16 * 1024];
  while (true) {
    auto count = source->read(block, sizeof block);
    if (!count)
      return fail(std::string(name) + ": " + count.error().message, count.error().os_error);
    if (*count == 0) return text;
    text.append(block, *count);
  }
}

// Calls `add` for every line of a pattern file; a final line break ends the last
// line, it does not begin an empty one.
template <typename Add>
Result<void> split_lines(std::string_view text, std::string_view name, Add add) {
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = common::scan::find_byte(text, '\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == common::scan::npos ? text.size() : end + 1);
    if (end != common::scan::npos && line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t valid = common::scan::valid_utf8_prefix(line);
    if (valid != line.size()) {
      return fail(
          std::string(name) + ":" + std::to_string(number) +
          ": found invalid UTF-8 in pattern at byte offset " + std::to_string(valid) +
          ": to match arbitrary bytes, disable Unicode mode and use an escape: (?-u:\\xFF)");
    }
    add(std::string(line));
  }
  return {};
}

}  // namespace

Result<Patterns> gather_patterns(const std::vector<PatternSource>& sources) {
  Patterns patterns;
  std::unordered_set<std::string> seen;
  const auto add = [&](std::string pattern) {
    if (seen.insert(pattern).second) patterns.list.push_back(std::move(pattern));
  };
  for (const PatternSource& source : sources) {
    if (source.kind == PatternSource::Regexp) {
      add(source.text);
      continue;
    }
    const bool is_stdin = source.text == "-";
    if (is_stdin && patterns.consumed_stdin) {
      return fail("error reading -f/--file from stdin: stdin has already been consumed");
    }
    const std::string name = is_stdin ? "<stdin>" : source.text;
    const int fd = is_stdin ? 0 : open(source.text.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return common::fail_on_path(name, errno);
    patterns.consumed_stdin |= is_stdin;
    const std::string text = TRY(read_all(fd, !is_stdin, name));
    TRY(split_lines(text, name, add));
  }
  return patterns;
}

}  // namespace search
