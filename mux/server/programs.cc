#include "mux/server/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace mux::server {

namespace {

std::string_view name_of(std::string_view entry) {
  return entry.substr(0, entry.find('='));
}

void set(std::vector<std::string>& environment, std::string_view name, std::string_view value) {
  std::erase_if(environment, [&](const std::string& entry) { return name_of(entry) == name; });
  environment.push_back(fmt::format("{}={}", name, value));
}

std::vector<std::string> environment_of(const model::SpawnRequest& request,
                                        std::string_view session,
                                        std::vector<std::string> environment) {
  const std::string pane = std::to_string(model::number_of(request.pane));
  // Scripts for zellij ask for its names.
  set(environment, "KMUX", "1");
  set(environment, "KMUX_SESSION_NAME", session);
  set(environment, "KMUX_PANE_ID", pane);
  set(environment, "ZELLIJ", "0");
  set(environment, "ZELLIJ_SESSION_NAME", session);
  set(environment, "ZELLIJ_PANE_ID", pane);
  set(environment, "TERM", "xterm-256color");
  set(environment, "COLORTERM", "truecolor");
  for (const auto& [name, value] : request.environment) set(environment, name, value);
  return environment;
}

}  // namespace

common::Result<void> Programs::spawn(const model::SpawnRequest& request, std::string_view session,
                                     const std::vector<std::string>& environment) {
  platform::Spawned spawned =
      TRY(processes_.spawn({.arguments = request.command,
                            .login_name = {},
                            .cwd = request.cwd,
                            .environment = environment_of(request, session, environment),
                            .size = {.columns = request.size.columns, .rows = request.size.rows}}));
  kill(request.pane);
  panes_[spawned.process] = request.pane;
  programs_[request.pane] = std::make_unique<PaneProgram>(loop_, processes_, request.pane,
                                                          std::move(spawned), turns_, events_);
  return {};
}

PaneProgram* Programs::find(model::PaneId pane) {
  const auto found = programs_.find(pane);
  return found == programs_.end() ? nullptr : found->second.get();
}

void Programs::kill(model::PaneId pane) {
  const auto found = programs_.find(pane);
  if (found == programs_.end()) return;
  panes_.erase(found->second->process());
  found->second->hang_up();
  dead_.push_back(std::move(found->second));
  programs_.erase(found);
}

void Programs::kill_all() {
  while (!programs_.empty()) kill(programs_.begin()->first);
}

std::vector<Programs::Ended> Programs::reap() {
  std::vector<Ended> ended;
  while (const auto next = processes_.next_ended()) {
    const auto found = panes_.find(next->process);
    if (found == panes_.end()) {  // Of a pane that was killed, or of none.
      others_.push_back(*next);
      continue;
    }
    const model::PaneId pane = found->second;
    panes_.erase(found);
    if (PaneProgram* const program = find(pane)) {
      program->drain();
      kill(pane);
    }
    ended.push_back({.pane = pane, .exit_code = next->exit_code});
  }
  return ended;
}

}  // namespace mux::server
