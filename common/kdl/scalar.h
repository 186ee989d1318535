// KDL's strings and numbers.
#pragma once

#include <string>

#include "common/config/value.h"
#include "common/kdl/cursor.h"

namespace common::kdl {

// What stands at the cursor, for messages: "`x`", "the end of the line".
std::string described(const Cursor& cursor);
// "expected X, found Y" about the character at the cursor.
std::unexpected<config::Problem> expected(const Cursor& cursor, std::string_view what);

// Does a string with quotes begin here, plain or raw?
bool is_at_string(const Cursor& cursor);
config::Read<std::string> read_string(Cursor& cursor);
// A sign and a digit, or a digit.
bool is_at_number(const Cursor& cursor);
// Integer or Float, without region.
config::Read<config::Value> read_number(Cursor& cursor);

}  // namespace common::kdl
