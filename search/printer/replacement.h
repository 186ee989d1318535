// -r: lines with their matches replaced.
//
// The template is parsed once into literal text and group references.  Groups
// are asked of the matcher only if the template refers to one other than the
// whole match, since finding them costs several times a plain match.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex/matcher.h"
#include "search/printer/match_finder.h"

namespace search {

// "$1", "${name}", "$$"; unknown groups are empty, anything else is literal.
class ReplacementTemplate {
 public:
  ReplacementTemplate(std::string_view text, const std::vector<std::string>& capture_names);
  // Whether groups other than the whole match are referred to.
  bool uses_groups() const { return uses_groups_; }
  // `groups` may lack groups that uses_groups() rules out.
  void expand(std::string_view haystack,
              const std::vector<std::optional<common::regex::Span>>& groups,
              std::string& out) const;

 private:
  struct Part {
    std::optional<std::size_t> group;  // Comes behind the text.
    std::string text;
  };
  std::vector<Part> parts_;
  bool uses_groups_ = false;
};

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
