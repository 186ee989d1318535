// Which session a command is about.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "mux/cli/options.h"
#include "mux/platform/session_folder.h"

namespace mux::cli {

common::Result<platform::SessionFolder> open_session_folder();

// The one of --session, of the first positional (if any), the one that the command is
// run in, or the only one that is running.
common::Result<std::string> chosen_session(const Options& options, bool has_positional,
                                           const platform::SessionFolder& folder);

// By its place in the list of sessions, the newest first, from 0.
common::Result<std::string> session_at(std::uint64_t index, const platform::SessionFolder& folder);

// Of a session that is running; an error names those that are.
common::Result<std::string> socket_of_running(const std::string& session,
                                              const platform::SessionFolder& folder);

// Two words that no session, running or not, has for its name.
std::string new_session_name(const platform::SessionFolder& folder);

}  // namespace mux::cli
