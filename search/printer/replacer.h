// -r: lines with their matches replaced.
//
// Groups are asked of the matcher only if the template refers to one other than
// the whole match, since finding them costs several times a plain match.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex/matcher.h"
#include "search/printer/match_finder.h"
#include "search/printer/replacement_template.h"

namespace search {

class Replacer {
 public:
  // `finder` outlives the replacer.
  Replacer(std::string_view text, MatchFinder& finder);

  void clear();
  // Replaces the matches in `lines` of `buffer`.  False: the matcher gave up.
  bool replace(std::string_view buffer, common::regex::Span lines);
  // Whether the last replace() found a match; if not, the line stands as it is.
  bool has_matches() const { return !matches_.empty(); }
  // The lines with matches replaced, and where in them the replacements are.
  std::string_view text() const { return text_; }
  const std::vector<common::regex::Span>& matches() const { return matches_; }

 private:
  common::regex::Found next(std::string_view haystack, std::size_t at);

  ReplacementTemplate template_;
  MatchFinder& finder_;
  std::vector<std::optional<common::regex::Span>> groups_;
  std::string text_;
  std::vector<common::regex::Span> matches_;
};

}  // namespace search
