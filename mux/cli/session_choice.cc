#include "mux/cli/session_choice.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>
#include <iterator>
#include <random>
#include <vector>

#include "mux/cli/resurrection.h"
#include "mux/cli/surroundings.h"
#include "mux/protocol/messages.h"

namespace mux::cli {
namespace {

using common::Result;

constexpr std::array<std::string_view, 32> kQualities = {
    "able",  "amber", "bold",  "brave",  "bright", "calm",   "clear", "clever",
    "crisp", "eager", "early", "fair",   "fleet",  "gentle", "glad",  "golden",
    "green", "happy", "keen",  "kind",   "light",  "lively", "lucky", "mellow",
    "mild",  "noble", "plain", "polite", "quiet",  "steady", "swift", "warm"};
constexpr std::array<std::string_view, 32> kThings = {
    "acorn",  "anchor", "badger", "barge", "beacon", "birch",   "brook",  "cedar",
    "cliff",  "clover", "comet",  "coral", "crane",  "dune",    "falcon", "fern",
    "garden", "harbor", "heron",  "hill",  "island", "lantern", "maple",  "meadow",
    "oak",    "otter",  "pebble", "pine",  "river",  "sparrow", "stone",  "willow"};

std::string listed(const std::vector<std::string>& names) {
  if (names.empty()) return "no session is running";
  std::string text = "these are running:";
  for (const std::string& name : names) text += ' ' + name;
  return text;
}

}  // namespace

Result<platform::SessionFolder> open_session_folder() {
  return platform::SessionFolder::open(environment("XDG_RUNTIME_DIR"),
                                       std::to_string(protocol::kVersion));
}

Result<std::string> chosen_session(const Options& options, bool has_positional,
                                   const platform::SessionFolder& folder) {
  if (has_positional && options.positionals.size() > 1) {
    return common::fail("expected one session");
  }
  if (has_positional && !options.positionals.empty()) return options.positionals.front();
  if (options.session) return *options.session;
  if (!has_positional) {
    if (std::string inside = environment("KMUX_SESSION_NAME"); !inside.empty()) return inside;
  }
  const std::vector<std::string> names = folder.sessions();
  if (names.size() == 1) return names.front();
  return common::fail(fmt::format("which session? {}", listed(names)));
}

Result<std::string> session_at(std::uint64_t index, const platform::SessionFolder& folder) {
  std::vector<std::pair<std::time_t, std::string>> sessions;
  for (std::string& name : folder.sessions()) {
    struct stat status{};
    if (::stat(folder.socket_of(name).c_str(), &status) != 0) continue;
    sessions.emplace_back(status.st_mtime, std::move(name));
  }
  std::ranges::stable_sort(sessions, std::ranges::greater(),
                           &std::pair<std::time_t, std::string>::first);
  if (index < sessions.size()) return sessions[index].second;
  return common::fail(fmt::format("there are {} sessions", sessions.size()));
}

Result<std::string> socket_of_running(const std::string& session,
                                      const platform::SessionFolder& folder) {
  const std::vector<std::string> names = folder.sessions();
  if (std::ranges::find(names, session) != names.end()) return folder.socket_of(session);
  return common::fail(fmt::format("there is no session {}; {}", session, listed(names)));
}

std::string new_session_name(const platform::SessionFolder& folder) {
  std::vector<std::string> names = folder.sessions();
  std::ranges::copy(journal_folder().sessions(), std::back_inserter(names));
  std::random_device random;
  for (unsigned attempt = 0;; ++attempt) {
    std::string name = fmt::format("{}-{}", kQualities[random() % kQualities.size()],
                                   kThings[random() % kThings.size()]);
    if (attempt >= kQualities.size()) name += fmt::format("-{}", random());
    if (std::ranges::find(names, name) == names.end()) return name;
  }
}

}  // namespace mux::cli
