// What the rows of the commands' table run.
#pragma once

#include "common/base/result.h"
#include "mux/cli/options.h"

namespace mux::cli {

common::Result<int> run_start(const Options& options);  // Without a command.
common::Result<int> run_action(const Options& options);
common::Result<int> run_attach(const Options& options);
common::Result<int> run_debug(const Options& options);
common::Result<int> run_delete_all_sessions(const Options& options);
common::Result<int> run_delete_session(const Options& options);
common::Result<int> run_edit(const Options& options);
common::Result<int> run_generate(const Options& options);
common::Result<int> run_kill_all_sessions(const Options& options);
common::Result<int> run_kill_session(const Options& options);
common::Result<int> run_list_sessions(const Options& options);
common::Result<int> run_new_tabs(const Options& options);  // Of --layout, inside of a session.
common::Result<int> run_options(const Options& options);
common::Result<int> run_run(const Options& options);
common::Result<int> run_setup(const Options& options);
common::Result<int> run_subscribe(const Options& options);
common::Result<int> run_watch(const Options& options);

}  // namespace mux::cli
