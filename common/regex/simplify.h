// Smaller trees for questions that need less than a match.
#pragma once

#include "common/regex/hir.h"

namespace common::regex {

// A tree that matches somewhere in a line exactly if `root` does, though perhaps
// elsewhere and shorter: groups go, `\w+` at either end becomes `\w`, `\w*` at
// either end goes, and so does whatever else can be empty there.  Smaller automata, earlier
// answers, better literals.  Where an assertion stands at an end, that end is left as it is.
Node for_existence(const Node& root);

}  // namespace common::regex
