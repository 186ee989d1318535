#include "common/cli/suggest.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace common::cli {

namespace {

// The set of three-letter pieces, sorted; short names are padded to one piece.
std::vector<std::string> pieces(std::string_view name) {
  std::string padded(name);
  while (padded.size() < 3) padded += '!';
  std::vector<std::string> set;
  for (std::size_t i = 0; i + 3 <= padded.size(); ++i) set.push_back(padded.substr(i, 3));
  std::ranges::sort(set);
  set.erase(std::ranges::unique(set).begin(), set.end());
  return set;
}

bool is_similar(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const std::size_t either = a.size() + b.size() - both.size();
  return both.size() * 10 >= either * 4;
}

}  // namespace

std::vector<std::string_view> similar_names(std::string_view name,
                                            std::span<const FlagInfo* const> flags) {
  const std::vector<std::string> given = pieces(name);
  std::vector<std::string_view> similar;
  const auto consider = [&](std::string_view candidate) {
    if (is_similar(given, pieces(candidate))) similar.push_back(candidate);
  };
  for (const FlagInfo* flag : flags) {
    consider(flag->name);
    if (!flag->negated.empty()) consider(flag->negated);
    for (std::string_view alias : flag->aliases) consider(alias);
  }
  return similar;
}

}  // namespace common::cli
