// What each command does; returns the exit code.  Messages have been printed.
#pragma once

#include "lint/cli/options.h"

namespace lint::cli {

int run_check(const Options& options);  // check_command.cc
int run_rule(const Options& options);   // rule_command.cc
int run_linter(const Options& options);
int run_config(const Options& options);   // config_command.cc
int run_clean(const Options& options);    // clean_command.cc
int run_version(const Options& options);  // document_commands.cc
int run_generate(const Options& options);
int run_shell_completion(const Options& options);

}  // namespace lint::cli
