// A finding with its source lines, drawn with ASCII art:
//
//   F401 [*] `os` imported but unused
//    --> a.py:1:8
//     |
//   1 | import os
//     |        ^^
//     |
//
// The layout is that of Rust's annotate-snippets, column by column.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/diag/excerpt.h"
#include "common/diag/styles.h"

namespace common::diag {

struct Title {
  Role level = Role::Error;  // Colour of the label and of primary marks.
  // What stands before the message: "help" (then ": ") ...
  std::string_view level_name = {};
  // ... or, if that is empty, "F401".
  std::string_view id = {};
  std::string_view id_url = {};  // Makes the id a link.
  bool is_fixable = false;       // "[*]"
  std::string_view message;
};

// Appends lines.  The first excerpt holds the primary place.
void draw(const Title& title, std::span<const Excerpt> excerpts, bool is_colored, std::string& out);

}  // namespace common::diag
