// Sessions on disk: where they are, and how a server is set up that writes one or
// brings one back.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/cli/options.h"
#include "mux/journal/journal_folder.h"
#include "mux/platform/session_folder.h"
#include "mux/server/server.h"

namespace mux::cli {

journal::JournalFolder journal_folder();
// Those that have exited and can be brought back, sorted.
std::vector<std::string> exited_sessions(const platform::SessionFolder& folder);

// Has the server write its session as configured.  If there is one of that name on
// disk it is brought back in place of the layout.
common::Result<void> set_up_journal(const Options& options, server::ServerSetup& setup);

}  // namespace mux::cli
