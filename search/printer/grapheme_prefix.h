// The beginning of a long line, measured as readers see it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace search {

// The size in bytes of the first `count` extended grapheme clusters of `text`
// (of all, if there are fewer).  Each invalid UTF-8 sequence counts as one.
std::size_t grapheme_prefix(std::string_view text, std::uint64_t count);

}  // namespace search
