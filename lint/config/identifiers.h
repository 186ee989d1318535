// Python's names, as far as options need them.
#pragma once

#include <string_view>

namespace lint::config {

// A name that can be assigned: no keyword.
bool is_identifier(std::string_view text);
// Identifiers with dots between them.
bool is_module_name(std::string_view text);

}  // namespace lint::config
