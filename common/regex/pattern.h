// From what the user asked (RegexSpec) to one tree, for the default engine.
//
// The patterns are joined as `(?:a)|(?:b)` and parsed as one, so that errors
// show the joined text as ripgrep's do.  Plain texts skip the parser.
#pragma once

#include "common/base/result.h"
#include "common/regex/hir.h"
#include "common/regex/matcher.h"

namespace common::regex {

// Errors are complete but for advice about other engines.
Result<Hir> build_pattern(const RegexSpec& spec);

// Whether the line terminator can be in a match, or an assertion looks beyond
// a line: then lines cannot be searched for in a whole buffer.
bool reaches_beyond_line(const Node& root, const RegexSpec& spec);
// Whether there is a line or text anchor.
bool has_line_look(const Node& root);

}  // namespace common::regex
