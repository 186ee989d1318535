// What the command line says about configuration: --config, --isolated, and
// flags that set options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/value.h"
#include "lint/config/config_file.h"

namespace lint::config {

struct ConfigArguments {
  bool is_isolated = false;                 // Read no files.
  std::optional<std::string> file;          // --config PATH: for all inputs.
  std::vector<ConfigLayer> inline_options;  // --config 'KEY = VALUE', in order: the first one wins.
  ConfigLayer flags;                        // Above all else.
};

// Sorts out the values of --config and checks them.  Errors are complete texts
// for the user.  `flags` has the options that dedicated flags set, by key.
common::Result<ConfigArguments> read_config_arguments(const std::vector<std::string>& values,
                                                      bool is_isolated, common::config::Value flags,
                                                      std::string_view working_directory);

// A list of strings as a value.
common::config::Value strings_value(const std::vector<std::string>& strings);

// "pattern:selector" pairs as the table that per-file-ignores takes.
common::Result<common::config::Value> per_file_ignores_value(const std::vector<std::string>& pairs);

// "extension:language" pairs as the table that `extension` takes.
common::Result<common::config::Value> extension_value(const std::vector<std::string>& pairs);

}  // namespace lint::config
