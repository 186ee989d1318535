// The dump of --show-settings: what every setting is for one file.
#pragma once

#include <string>
#include <string_view>

#include "lint/config/settings.h"

namespace lint::config {

std::string shown_settings(std::string_view path, const Settings& settings);

}  // namespace lint::config
