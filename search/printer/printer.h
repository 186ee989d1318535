// The printers: what a search looks like.
//
// One printer per thread.  For every haystack the driver calls start(), runs
// the searcher with the printer as its sink, and asks finish-time questions.
// Output goes to the OutputBuffer given at construction.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/regex/matcher.h"
#include "common/tty/style.h"
#include "search/engine/search_config.h"
#include "search/engine/sink.h"
#include "search/printer/hyperlink.h"
#include "search/printer/output_buffer.h"
#include "search/printer/stats.h"

namespace search {

enum class PrintMode : std::uint8_t {
  Standard,
  Json,
  Count,
  CountMatches,
  FilesWithMatches,
  FilesWithoutMatch,
  Quiet,              // -q: only whether there is a match (and statistics).
  QuietWithoutMatch,  // -q --files-without-match: only whether there is none.
};

// Who writes file_separator() between the outputs of two haystacks.
enum class Separation : std::uint8_t {
  ByDriver,
  BehindOutput,  // The printer, if anything was printed before.
  Always,        // The printer, even at the very front, where the driver removes it.
};

// The colours of the five fields, resolved from defaults and --colors.
struct ColorScheme {
  common::tty::Style path, line, column, match, highlight;
};

struct PrintConfig {
  PrintMode mode = PrintMode::Standard;
  bool color = false;
  ColorScheme colors;
  HyperlinkFormat hyperlink;  // Empty: no links.
  bool with_path = false;
  bool heading = false;
  bool line_numbers = false;
  bool column = false;
  bool byte_offset = false;
  bool only_matching = false;
  bool per_match = false;          // --vimgrep
  bool per_match_one_line = true;  // --vimgrep: only the first line of a match
  bool trim = false;
  bool include_zero = false;
  bool path_nul = false;  // -0
  bool stats = false;
  std::optional<char> path_separator;
  std::optional<std::uint64_t> max_columns;
  bool max_columns_preview = false;
  std::optional<std::string> replacement;
  std::string field_match_separator = ":";
  std::string field_context_separator = "-";
  std::optional<std::string> context_separator = "--";  // nullopt: none.
  // -q with --json or --stats still searches everything.
  bool stop_after_first_match = false;
  Separation separation = Separation::ByDriver;
};

// Whether text in this style differs from plain text: fields in a style without
// effect are not looked for.
inline bool has_effect(const common::tty::Style& style) {
  return !style.is_plain() || style.intense;
}

class Printer : public Sink {
 public:
  // `path`: as the driver found it, the printer decides whether it is shown.
  // `binary`: the rule the haystack is searched with.
  virtual void start(std::string_view path, BinaryRule binary) = 0;
  // Of the haystack just searched: did it count as matched (exit status 0)?
  // For --files-without-match: was it listed?
  virtual bool has_match() const = 0;
  // Why the matcher gave up while matches were located in this haystack, which
  // ended the search of it; empty if it did not.
  virtual std::string_view failure() const = 0;
  // Statistics of all haystacks so far; counted if PrintConfig::stats is set,
  // and always in JSON.
  virtual const Stats& stats() const = 0;
  // Line(s) printed between the outputs of two files that both printed
  // something: "" for none, "\n" with headings, "--\n" with contexts.
  virtual std::string_view file_separator() const = 0;
  // How much of the output of the haystack just searched is the separator that
  // the printer wrote in front of it.  A message on a binary file has none.
  virtual std::size_t separator_size() const { return 0; }
};

// `matcher`, `search` and `out` outlive the printer.
std::unique_ptr<Printer> make_printer(const PrintConfig& config, const SearchConfig& search,
                                      const common::regex::Matcher& matcher, OutputBuffer& out);

// The last line of a --json run, and the block of --stats.
void print_json_summary(const Stats& total, std::uint64_t elapsed_nanoseconds, OutputBuffer& out);
void print_stats(const Stats& total, std::uint64_t elapsed_nanoseconds, OutputBuffer& out);

// Writes one path as --files does.
void print_path(const PrintConfig& config, std::string_view path, OutputBuffer& out);

}  // namespace search
