// What flags and the environment say about the configuration.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "lint/cli/options.h"
#include "lint/config/discovery.h"

namespace lint::cli {

// $KLINT_NAME, else $RUFF_NAME; none if it is not set or empty.
std::optional<std::string> environment(std::string_view name);

std::string current_directory();

// Reads what --config names.  Errors are complete texts for the user.
common::Result<config::ConfigArguments> config_arguments(const Options& options,
                                                         const std::string& working_directory);

// With the configuration that holds for `start` (a file given by name only), or
// else for the working directory.
common::Result<std::unique_ptr<config::Discovery>> discover(
    const Options& options, const std::optional<std::string>& start = std::nullopt);

}  // namespace lint::cli
