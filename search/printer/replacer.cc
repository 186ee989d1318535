#include "search/printer/replacer.h"

#include <algorithm>

namespace search {

using common::regex::Found;
using common::regex::Span;

Replacer::Replacer(std::string_view text, MatchFinder& finder)
    : template_(text, finder.matcher().capture_names()), finder_(finder) {}

void Replacer::clear() {
  text_.clear();
  matches_.clear();
}

Found Replacer::next(std::string_view haystack, std::size_t at) {
  if (template_.uses_groups()) {
    return finder_.matcher().captures(haystack, at, finder_.scratch(), groups_);
  }
  groups_.resize(1);
  groups_[0].emplace();
  return finder_.matcher().find(haystack, at, finder_.scratch(), *groups_[0]);
}

bool Replacer::replace(std::string_view buffer, Span lines) {
  clear();
  const std::string_view visible = finder_.window(buffer, lines);
  std::size_t copied = lines.start;
  MatchSteps steps(lines.start);
  while (steps.at() <= visible.size()) {
    const Found found = next(visible, steps.at());
    if (found == Found::Failed) return false;
    if (found == Found::No) break;
    const Span match = *groups_[0];
    if (match.start >= lines.end) break;
    if (!steps.take(match)) continue;
    text_ += visible.substr(copied, match.start - copied);
    copied = match.end;
    const std::size_t start = text_.size();
    template_.expand(visible, groups_, text_);
    matches_.push_back({start, text_.size()});
  }
  const std::size_t end = copied > lines.end ? visible.size() : std::min(visible.size(), lines.end);
  text_ += visible.substr(copied, end - copied);
  // In line mode the window ended before the line's ending.
  if (visible.size() < lines.end)
    text_ += buffer.substr(visible.size(), lines.end - visible.size());
  return true;
}

}  // namespace search
