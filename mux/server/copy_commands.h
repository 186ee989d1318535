// CopyCommands: commands that read what was copied, as many as run at a time.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/model/ids.h"
#include "mux/platform/shell_command.h"
#include "mux/server/loop.h"
#include "mux/server/output_queue.h"
#include "mux/server/processes.h"

namespace mux::server {

class CopyCommands {
 public:
  using Failed = std::function<void(std::optional<model::ClientId> client, std::string reason)>;

  CopyCommands(Loop& loop, Processes& processes, Failed failed)
      : loop_(loop), processes_(processes), failed_(std::move(failed)) {}

  // For a client, or for all of them.
  void run(std::optional<model::ClientId> client, const std::string& command,
           const std::vector<std::string>& environment, std::string_view text);
  // A process is over, which may be one of them.
  void ended(const Processes::Ended& process);

 private:
  struct Running {
    std::optional<model::ClientId> client;
    std::string command;
    platform::ShellCommand reader;
    OutputQueue text;
    std::optional<DescriptorWatch> watch;  // None: it has read all, or wants no more.
  };
  void feed(Running& running);

  Loop& loop_;
  Processes& processes_;
  Failed failed_;
  std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace mux::server
