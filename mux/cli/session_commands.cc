// list-sessions, and commands that kill and delete sessions.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "common/json/writer.h"
#include "mux/cli/resurrection.h"
#include "mux/cli/run_commands.h"
#include "mux/cli/session_choice.h"
#include "mux/cli/surroundings.h"
#include "mux/client/attach.h"
#include "mux/client/request.h"

namespace mux::cli {
namespace {

using common::Result;

struct ListedSession {
  std::string name;
  std::time_t created = 0;
  bool is_current = false;
  bool has_exited = false;  // It can be brought back.
};

// The oldest one first.
std::vector<ListedSession> listed_sessions(const platform::SessionFolder& folder) {
  std::vector<ListedSession> sessions;
  const std::string current = environment("KMUX_SESSION_NAME");
  for (const RunningSession& session : running_sessions(folder)) {
    sessions.push_back({.name = session.name,
                        .created = session.created.tv_sec,
                        .is_current = session.name == current});
  }
  const journal::JournalFolder journals = journal_folder();
  for (const std::string& name : exited_sessions(folder)) {
    const auto record = journals.read(name);
    sessions.push_back({.name = name,
                        .created = record ? static_cast<std::time_t>(record->created) : 0,
                        .has_exited = true});
  }
  std::ranges::stable_sort(sessions, {}, &ListedSession::created);
  return sessions;
}

std::string age_text(std::time_t seconds) {
  // A twelfth of a year is 30.44 days.
  constexpr std::pair<std::time_t, std::string_view> kUnits[] = {{31'557'600, "year"},
                                                                 {2'630'016, "month"},
                                                                 {86'400, "day"},
                                                                 {3'600, "h"},
                                                                 {60, "m"},
                                                                 {1, "s"}};
  std::string text;
  for (const auto& [length, unit] : kUnits) {
    const std::time_t count = seconds / length;
    seconds %= length;
    if (count == 0 && (!text.empty() || length > 1)) continue;
    text += fmt::format("{}{}{}{}", text.empty() ? "" : " ", count, unit,
                        unit.size() > 1 && count != 1 ? "s" : "");
  }
  return text;
}

std::string json_of(const std::vector<ListedSession>& sessions) {
  std::string text;
  common::json::Writer out(text);
  out.begin_array();
  for (const ListedSession& session : sessions) {
    out.begin_object();
    out.key("name").string(session.name);
    out.key("created").number(static_cast<std::uint64_t>(session.created));
    out.key("is_current").boolean(session.is_current);
    out.key("has_exited").boolean(session.has_exited);
    out.end_object();
  }
  out.end_array();
  return text + '\n';
}

std::string line_of(const ListedSession& session, bool is_colored) {
  const std::time_t age = std::max<std::time_t>(std::time(nullptr) - session.created, 0);
  const std::string_view plain = is_colored ? "\x1b[m" : "";
  const auto in = [&](std::string_view style) { return is_colored ? style : std::string_view(); };
  std::string state = session.is_current ? " (current)" : "";
  if (session.has_exited) {
    state = fmt::format(" ({}EXITED{} - attach to resurrect)", in("\x1b[31;1m"), plain);
  }
  return fmt::format("{}{}{} [Created {}{}{} ago]{}\n", in("\x1b[32;1m"), session.name, plain,
                     in("\x1b[35;1m"), age_text(age), plain, state);
}

// Waits until the server has taken its leave.
Result<void> kill(const std::string& socket) {
  const platform::Descriptor connection = TRY(client::connect(socket));
  const auto reply =
      client::perform(connection, {.name = "quit", .arguments = {}, .pane = {}, .cwd = {}});
  if (reply && !reply->error.empty()) return common::fail(reply->error);
  // Without a reply the server has ended before it could give one.
  return {};
}

// Whatever becomes of one, the others are killed.  Returns the first failure.
Result<void> kill_all(const std::vector<std::string>& names,
                      const platform::SessionFolder& folder) {
  Result<void> result;
  for (const std::string& name : names) {
    auto killed = kill(folder.socket_of(name));
    if (!killed && result) result = std::move(killed);
  }
  return result;
}

bool is_confirmed(std::size_t count, const char* what) {
  std::printf("%zu session%s will %s. Go on? [y/N] ", count, count == 1 ? "" : "s", what);
  std::fflush(stdout);
  const int answer = std::getchar();
  return answer == 'y' || answer == 'Y';
}

}  // namespace

Result<int> run_list_sessions(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  std::vector<ListedSession> sessions = listed_sessions(folder);
  if (options.reverse) std::ranges::reverse(sessions);
  std::string text;
  if (options.json) text = json_of(sessions);
  const bool is_colored = !options.no_formatting && ::isatty(STDOUT_FILENO) != 0;
  for (const ListedSession& session : sessions) {
    if (options.json) break;
    text += options.short_list ? session.name + '\n' : line_of(session, is_colored);
  }
  std::fputs(text.c_str(), stdout);
  if (sessions.empty() && !options.json) std::fputs("There is no session.\n", stderr);
  return sessions.empty() ? 1 : 0;
}

Result<int> run_kill_session(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_end(options));
  const std::string socket = TRY(socket_of_running(session, folder));
  TRY(kill(socket));
  return 0;
}

Result<int> run_kill_all_sessions(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::vector<std::string> names = folder.sessions();
  if (names.empty()) std::fputs("There is no session.\n", stderr);
  if (names.empty() || (!options.yes && !is_confirmed(names.size(), "end"))) return 1;
  TRY(kill_all(names, folder));
  return 0;
}

Result<int> run_delete_session(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_end(options));
  const bool is_running = socket_of_running(session, folder).has_value();
  const journal::JournalFolder journals = journal_folder();
  if (is_running && !options.force) {
    return common::fail(fmt::format("session {} is running; --force kills and deletes it", session),
                        kNoSuchSession);
  }
  if (!is_running && !journals.contains(session)) {
    return common::fail(fmt::format("there is no session {}", session));
  }
  if (is_running) TRY(kill(folder.socket_of(session)));
  if (journals.contains(session)) TRY(journals.remove(session));
  return 0;
}

Result<int> run_delete_all_sessions(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::vector<std::string> running =
      options.force ? folder.sessions() : std::vector<std::string>();
  const std::size_t count = running.size() + exited_sessions(folder).size();
  if (count == 0) return 0;
  if (!options.yes && !is_confirmed(count, "be deleted")) return 1;
  const Result<void> killed = kill_all(running, folder);
  for (const std::string& name : exited_sessions(folder)) TRY(journal_folder().remove(name));
  TRY(killed);
  return 0;
}

}  // namespace mux::cli
