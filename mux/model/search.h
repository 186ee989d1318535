// Search in history and screen of a pane.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/model/pane.h"

namespace mux::model {

// Matches that begin in those lines, for highlights.
std::vector<TextSpan> matches_in(Pane& pane, std::uint64_t begin, std::uint64_t end);
// The nearest match that begins above or below a place; around the end if the search
// wraps.
std::optional<TextSpan> find_match(Pane& pane, TextPosition from, bool is_up);
// Goes to the nearest match above or below the current one, in copy mode the cursor;
// false: there is none.
bool search_next(Pane& pane, bool is_up);

// Another pattern, of which nothing has been found yet.
void set_pattern(Pane& pane, std::string_view pattern);
// After a change of the search: to the nearest match, from where a search is typed.
void search_as_typed(Pane& pane);
void clear_search(Pane& pane);

// "pattern (regex, case)", or why there is no such pattern; empty: there is no search.
std::string search_title(const Search& search);

}  // namespace mux::model
