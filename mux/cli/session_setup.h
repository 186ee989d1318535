// What a new session is started with: from flags, files and the environment.
#pragma once

#include "common/base/result.h"
#include "mux/cli/options.h"
#include "mux/config/sources.h"
#include "mux/server/server.h"

namespace mux::cli {

// Where the configuration comes from that the flags mean.
config::Sources sources_of(const Options& options);
// Fails if a file that the user has named cannot be read, or a flag is wrong.
common::Result<config::Loaded> load_config(const config::Sources& sources);

// All but the session's name and its socket.
common::Result<server::ServerSetup> session_setup(const Options& options);

// In the cache folder, which is made if need be; empty: there is none.
std::string cache_folder();

}  // namespace mux::cli
