// A session without clients in a folder of its own, and what is asked of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace many {

// What `use` does with the socket of a new session.  `config` is its configuration.
// Returns an exit code; whatever is left of the session is gone.
int with_session(std::string_view config,
                 const std::function<common::Result<void>(const std::string& socket)>& use);

// An action; returns what it prints.
common::Result<std::string> perform(const std::string& socket, std::string name,
                                    std::vector<std::string> arguments);

}  // namespace many
