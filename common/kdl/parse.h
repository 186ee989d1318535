// Reads KDL 1.0 (github.com/kdl-org/kdl, SPEC_v1), as zellij's files are written.
//
// A document becomes a node without name whose members are the nodes of the text
// in their order (value.h).  Of properties with one name the last counts.
// Two liberties beside the specification: a `}` ends the node before it, as in
// "a { b }", and a block may follow a name or value without a space.
#pragma once

#include <string_view>

#include "common/config/value.h"

namespace common::kdl {

// Blocks may be nested this deep.
inline constexpr int kDeepest = 128;

// Problems say where and what was expected.
config::Read<config::Value> parse_kdl(std::string_view text);

// A node as the value that TOML would have for it: its only argument, a list of
// several, or a table of its members.  A node with nothing at all is an empty
// table.
config::Value plain_value(const config::Value& node);

}  // namespace common::kdl
