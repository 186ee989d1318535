// For tests of the engine: a sink that writes down what it is told, and a way
// to run a search over a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/fs/byte_source.h"
#include "common/regex/matcher.h"
#include "search/engine/searcher.h"

namespace search {

// Lines look as grep prints them: "2:match", "3-context", "--"; then "nul@N"
// where NUL was reported and "end B" with the byte count, "end B nul@N".
class RecordingSink final : public Sink {
 public:
  bool begin() override { return true; }
  bool matched(const SinkMatch& match) override;
  bool context(const SinkContext& context) override;
  bool context_break() override;
  bool binary_data(std::uint64_t offset) override;
  void finish(const SinkFinish& finish) override;

  std::string log;
  // The sink has had enough after that many matches.
  std::optional<unsigned> stops_after;
  // Long lines are shown by their length.
  std::size_t most_shown = 40;
  bool shows_offsets = false;

 private:
  void add(std::optional<std::uint64_t> line, std::uint64_t offset, char separator,
           std::string_view bytes);
  unsigned matches_ = 0;
};

// A search to be set up by its members and run over texts.
struct SearchCase {
  SearchConfig config{.line_numbers = true, .exact_byte_count = true};
  common::regex::RegexSpec regex;
  BinaryRule rule = BinaryRule::Convert;
  RecordingSink sink;

  explicit SearchCase(std::string pattern) { regex.patterns = {std::move(pattern)}; }
  // How the text is given to the searcher; the result is the sink's log.
  std::string in_file(std::string_view text);
  std::string in_large_file(std::string_view text, unsigned threads);
  std::string in_stream(common::fs::ByteSource& source, StreamKind kind = StreamKind::Plain);
  std::string in_memory(std::string_view text);

 private:
  common::regex::Matcher compile();
};

// An unnamed file with this content, positioned at its start.
int temporary_file(std::string_view text);

}  // namespace search
