// Lines that wrapped are searched as one; a match may begin on one row and end on
// another.
#include "mux/model/search.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/regex/matcher.h"
#include "mux/model/scroll.h"
#include "mux/model/text.h"

namespace mux::model {

using common::regex::CaseMode;
using common::regex::Found;
using common::regex::Matcher;
using common::regex::RegexSpec;

struct SearchProgram {
  std::string pattern;
  bool is_case_sensitive = false;
  bool is_whole_word = false;
  Matcher matcher;
  mutable common::regex::Scratch scratch;
};

namespace {

std::optional<Matcher> compile(const Search& search) {
  RegexSpec spec;
  spec.patterns = {search.pattern};
  spec.case_mode = search.is_case_sensitive ? CaseMode::Sensitive : CaseMode::Insensitive;
  if (search.is_whole_word) spec.boundary = common::regex::Boundary::Word;
  auto matcher = Matcher::compile(spec);
  if (!matcher) {
    // While it is typed a pattern is often none yet.
    spec.fixed_strings = true;
    matcher = Matcher::compile(spec);
  }
  if (!matcher) return std::nullopt;
  return std::move(*matcher);
}

const SearchProgram* program_of(Search& search) {
  if (search.pattern.empty()) return nullptr;
  const SearchProgram* const old = search.program.get();
  if (old != nullptr && old->pattern == search.pattern &&
      old->is_case_sensitive == search.is_case_sensitive &&
      old->is_whole_word == search.is_whole_word) {
    return old;
  }
  auto matcher = compile(search);
  if (!matcher) return nullptr;
  auto scratch = matcher->make_scratch();
  search.program = std::make_shared<SearchProgram>(search.pattern, search.is_case_sensitive,
                                                   search.is_whole_word, std::move(*matcher),
                                                   std::move(scratch));
  return search.program.get();
}

// A line of text and where its bytes are.
struct LogicalLine {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;  // The first line behind it.
  std::string text;
  std::vector<TextPosition> places;  // Of each byte, and of the end.
};

bool is_continued(Pane& pane, std::uint64_t line) {
  term::HistoryRow row;
  return read_line(pane, line, row) && row.is_wrapped;
}

// The rows of one line that `line` is among.
LogicalLine read_logical(Pane& pane, std::uint64_t line) {
  // An endless line is searched in pieces.
  constexpr std::uint64_t kMostRows = 1000;
  const LineRange range = lines_of(pane);
  LogicalLine logical;
  logical.begin = line;
  while (logical.begin > range.begin && line - logical.begin < kMostRows &&
         is_continued(pane, logical.begin)) {
    --logical.begin;
  }
  logical.end = logical.begin;
  term::HistoryRow row;
  do {
    if (!read_line(pane, logical.end, row)) break;
    int column = 0;
    for (const term::Cell& cell : row.cells) {
      pane.terminal()->append_text(cell, logical.text);
      logical.places.resize(logical.text.size(), {.line = logical.end, .column = column});
      ++column;
    }
    ++logical.end;
  } while (logical.end < range.end && logical.end - logical.begin < 2 * kMostRows &&
           is_continued(pane, logical.end));
  const std::uint64_t last = logical.end == logical.begin ? logical.begin : logical.end - 1;
  const int width = static_cast<int>(row.cells.size());
  logical.places.push_back({.line = last, .column = width});
  return logical;
}

void add_matches(const LogicalLine& line, const SearchProgram& program,
                 std::vector<TextSpan>& matches) {
  common::regex::Span span;
  for (std::size_t at = 0; at <= line.text.size(); at = span.end) {
    const Found found = program.matcher.find(line.text, at, program.scratch, span);
    if (found != Found::Yes) return;
    if (span.empty()) {
      ++span.end;
      continue;
    }
    // The end is behind the last cell, which may be wide.
    matches.push_back({.begin = line.places[span.start], .end = line.places[span.end]});
    if (matches.back().end.line != line.places[span.end - 1].line) {
      matches.back().end = line.places[span.end - 1];
      ++matches.back().end.column;
    }
  }
}

// The first match behind `from`, or the last before it, in lines [begin, end).
std::optional<TextSpan> nearest(Pane& pane, const SearchProgram& program, TextPosition from,
                                bool is_up, LineRange range) {
  std::uint64_t line = std::clamp(from.line, range.begin, range.end - 1);
  for (;;) {
    const LogicalLine logical = read_logical(pane, line);
    std::vector<TextSpan> matches;
    add_matches(logical, program, matches);
    if (is_up) std::ranges::reverse(matches);
    for (const TextSpan& match : matches) {
      if (is_up ? match.begin < from : match.begin > from) return match;
    }
    if (is_up ? logical.begin <= range.begin : logical.end >= range.end) return std::nullopt;
    line = is_up ? logical.begin - 1 : logical.end;
  }
}

}  // namespace

std::vector<TextSpan> matches_in(Pane& pane, std::uint64_t begin, std::uint64_t end) {
  std::vector<TextSpan> matches;
  const SearchProgram* const program = program_of(pane.search);
  if (program == nullptr) return matches;
  const LineRange range = lines_of(pane);
  for (std::uint64_t line = std::max(begin, range.begin); line < std::min(end, range.end);) {
    const LogicalLine logical = read_logical(pane, line);
    add_matches(logical, *program, matches);
    line = std::max(logical.end, line + 1);
  }
  return matches;
}

bool search_next(Pane& pane, bool is_up) {
  const SearchProgram* const program = program_of(pane.search);
  const LineRange range = lines_of(pane);
  if (program == nullptr || range.begin == range.end) return false;
  const TextPosition top{.line = top_line(pane), .column = -1};
  const TextPosition bottom{.line = top.line + (range.end - range.screen), .column = 0};
  TextPosition from = is_up ? bottom : top;
  if (pane.search.current) from = pane.search.current->begin;
  auto match = nearest(pane, *program, from, is_up, range);
  if (!match && pane.search.wraps) {
    const TextPosition edge = is_up ? TextPosition{.line = range.end, .column = 0}
                                    : TextPosition{.line = range.begin, .column = -1};
    match = nearest(pane, *program, edge, is_up, range);
  }
  if (!match) return false;
  pane.search.current = match;
  scroll_into_view(pane, match->begin.line);
  return true;
}

}  // namespace mux::model
