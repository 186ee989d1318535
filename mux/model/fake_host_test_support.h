// A host without programs: it notes what it is asked for.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "mux/layout/builtin_layouts.h"
#include "mux/layout/layout_reader.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

struct FakeProgram {
  SpawnRequest request;
  term::Size size;
  std::string input;  // What was written to it.
};

class FakeHost : public Host {
 public:
  common::Result<void> spawn(const SpawnRequest& request) override {
    if (request.command.front() == missing) return common::fail("no such command: " + missing);
    programs[request.pane] = {.request = request, .size = request.size, .input = {}};
    return {};
  }
  void write(PaneId pane, std::string_view bytes) override { programs.at(pane).input += bytes; }
  void resize(PaneId pane, term::Size size) override { programs.at(pane).size = size; }
  void kill(PaneId pane) override {
    programs.erase(pane);
    killed.push_back(pane);
  }
  std::string working_directory(PaneId pane) override {
    const auto found = directories.find(pane);
    return found == directories.end() ? std::string() : found->second;
  }
  std::vector<std::string> foreground_command(PaneId pane) override {
    const auto found = commands.find(pane);
    return found == commands.end() ? std::vector<std::string>() : found->second;
  }
  std::vector<std::string> started_command(PaneId pane) override {
    return foreground_command(pane);
  }
  void detach(ClientId client) override { detached.push_back(client); }
  void switch_session(ClientId /*client*/, const SessionSwitch& target) override {
    switched_to.push_back(target.name);
  }
  void exit_session(SessionEnd /*how*/) override { ++exits; }
  common::Result<void> rename_session(const SessionName& name) override {
    if (name.text() == "taken") return common::fail("there is a session of that name");
    return {};
  }
  common::Result<void> save_session() override {
    ++saves;
    return {};
  }
  void copy(std::optional<ClientId> /*client*/, CopyTarget /*target*/,
            std::string_view text) override {
    copied = text;
  }
  void query_clipboard(PaneId /*pane*/, std::string_view /*selections*/) override {}
  void ring_bell(PaneId /*pane*/) override { ++bells; }
  void notify(PaneId /*pane*/, std::string_view /*title*/, std::string_view body) override {
    notified = body;
  }
  common::Result<std::string> read_file(std::string_view path) override {
    const auto found = files.find(std::string(path));
    if (found == files.end()) return common::fail("there is no such file");
    return found->second;
  }
  void remove_temporary(const std::string& path) override { files.erase(path); }
  common::Result<layout::Layout> read_layout(std::string_view name) override {
    const layout::BuiltinLayout* const found = layout::find_builtin_layout(name);
    if (found == nullptr) return common::fail("there is no such layout");
    return layout::read_builtin_layout(*found);
  }
  common::Result<layout::Layout> parse_layout(std::string_view text) override {
    auto read = layout::read_layout(text);
    if (read) return *std::move(read);
    return common::fail(read.error().message);
  }
  void end_wait(WaitId wait, int exit_code) override { ended.emplace_back(wait, exit_code); }

  std::string missing = "missing";
  std::map<PaneId, FakeProgram> programs;  // Those that run.
  std::vector<PaneId> killed;
  std::map<PaneId, std::string> directories;
  std::map<PaneId, std::vector<std::string>> commands;
  std::vector<ClientId> detached;
  std::vector<std::string> switched_to;
  std::map<std::string, std::string> files;
  std::vector<std::pair<WaitId, int>> ended;
  std::string copied;
  std::string notified;
  int exits = 0;
  int saves = 0;
  int bells = 0;
};

}  // namespace mux::model
