// What `klint config` prints: the list of options, or all about one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lint::config {

// All keys below a table (empty: the whole configuration), one per line as text,
// or as an object of descriptions.
std::string list_options(std::string_view table, bool as_json);

// The description of an option, or the list of a table's; none: there is no
// such key.
std::optional<std::string> describe_option(std::string_view key, bool as_json);

}  // namespace lint::config
