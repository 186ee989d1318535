// A terminal's screen as JSON: what `kmux debug screen` prints.
//
//   {"version": 1, "cols": C, "rows": R, "cursor": {"x", "y", "visible"}, "alt",
//    "title", "lines": [LINE...], "scrollback": [LINE...]}
//
// A LINE is {"wrapped", "cells": [ENTRY...]}, blank cells of default style at its
// end left out.  An ENTRY is {"s": text}, one cell per character, or {"t": text,
// "w": cells}, followed by an entry of width 0 if it takes two; both with the
// style as "fg", "bg", "attrs", "ul" and "uc" where it is not the default.
#pragma once

#include <cstddef>
#include <string>

#include "mux/term/terminal.h"

namespace mux::debug {

// With the last `scrollback` lines of history.
std::string screen_json(term::Terminal& terminal, std::size_t scrollback);

}  // namespace mux::debug
