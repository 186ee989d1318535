// Themes in files: zellij's format, the newer one with components and the older with
// the names of colours.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "common/config/value.h"
#include "mux/model/theme.h"

namespace mux::config {

using Themes = std::map<std::string, model::ThemeColors, std::less<>>;

// From a table of themes, as plain values (common/kdl's plain_value()).
common::config::Read<void> read_themes(const common::config::Value& table, Themes& themes);

}  // namespace mux::config
