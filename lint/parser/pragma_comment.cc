#include "lint/parser/pragma_comment.h"

#include <algorithm>
#include <iterator>

namespace lint::parser {

namespace {

// Tools whose comments start with their name and a colon.
constexpr std::string_view kTools[] = {"isort",  "type",   "pyright", "pyrefly",
                                       "pylint", "flake8", "ruff",    "ty"};

bool starts_with_noqa(std::string_view text) {
  constexpr std::string_view kNoqa = "noqa";
  return text.size() >= kNoqa.size() &&
         std::ranges::equal(kNoqa, text.substr(0, kNoqa.size()),
                            [](char lower, char c) { return lower == (c | 0x20); });
}

}  // namespace

bool is_pragma_comment(std::string_view comment) {
  if (!comment.starts_with('#')) return false;
  comment.remove_prefix(std::min(comment.find_first_not_of(" \t\v\f", 1), comment.size()));
  if (starts_with_noqa(comment) || comment.starts_with("nosec")) return true;
  const std::size_t colon = comment.find(':');
  return colon != std::string_view::npos &&
         std::ranges::find(kTools, comment.substr(0, colon)) != std::end(kTools);
}

std::size_t find_trailing_pragma(std::string_view comment) {
  for (std::size_t at = 0; (at = comment.find('#', at)) != std::string_view::npos; ++at) {
    if (is_pragma_comment(comment.substr(at))) return at;
  }
  return std::string_view::npos;
}

}  // namespace lint::parser
