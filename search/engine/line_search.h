// Line mode: finds the matching lines of one window after another.
//
// Fast way: the matcher runs over the whole window and lines are looked up only
// around what it finds.  Slow way, one call per line: where every line is shown
// (--passthru), where the first line that does not match ends the search, where
// the pattern looks beyond a line.  PCRE2's patterns, and all where NUL ends lines,
// go that way, too, as in ripgrep, which shows in what is context of what; but
// lines that cannot match and are not to be shown are passed over.
#pragma once

#include <string_view>

#include "common/regex/matcher.h"
#include "search/engine/emitter.h"
#include "search/engine/lines.h"
#include "search/engine/search_config.h"

namespace search {

class LineSearch {
 public:
  LineSearch(const SearchConfig& config, const common::regex::Matcher& matcher,
             common::regex::Scratch& scratch, Emitter& emitter);

  void start() { has_matched_ = false; }
  // Searches `window` from the emitter's position on.  False: the search is over.
  bool search(std::string_view window);

 private:
  enum class Step : std::uint8_t { GoOn, Stop, GoSlow };

  bool runs_fast() const { return can_run_fast_ && !(config_.stop_on_nonmatch && has_matched_); }
  Step search_fast();
  // One run of lines without a match, and the matching line behind it.
  // `stopped_by_sink` tells why the result is false.
  bool show_inverted(bool& stopped_by_sink);
  bool search_slow();
  bool next_line(LineCursor& cursor, LineRange& line);
  bool show_slow(LineRange line, bool is_success);
  bool find_line(LineRange& line);

  const SearchConfig& config_;
  const common::regex::Matcher& matcher_;
  common::regex::Scratch& scratch_;
  Emitter& emitter_;
  const bool can_run_fast_;
  const bool can_pass_over_;
  bool has_matched_ = false;
  std::string_view window_;
};

}  // namespace search
