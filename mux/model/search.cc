// The text is searched in blocks of some hundred rows, the nearest first, as history
// keeps it: nothing is decoded but the rows that matches are in.  Lines that wrapped
// are searched as one; a match may begin on one row and end on another.
#include "mux/model/search.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/regex/matcher.h"
#include "mux/model/copying.h"
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
  bool is_regex = false;
  std::optional<Matcher> matcher;  // None: the pattern is none.
  mutable std::optional<common::regex::Scratch> scratch;
};

namespace {

// A pattern needs no more; one that does is not what anybody types.
constexpr std::size_t kMostProgram = std::size_t{1} << 20;
constexpr std::size_t kMostCache = std::size_t{16} << 20;

// Blocks grow, so that what is near is found soon.
constexpr std::uint64_t kFirstBlock = 64;  // Rows.
constexpr std::uint64_t kLastBlock = 4096;
// An endless line is searched in pieces.
constexpr std::uint64_t kMostRowsOfLine = 1024;

// The last line of the matcher's message says why.
std::string reason_of(std::string_view message) {
  constexpr std::string_view kPrefix = "error: ";
  if (const std::size_t last = message.find_last_of('\n'); last != message.npos) {
    message.remove_prefix(last + 1);
  }
  if (message.starts_with(kPrefix)) message.remove_prefix(kPrefix.size());
  return std::string(message);
}

std::shared_ptr<const SearchProgram> compile(const Search& search, std::string& error) {
  RegexSpec spec;
  spec.patterns = {search.pattern};
  spec.fixed_strings = !search.is_regex;
  spec.case_mode = search.is_case_sensitive ? CaseMode::Sensitive : CaseMode::Smart;
  if (search.is_whole_word) spec.boundary = common::regex::Boundary::Word;
  spec.size_limit = kMostProgram;
  spec.dfa_size_limit = kMostCache;
  auto program = std::make_shared<SearchProgram>();
  program->pattern = search.pattern;
  program->is_case_sensitive = search.is_case_sensitive;
  program->is_whole_word = search.is_whole_word;
  program->is_regex = search.is_regex;
  error.clear();
  auto matcher = Matcher::compile(spec);
  if (!matcher) {
    error = reason_of(matcher.error().message);
    return program;
  }
  program->scratch = matcher->make_scratch();
  program->matcher = std::move(*matcher);
  return program;
}

// Null: there is nothing to search for.
const SearchProgram* program_of(Search& search) {
  if (search.pattern.empty()) return nullptr;
  const SearchProgram* const old = search.program.get();
  const bool is_same = old != nullptr && old->pattern == search.pattern &&
                       old->is_case_sensitive == search.is_case_sensitive &&
                       old->is_whole_word == search.is_whole_word &&
                       old->is_regex == search.is_regex;
  if (!is_same) search.program = compile(search, search.error);
  return search.program->matcher ? search.program.get() : nullptr;
}

// Rows as one text, with a newline behind each line.
class TextBlock {
 public:
  TextBlock(Pane& pane, const LineRange& range) : pane_(pane), range_(range) {}

  // Lines that rows from `begin` up to `end` are of.
  void read(std::uint64_t begin, std::uint64_t end) {
    begin_ = begin;
    while (begin_ > range_.begin && begin - begin_ < kMostRowsOfLine && continues(begin_)) --begin_;
    end_ = std::min(end, range_.end);
    while (end_ < range_.end && end_ - end < kMostRowsOfLine && continues(end_)) ++end_;
    text_.clear();
    starts_.clear();
    for (std::uint64_t line = begin_; line < end_; ++line) {
      if (line < range_.screen) {
        append_kept(line);
      } else {
        append_row(line);
      }
    }
  }
  std::uint64_t begin() const { return begin_; }
  std::uint64_t end() const { return end_; }

  // Calls `take` with each match in order, until it returns false.
  template <typename Take>
  void for_matches(const SearchProgram& program, Take take) {
    const Matcher& matcher = *program.matcher;
    if (!matcher.can_match_line_terminator() && !matcher.takes_single_lines()) {
      for_matches_of(text_, 0, program, take);
      return;
    }
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line(text_.data() + at, end - at);
      if (!for_matches_of(line, at, program, take)) return;
      at = end + 1;
    }
  }

  TextSpan span_of(const common::regex::Span& match) {
    TextSpan span;
    span.begin = place_of(match.start);
    // Behind its last character, which may be wide and at the end of a row.
    span.end = place_of(match.end - 1);
    const auto& cells = row_.cells;
    do {
      ++span.end.column;
    } while (static_cast<std::size_t>(span.end.column) < cells.size() &&
             cells[static_cast<std::size_t>(span.end.column)].is_tail());
    return span;
  }

 private:
  bool continues(std::uint64_t line) const { return is_continuation(pane_, line); }

  void start_row(std::uint64_t line, bool is_wrapped) {
    if (line != begin_ && !is_wrapped) text_ += '\n';
    starts_.push_back(text_.size());
  }

  void append_row(std::uint64_t line) {
    read_row_.reset();
    static_cast<void>(read_line(pane_, line, row_));
    start_row(line, row_.is_wrapped);
    for (const term::Cell& cell : row_.cells) pane_.terminal()->append_text(cell, text_);
  }

  void append_kept(std::uint64_t line) {
    start_row(line, continues(line));
    append_history_text(pane_, line, text_);
  }

  template <typename Take>
  static bool for_matches_of(std::string_view text, std::size_t offset,
                             const SearchProgram& program, Take take) {
    common::regex::Span span;
    for (std::size_t at = 0; at < text.size(); at = std::max(span.end, at + 1)) {
      if (program.matcher->find(text, at, *program.scratch, span) != Found::Yes) return true;
      if (span.empty()) {
        span.end = std::max(span.end + 1, at + 1);
        continue;
      }
      if (!take({span.start + offset, span.end + offset})) return false;
    }
    return true;
  }

  // The cell that a byte is of.
  TextPosition place_of(std::size_t offset) {
    const auto start = std::prev(std::ranges::upper_bound(starts_, offset));
    const std::uint64_t line = begin_ + static_cast<std::uint64_t>(start - starts_.begin());
    if (read_row_ != line) read_columns(line);
    const std::size_t byte = offset - *start;
    const int column = byte < columns_.size() ? columns_[byte] : static_cast<int>(columns_.size());
    return {.line = line, .column = column};
  }

  void read_columns(std::uint64_t line) {
    static_cast<void>(read_line(pane_, line, row_));
    read_row_ = line;
    columns_.clear();
    std::string text;
    int column = 0;
    for (const term::Cell& cell : row_.cells) {
      pane_.terminal()->append_text(cell, text);
      columns_.resize(text.size(), column);
      ++column;
    }
  }

  Pane& pane_;
  LineRange range_;
  std::uint64_t begin_ = 0;
  std::uint64_t end_ = 0;
  std::string text_;
  std::vector<std::size_t> starts_;  // Of the rows.
  // The row that was looked at last, and the column of each of its bytes.
  std::optional<std::uint64_t> read_row_;
  term::HistoryRow row_;
  std::vector<int> columns_;
};

std::optional<TextSpan> first_behind(TextBlock& block, const SearchProgram& program,
                                     TextPosition from) {
  std::optional<TextSpan> found;
  block.for_matches(program, [&](const common::regex::Span& match) {
    const TextSpan span = block.span_of(match);
    if (span.begin <= from) return true;
    found = span;
    return false;
  });
  return found;
}

std::optional<TextSpan> last_before(TextBlock& block, const SearchProgram& program,
                                    TextPosition from) {
  std::optional<TextSpan> found;
  std::optional<common::regex::Span> last;
  block.for_matches(program, [&](const common::regex::Span& match) {
    // Only in rows that `from` is in it matters where exactly.
    if (block.end() > from.line) {
      const TextSpan span = block.span_of(match);
      if (span.begin >= from) return false;
    }
    last = match;
    return true;
  });
  if (last) found = block.span_of(*last);
  return found;
}

// As far as line `until`.
std::optional<TextSpan> nearest_below(Pane& pane, const SearchProgram& program, TextPosition from,
                                      std::uint64_t until) {
  const LineRange range = lines_of(pane);
  TextBlock block(pane, range);
  std::uint64_t rows = kFirstBlock;
  for (std::uint64_t line = from.line; line < std::min(until, range.end); line = block.end()) {
    block.read(line, line + rows);
    if (const auto match = first_behind(block, program, from)) return match;
    rows = std::min(rows * 4, kLastBlock);
  }
  return std::nullopt;
}

std::optional<TextSpan> nearest_above(Pane& pane, const SearchProgram& program, TextPosition from,
                                      std::uint64_t until) {
  const LineRange range = lines_of(pane);
  TextBlock block(pane, range);
  std::uint64_t rows = kFirstBlock;
  for (std::uint64_t end = std::min(from.line + 1, range.end); end > until; end = block.begin()) {
    block.read(std::max(range.begin, end - std::min(end, rows)), end);
    if (const auto match = last_before(block, program, from)) return match;
    rows = std::min(rows * 4, kLastBlock);
  }
  return std::nullopt;
}

// Where a search goes on from: the cursor, the current match, or the edge of the view.
TextPosition search_start(Pane& pane, bool is_up) {
  if (pane.copying) return pane.copying->cursor;
  if (pane.search.current) return pane.search.current->begin;
  const std::uint64_t top = top_line(pane);
  return is_up ? TextPosition{.line = top + pane.terminal()->size().rows, .column = 0}
               : TextPosition{.line = top, .column = -1};
}

bool go_to(Pane& pane, const std::optional<TextSpan>& match) {
  pane.search.current = match;
  if (!match) return false;
  scroll_into_view(pane, match->begin.line);
  if (pane.copying) set_copy_cursor(pane, match->begin);
  return true;
}

}  // namespace

std::vector<TextSpan> matches_in(Pane& pane, std::uint64_t begin, std::uint64_t end) {
  std::vector<TextSpan> matches;
  const SearchProgram* const program = program_of(pane.search);
  const LineRange range = lines_of(pane);
  begin = std::max(begin, range.begin);
  end = std::min(end, range.end);
  if (program == nullptr || begin >= end) return matches;
  TextBlock block(pane, range);
  block.read(begin, end);
  block.for_matches(*program, [&](const common::regex::Span& match) {
    matches.push_back(block.span_of(match));
    return true;
  });
  return matches;
}

std::optional<TextSpan> find_match(Pane& pane, TextPosition from, bool is_up) {
  const SearchProgram* const program = program_of(pane.search);
  const LineRange range = lines_of(pane);
  if (program == nullptr || range.begin == range.end) return std::nullopt;
  if (from.line < range.begin) from = {.line = range.begin, .column = -1};
  const auto match = is_up ? nearest_above(pane, *program, from, range.begin)
                           : nearest_below(pane, *program, from, range.end);
  if (match || !pane.search.wraps) return match;
  // Around the end, what has not been looked at.
  return is_up ? nearest_above(pane, *program, {.line = range.end, .column = 0}, from.line)
               : nearest_below(pane, *program, {.line = range.begin, .column = -1}, from.line + 1);
}

bool search_next(Pane& pane, bool is_up) {
  const auto match = find_match(pane, search_start(pane, is_up), is_up);
  if (!match) return false;
  return go_to(pane, match);
}

void set_pattern(Pane& pane, std::string_view pattern) {
  pane.search.pattern = pattern;
  pane.search.current.reset();
  pane.search.error.clear();
}

void search_as_typed(Pane& pane) {
  pane.search.current.reset();
  pane.search.error.clear();
  if (pane.copying) {
    const TextPosition from = pane.copying->search_origin;
    set_copy_cursor(pane, from);
    static_cast<void>(go_to(pane, find_match(pane, from, pane.copying->searches_up)));
    return;
  }
  // Up from the bottom: the last one is what people look for.
  const TextPosition bottom{.line = lines_of(pane).end, .column = 0};
  static_cast<void>(go_to(pane, find_match(pane, bottom, true)));
}

void clear_search(Pane& pane) {
  set_pattern(pane, {});
  pane.search.program.reset();
}

std::string search_title(const Search& search) {
  if (search.pattern.empty()) return {};
  if (!search.error.empty()) return search.pattern + ": " + search.error;
  std::string flags;
  const auto add = [&](bool is_set, std::string_view name) {
    if (is_set) flags += (flags.empty() ? "" : ", ") + std::string(name);
  };
  add(search.is_regex, "regex");
  add(search.is_case_sensitive, "case");
  add(search.is_whole_word, "word");
  add(search.wraps, "wrap");
  return flags.empty() ? search.pattern : search.pattern + " (" + flags + ")";
}

}  // namespace mux::model
