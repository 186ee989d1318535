// Words of a command line, parted and quoted as a shell does it: blanks part them,
// quotes and backslashes keep blanks.  Nothing is expanded.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace common::text {

// nullopt: a quote is not closed.
std::optional<std::vector<std::string>> split_words(std::string_view line);
// So that split_words gives it back.
std::string quoted_word(std::string_view word);
std::string joined_words(std::span<const std::string> words);

}  // namespace common::text
