// The table of all options: each key of a configuration file, what it sets and
// what there is to say about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/config/option_table.h"
#include "lint/config/settings.h"

namespace lint::config {

using OptionTable = common::config::OptionTable<Settings>;

// Built on first use, then constant.
const OptionTable& option_table();

// The default as TOML, and the type, as descriptions show them.
std::string default_of(const OptionTable& table, std::size_t row);
std::string type_of(const OptionTable& table, std::size_t row);

}  // namespace lint::config
