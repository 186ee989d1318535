#include "mux/cli/resurrection.h"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <utility>

#include "mux/cli/surroundings.h"

namespace mux::cli {

using common::Result;

namespace {

constexpr std::uint64_t kMillisecondsPerSecond = 1000;

void bring_back(journal::SessionRecord record, const Options& options, server::ServerSetup& setup) {
  setup.journal.created = record.created;
  setup.journal.generation = record.generation + 1;
  if (!record.cwd.empty()) setup.cwd = record.cwd;
  setup.options.layout = record.layout;
  setup.options.layout.tabs.clear();
  setup.restored_folder = journal_folder().folder_of(setup.session_name);
  setup.runs_commands = options.force_run_commands;
  setup.restored = std::move(record);
}

}  // namespace

journal::JournalFolder journal_folder() {
  return journal::JournalFolder::of(environment("XDG_STATE_HOME"), environment("HOME"));
}

std::vector<std::string> exited_sessions(const platform::SessionFolder& folder) {
  const std::vector<std::string> running = folder.sessions();
  std::vector<std::string> exited = journal_folder().sessions();
  std::erase_if(exited,
                [&](const std::string& name) { return std::ranges::binary_search(running, name); });
  return exited;
}

Result<void> set_up_journal(const Options& options, server::ServerSetup& setup) {
  const config::Config& config = setup.config;
  journal::JournalSetup& journal = setup.journal;
  if (config.session_serialization) journal.folder = journal_folder().folder_of(setup.session_name);
  journal.keeps_text = config.serialize_pane_viewport;
  journal.most_lines = config.scrollback_lines_to_serialize;
  if (config.serialization_interval > 0) {
    journal.interval_ms = config.serialization_interval * kMillisecondsPerSecond;
  }
  journal.created = static_cast<std::uint64_t>(std::time(nullptr));
  setup.discovery_hook = config.post_command_discovery_hook;
  if (journal_folder().contains(setup.session_name)) {
    bring_back(TRY(journal_folder().read(setup.session_name)), options, setup);
  }
  journal.cwd = setup.cwd;
  return {};
}

}  // namespace mux::cli
