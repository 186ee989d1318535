#include "search/printer/match_finder.h"

#include <algorithm>

namespace search {

using common::regex::Found;
using common::regex::Span;

namespace {

constexpr std::size_t kLookAhead = 128;

}  // namespace

MatchFinder::MatchFinder(const common::regex::Matcher& matcher, const SearchConfig& search)
    : matcher_(matcher),
      scratch_(matcher.make_scratch()),
      ending_(LineEnding::of(search)),
      multi_line_(search.multi_line && matcher.can_match_line_terminator()) {}

std::string_view MatchFinder::window(std::string_view buffer, Span lines) const {
  if (multi_line_) return buffer.substr(0, std::min(buffer.size(), lines.end + kLookAhead));
  return ending_.strip(buffer.substr(0, lines.end));
}

template <typename Note>
bool MatchFinder::each(std::string_view buffer, Span lines, Note note) {
  const std::string_view visible = window(buffer, lines);
  MatchSteps steps(lines.start);
  while (steps.at() <= visible.size()) {
    Span match;
    const Found found = matcher_.find(visible, steps.at(), scratch_, match);
    if (found == Found::Failed) return false;
    if (found == Found::No || match.start >= lines.end) return true;
    if (steps.take(match)) note(match);
  }
  return true;
}

bool MatchFinder::find(std::string_view buffer, Span lines, std::vector<Span>& matches) {
  matches.clear();
  return each(buffer, lines, [&](Span match) {
    matches.push_back({match.start - lines.start, match.end - lines.start});
  });
}

bool MatchFinder::count(std::string_view buffer, Span lines, std::uint64_t& matches) {
  matches = 0;
  return each(buffer, lines, [&](Span) { ++matches; });
}

}  // namespace search
