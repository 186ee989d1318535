// Copy mode: a cursor of our own over history and screen of a pane.
//
// What is looked at stays where it is while the program writes on.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "mux/model/options.h"
#include "mux/model/pane.h"

namespace mux::model {

// At the match that a search has found, or the program's cursor, or nearest to it among
// what is shown.
void begin_copying(Pane& pane);
// What was selected is not any more.  Unless the view is kept, the screen is shown.
void end_copying(Pane& pane, bool keeps_view);
// Begins if need be; puts right what evicted lines and other sizes have left behind.
Copying& copying_of(Pane& pane);

// Moves, by their names; there is one table of them (copy_motions.cc).
std::span<const std::string_view> motion_names();
// `name` is one of them.  As often as the count says that was typed.
void move_copy_cursor(Pane& pane, std::string_view name);

// Puts the cursor there, shows it, and selects as far as it.
void set_copy_cursor(Pane& pane, TextPosition position);

// To the character that was asked for, on its line; once more: not to where the cursor
// is already.  False: it is not there.
bool find_in_line(Pane& pane, bool is_reversed, bool is_again);

// A kind of selection from the cursor on; the same kind again ends it.
void select_as(Pane& pane, SelectionKind kind);
void swap_selection_ends(Pane& pane);
void select_span(Pane& pane, const TextSpan& span, SelectionKind kind);

// The word at a place, empty if there is none; the line that wraps over a row.
TextSpan word_at(Pane& pane, TextPosition position, std::string_view separators);
TextSpan whole_line_at(Pane& pane, std::uint64_t line);

}  // namespace mux::model
