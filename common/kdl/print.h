// Writes KDL.
#pragma once

#include <string>
#include <string_view>

#include "common/config/value.h"

namespace common::kdl {

// The nodes of a document, one per line, those in blocks indented.
std::string kdl_text(const config::Value& document);
// With quotes.
std::string kdl_string(std::string_view text);
// Without quotes where it may be.
std::string kdl_name(std::string_view name);

// For building documents: a node to add to a parent's members.
config::Member make_node(std::string_view name);
void add_property(config::Value& node, std::string_view name, config::Value value);

}  // namespace common::kdl
