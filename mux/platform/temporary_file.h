// Files for another program, gone when it is.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace mux::platform {

// A new file for the user alone, which has all of the text; returns its path.  If it
// fails there is none.  A folder that is not absolute is nobody's: /tmp takes its place.
common::Result<std::string> write_temporary_file(std::string_view folder, std::string_view text);

}  // namespace mux::platform
