#include "tests/mux/many/many_world.h"

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

#include "mux/cli/commands.h"
#include "mux/client/attach.h"
#include "mux/client/request.h"

namespace many {

namespace {

int run_command(const std::vector<const char*>& arguments) {
  return mux::cli::run(arguments);
}

void move_to(const std::string& folder) {
  for (const char* name : {"KMUX", "KMUX_SESSION_NAME", "KMUX_PANE_ID", "ENV"}) ::unsetenv(name);
  for (const char* name :
       {"XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"}) {
    ::setenv(name, folder.c_str(), 1);
  }
  ::setenv("SHELL", "/bin/sh", 1);
}

}  // namespace

int with_session(std::string_view config,
                 const std::function<common::Result<void>(const std::string& socket)>& use) {
  std::string folder = std::filesystem::temp_directory_path() / "kmux-many-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) return 2;
  move_to(folder);
  std::filesystem::create_directory(folder + "/kmux");
  std::filesystem::permissions(folder + "/kmux", std::filesystem::perms::owner_all);
  std::ofstream(folder + "/kmux/config.kdl") << config;
  int code = run_command({"attach", "--create-background", "many"});
  if (code == 0) {
    const auto done = use(folder + "/kmux/" + std::to_string(mux::protocol::kVersion) + "/many");
    if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
    code = done ? 0 : 1;
    run_command({"kill-session", "many"});
  }
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  return code;
}

common::Result<std::string> perform(const std::string& socket, std::string name,
                                    std::vector<std::string> arguments) {
  const auto connection = TRY(mux::client::connect(socket));
  std::string printed;
  const mux::protocol::Reply reply = TRY(mux::client::perform(
      connection,
      {.name = std::move(name), .arguments = std::move(arguments), .pane = {}, .cwd = "/"},
      [&](std::string_view text) -> common::Result<void> {
        printed += text;
        return {};
      }));
  if (!reply.error.empty()) return common::fail(reply.error);
  return printed;
}

}  // namespace many
