#include "mux/journal/journal_folder.h"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "common/fs/whole_file.h"

namespace mux::journal {

namespace {

using common::Result;

// Without "." and "..".
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  DIR* const folder = ::opendir(path.c_str());
  if (folder == nullptr) return names;
  while (const dirent* const entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  ::closedir(folder);
  return names;
}

}  // namespace

JournalFolder JournalFolder::of(std::string_view state_home, std::string_view home) {
  JournalFolder folder;
  // What is no absolute path is to be ignored.
  if (state_home.starts_with('/')) {
    folder.path_ = fmt::format("{}/kmux/sessions", state_home);
  } else if (!home.empty()) {
    folder.path_ = fmt::format("{}/.local/state/kmux/sessions", home);
  }
  return folder;
}

std::string JournalFolder::folder_of(std::string_view session) const {
  return path_.empty() ? std::string() : fmt::format("{}/{}", path_, session);
}

bool JournalFolder::contains(std::string_view session) const {
  if (path_.empty() || session.empty() || session.find('/') != session.npos) return false;
  const std::string path = fmt::format("{}/{}", folder_of(session), kJournalName);
  return ::access(path.c_str(), R_OK) == 0;
}

std::vector<std::string> JournalFolder::sessions() const {
  if (path_.empty()) return {};
  std::vector<std::string> names = names_in(path_);
  std::erase_if(names, [&](const std::string& name) { return !contains(name); });
  std::ranges::sort(names);
  return names;
}

Result<SessionRecord> JournalFolder::read(std::string_view session) const {
  const std::string path = fmt::format("{}/{}", folder_of(session), kJournalName);
  const auto bytes = common::fs::read_file(path);
  if (!bytes) return common::fail(fmt::format("{}: {}", path, bytes.error().message));
  auto record = replay(*bytes);
  if (!record) return common::fail(fmt::format("{}: {}", path, record.error().message));
  return record;
}

Result<void> JournalFolder::remove(std::string_view session) const {
  return remove_journal_folder(folder_of(session));
}

Result<void> make_journal_folder(const std::string& path) {
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
      return common::fail_on_path(part, errno);
    }
    if (end == path.npos) return {};
  }
}

// The journal goes first: without it there is no session, whatever is left.
Result<void> remove_journal_folder(const std::string& path) {
  if (path.empty()) return {};
  std::vector<std::string> names = names_in(path);
  std::ranges::partition(names, [](const std::string& name) { return name == kJournalName; });
  for (const std::string& name : names) {
    const std::string file = fmt::format("{}/{}", path, name);
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) return common::fail_on_path(file, errno);
  }
  if (::rmdir(path.c_str()) != 0 && errno != ENOENT) return common::fail_on_path(path, errno);
  return {};
}

}  // namespace mux::journal
