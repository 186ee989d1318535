// The themes that are always there.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mux/model/theme.h"

namespace mux::config {

// "default" among them, which is made for both kinds of terminals.
std::vector<std::string_view> bundled_theme_names();
std::optional<model::ThemeColors> find_bundled_theme(std::string_view name, model::Theme kind);

}  // namespace mux::config
