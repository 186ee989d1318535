// Is a comment a line of code that was commented out?
//
// Most comments are prose, and prose has two words side by side that are no
// keywords; what is left is compared with shapes of lines that do not stand alone
// (else:, "key": {...) and, in the end, parsed.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lint::rules::eradicate {

// `line`: the comment with what stands in front of it in its line.
bool is_code_in_comment(std::string_view line, std::span<const std::string> task_tags);

}  // namespace lint::rules::eradicate
