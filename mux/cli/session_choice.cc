#include "mux/cli/session_choice.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <utility>
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

std::unexpected<common::Error> fail_about_session(std::string message) {
  return common::fail(std::move(message), kNoSuchSession);
}

Result<void> expect_one(const Options& options) {
  if (options.positionals.size() <= 1) return {};
  return common::fail("expected one session");
}

Result<std::string> only_session(const platform::SessionFolder& folder) {
  const std::vector<std::string> names = folder.sessions();
  if (names.size() == 1) return names.front();
  return fail_about_session(fmt::format("which session? {}", listed(names)));
}

// By its name, or how the name of only one begins.
Result<std::string> session_like(const std::string& start, const platform::SessionFolder& folder) {
  std::vector<std::string> names = folder.sessions();
  if (std::ranges::binary_search(names, start) || journal_folder().contains(start)) return start;
  std::erase_if(names, [&](const std::string& name) { return !name.starts_with(start); });
  if (names.size() == 1) return names.front();
  if (names.empty()) return start;
  return fail_about_session(
      fmt::format("several sessions begin with {}: {}", start, fmt::join(names, " ")));
}

}  // namespace

Result<platform::SessionFolder> open_session_folder() {
  return platform::SessionFolder::open(environment("XDG_RUNTIME_DIR"),
                                       std::to_string(protocol::kVersion));
}

std::vector<RunningSession> running_sessions(const platform::SessionFolder& folder) {
  std::vector<RunningSession> sessions;
  for (std::string& name : folder.sessions()) {
    struct stat status{};
    if (::stat(folder.socket_of(name).c_str(), &status) != 0) continue;
    sessions.push_back({.name = std::move(name), .created = status.st_mtim});
  }
  std::ranges::stable_sort(sessions, {}, [](const RunningSession& session) {
    return std::pair(session.created.tv_sec, session.created.tv_nsec);
  });
  return sessions;
}

Result<std::string> session_to_show(const Options& options, const platform::SessionFolder& folder) {
  TRY(expect_one(options));
  if (!options.positionals.empty()) return session_like(options.positionals.front(), folder);
  if (options.session) return *options.session;
  return only_session(folder);
}

Result<std::string> session_to_end(const Options& options) {
  TRY(expect_one(options));
  if (!options.positionals.empty()) return options.positionals.front();
  if (options.session) return *options.session;
  return fail_about_session("which session? Its name is expected");
}

Result<std::string> session_to_act_in(const Options& options,
                                      const platform::SessionFolder& folder) {
  if (options.session) return *options.session;
  std::string inside = environment("KMUX_SESSION_NAME");
  if (inside.empty()) return only_session(folder);
  // A session may have got another name since.
  const std::vector<std::string> names = folder.sessions();
  const bool has_it = std::ranges::binary_search(names, inside);
  return has_it || names.size() != 1 ? inside : names.front();
}

Result<std::string> session_at(std::uint64_t index, const platform::SessionFolder& folder) {
  const std::vector<RunningSession> sessions = running_sessions(folder);
  if (index < sessions.size()) return sessions[index].name;
  std::string text = fmt::format("there is no session at {}; ", index);
  if (sessions.empty()) return fail_about_session(text + listed({}));
  text += "these are running:";
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    text += fmt::format(" {}: {}", i, sessions[i].name);
  }
  return fail_about_session(std::move(text));
}

Result<std::string> socket_of_running(const std::string& session,
                                      const platform::SessionFolder& folder) {
  const std::vector<std::string> names = folder.sessions();
  if (std::ranges::binary_search(names, session)) return folder.socket_of(session);
  return fail_about_session(fmt::format("there is no session {}; {}", session, listed(names)));
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
