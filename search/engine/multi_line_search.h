// Multi-line mode: the whole haystack is one window and matches may span lines.
//
// Matches whose lines touch or adjoin are shown as one block, so that no line
// is shown twice and replacements see neighbours together.  Each search for the
// next match sees the rest of the haystack as if it began there.
#pragma once

#include <string_view>

#include "common/regex/matcher.h"
#include "search/engine/emitter.h"
#include "search/engine/search_config.h"

namespace search {

class MultiLineSearch {
 public:
  MultiLineSearch(const SearchConfig& config, const common::regex::Matcher& matcher,
                  common::regex::Scratch& scratch, Emitter& emitter)
      : config_(config), matcher_(matcher), scratch_(scratch), emitter_(emitter) {}

  void search(std::string_view haystack);

 private:
  bool find(LineRange& match);
  // Goes on behind `range`, or one byte further if it is empty.
  void advance_behind(LineRange range);
  bool search_plain();
  bool search_inverted();
  bool show_context_before(std::size_t start);
  bool show_block(LineRange lines);

  const SearchConfig& config_;
  const common::regex::Matcher& matcher_;
  common::regex::Scratch& scratch_;
  Emitter& emitter_;
  std::string_view haystack_;
};

}  // namespace search
