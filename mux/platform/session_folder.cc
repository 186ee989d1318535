#include "mux/platform/session_folder.h"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "mux/platform/socket.h"

namespace mux::platform {

namespace {

using common::Result;

constexpr mode_t kOwnerOnly = 0700;
// A socket's path has 107 bytes at most, and other programs make longer ones than we.
constexpr std::size_t kLongestName = 64;

Result<void> make_private(const std::string& path) {
  if (::mkdir(path.c_str(), kOwnerOnly) != 0 && errno != EEXIST) {
    return common::fail_on_path(path, errno);
  }
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return common::fail_on_path(path, errno);
  if (!S_ISDIR(status.st_mode)) return common::fail_on_path(path, ENOTDIR);
  if (status.st_uid != ::geteuid()) {
    return common::fail(path + " belongs to another user", EPERM);
  }
  if ((status.st_mode & 077) != 0) {
    return common::fail(path + " can be entered by others; make it private with chmod 700", EPERM);
  }
  return {};
}

bool is_name(std::string_view name) {
  return check_session_name(name).has_value();
}

}  // namespace

Result<void> check_session_name(std::string_view name) {
  if (name.empty()) return common::fail("a session's name must not be empty");
  if (name.size() > kLongestName) {
    return common::fail(fmt::format("a session's name has at most {} bytes", kLongestName));
  }
  const bool is_plain = std::ranges::none_of(name, [](char c) {
    return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (!is_plain || name.front() == '.') {
    return common::fail(
        fmt::format("'{}' cannot be a session's name: it has a slash or a control character, or "
                    "begins with a full stop",
                    name));
  }
  return {};
}

Result<SessionFolder> SessionFolder::open(std::string_view runtime, std::string_view version) {
  struct stat status {};
  const bool has_runtime = !runtime.empty() && ::stat(std::string(runtime).c_str(), &status) == 0;
  const std::string base = has_runtime ? fmt::format("{}/kmux", runtime)
                                       : fmt::format("/tmp/kmux-{}", ::geteuid());
  TRY(make_private(base));
  std::string path = fmt::format("{}/{}", base, version);
  TRY(make_private(path));
  return SessionFolder(std::move(path));
}

std::string SessionFolder::socket_of(std::string_view session) const {
  return fmt::format("{}/{}", path_, session);
}

std::vector<std::string> SessionFolder::sessions() const {
  std::vector<std::string> names;
  DIR* const folder = ::opendir(path_.c_str());
  if (folder == nullptr) return names;
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_type == DT_SOCK && is_name(entry->d_name)) names.emplace_back(entry->d_name);
  }
  ::closedir(folder);
  std::erase_if(names, [&](const std::string& name) {
    const auto connection = connect_to(socket_of(name));
    if (!connection && connection.error().os_error == ECONNREFUSED) {
      ::unlink(socket_of(name).c_str());
    }
    return !connection.has_value();
  });
  std::ranges::sort(names);
  return names;
}

}  // namespace mux::platform
