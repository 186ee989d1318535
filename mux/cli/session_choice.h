// Which session a command is about.
#pragma once

#include <cerrno>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/cli/options.h"
#include "mux/platform/session_folder.h"

namespace mux::cli {

// The os_error of errors about a session that is not there, is there already, or is
// one of several: they have an exit code of their own.
inline constexpr int kNoSuchSession = ESRCH;

common::Result<platform::SessionFolder> open_session_folder();

struct RunningSession {
  std::string name;
  timespec created{};
};

// The oldest one first.
std::vector<RunningSession> running_sessions(const platform::SessionFolder& folder);

// For attach and watch: of the first positional, if need be its beginning; of
// --session; the only one that is running.
common::Result<std::string> session_to_show(const Options& options,
                                            const platform::SessionFolder& folder);
// For what ends a session: the first positional or --session, nothing less.
common::Result<std::string> session_to_end(const Options& options);
// For actions: that of --session, the one that the command is run in, or the only one
// that is running.
common::Result<std::string> session_to_act_in(const Options& options,
                                              const platform::SessionFolder& folder);

// By its place in the list of sessions, from 0.
common::Result<std::string> session_at(std::uint64_t index, const platform::SessionFolder& folder);

// Of a session that is running; an error names those that are.
common::Result<std::string> socket_of_running(const std::string& session,
                                              const platform::SessionFolder& folder);

// Two words that no session, running or not, has for its name.
std::string new_session_name(const platform::SessionFolder& folder);

}  // namespace mux::cli
