// A number that is another for every configuration and every build of klint:
// the key of the cache's stores.
#pragma once

#include <cstdint>

#include "lint/config/settings.h"

namespace lint {

std::uint64_t settings_key(const Settings& settings);

}  // namespace lint
