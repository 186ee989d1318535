// Layouts by name or path.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "mux/layout/layout_spec.h"

namespace mux::server {

// A built-in one, or else a file.  Empty: the default.
common::Result<layout::Layout> find_layout(std::string_view name_or_path);

}  // namespace mux::server
