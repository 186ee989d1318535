// What kmux says about itself to shells and manuals.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace mux::cli {

// "complete-bash", "man" and so on.
common::Result<std::string> document_of(std::string_view kind);
// What a shell's start-up file runs so that its terminals are sessions.
common::Result<std::string> auto_start_snippet(std::string_view shell);

}  // namespace mux::cli
