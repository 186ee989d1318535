// Selecting with a pointer: from where a button was pressed, by characters, words or
// lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "mux/model/options.h"
#include "mux/model/pane.h"

namespace mux::model {

enum class PointUnit : std::uint8_t { Characters, Words, Lines, Rectangle };

struct Pointing {
  PointUnit unit = PointUnit::Characters;
  // What the press alone selects: nothing, a word, a line or a command's output.
  TextSpan first;
};

// With that many clicks on the same place.  What was selected is not any more.
Pointing begin_pointing(Pane& pane, TextPosition at, int clicks, const SessionOptions& options);
// From there to where the pointer is.
void point_to(Pane& pane, const Pointing& pointing, TextPosition at, const SessionOptions& options);

}  // namespace mux::model
