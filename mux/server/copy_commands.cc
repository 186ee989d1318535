#include "mux/server/copy_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mux::server {

namespace {

// A command that never ends is not to be started again and again.
constexpr std::size_t kMostRunning = 16;

}  // namespace

void CopyCommands::run(std::optional<model::ClientId> client, const std::string& command,
                       const std::vector<std::string>& environment, std::string_view text) {
  if (running_.size() >= kMostRunning) {
    return failed_(client, fmt::format("{} does not end", command));
  }
  auto reader = processes_.spawn_reader(command, environment);
  if (!reader) return failed_(client, reader.error().message);
  auto running = std::make_unique<Running>();
  running->client = client;
  running->command = command;
  running->reader = std::move(*reader);
  running->text.append(text);
  Running& added = *running;
  running_.push_back(std::move(running));
  added.watch.emplace(loop_, added.reader.pipe.number(), [this, &added](Ready) { feed(added); });
  feed(added);
}

void CopyCommands::feed(Running& running) {
  const bool takes_more = running.text.flush(running.reader.pipe.number());
  if (takes_more && !running.text.is_empty()) return running.watch->wait_for(false, true);
  running.watch.reset();
  running.reader.pipe.reset();
}

void CopyCommands::ended(const Processes::Ended& process) {
  const auto found = std::ranges::find_if(
      running_, [&](const auto& running) { return running->reader.process == process.process; });
  if (found == running_.end()) return;
  const std::unique_ptr<Running> over = std::move(*found);
  running_.erase(found);
  if (process.exit_code == 0) return;
  failed_(over->client,
          fmt::format("not copied: {} has ended with {}", over->command, process.exit_code));
}

}  // namespace mux::server
