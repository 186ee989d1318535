// TOML in and out; the one wrapper around toml++.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/config/value.h"

namespace common::config {

// The top-level table.  Syntax errors come with their place.
Read<Value> parse_toml(std::string_view text);

// How TOML writes a value on one line.
std::string toml_text(const Value& value);
std::string toml_text(std::string_view value);
std::string toml_text(double value);
// A string as it is, and what else is one value as TOML writes it; nullopt: it has parts.
std::optional<std::string> plain_text(const Value& value);
// A key: bare where it may be, else quoted.
std::string toml_key(std::string_view name);

}  // namespace common::config
