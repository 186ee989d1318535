// The text of -r: literal text and references to groups.
//
// "$1", "$name", "${name}" stand for groups (names are as long as they can be),
// "$$" for a dollar.  Unknown groups are empty; anything else is literal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex/matcher.h"

namespace search {

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

}  // namespace search
