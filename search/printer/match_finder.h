// Where the matches of reported lines are.
//
// The engine reports lines; a printer that needs the matches inside them
// searches again, here.  What the matcher may see decides which matches it
// finds, so the window is fixed as ripgrep has it: everything in the buffer
// before the lines, and behind them nothing in line mode (not even the line's
// ending, or `$` and look-ahead would see it), but up to 128 bytes in
// multi-line mode, where look-ahead may need them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/regex/matcher.h"
#include "search/engine/search_config.h"
#include "search/printer/line_ending.h"

namespace search {

// Steps through the matches of a haystack: never an empty match directly
// behind another match.
class MatchSteps {
 public:
  explicit MatchSteps(std::size_t start) : at_(start) {}
  // Where the next search starts.
  std::size_t at() const { return at_; }
  // Takes note of the match found; false: leave it out.
  bool take(common::regex::Span match) {
    const bool repeated = match.empty() && last_end_ == match.end;
    at_ = match.empty() ? match.end + 1 : match.end;
    last_end_ = match.end;
    return !repeated;
  }

 private:
  std::size_t at_;
  std::optional<std::size_t> last_end_;
};

class MatchFinder {
 public:
  // Both outlive the finder.
  MatchFinder(const common::regex::Matcher& matcher, const SearchConfig& search);

  // Whether reported matches may span lines.
  bool multi_line() const { return multi_line_; }
  const common::regex::Matcher& matcher() const { return matcher_; }
  common::regex::Scratch& scratch() { return scratch_; }
  // What the matcher may see when it looks for matches in `lines` of `buffer`.
  std::string_view window(std::string_view buffer, common::regex::Span lines) const;
  // Appends nothing but the matches that start in `lines`, relative to its
  // start.  False: the matcher gave up, scratch().error says why.
  bool find(std::string_view buffer, common::regex::Span lines,
            std::vector<common::regex::Span>& matches);
  // Only how many.
  bool count(std::string_view buffer, common::regex::Span lines, std::uint64_t& matches);

 private:
  // Calls `note` for each of them.
  template <typename Note>
  bool each(std::string_view buffer, common::regex::Span lines, Note note);

  const common::regex::Matcher& matcher_;
  common::regex::Scratch scratch_;
  LineEnding ending_;
  bool multi_line_;
};

}  // namespace search
