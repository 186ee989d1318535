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

Result<void> make_private(const std::string& path) {
  if (::mkdir(path.c_str(), kOwnerOnly) != 0 && errno != EEXIST) {
    return common::fail_on_path(path, errno);
  }
  struct stat status{};
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

}  // namespace

Result<SessionFolder> SessionFolder::open(std::string_view runtime, std::string_view version) {
  struct stat status{};
  const bool has_runtime = !runtime.empty() && ::stat(std::string(runtime).c_str(), &status) == 0;
  const std::string base =
      has_runtime ? fmt::format("{}/kmux", runtime) : fmt::format("/tmp/kmux-{}", ::geteuid());
  TRY(make_private(base));
  std::string path = fmt::format("{}/{}", base, version);
  TRY(make_private(path));
  return SessionFolder(std::move(path));
}

Result<void> SessionFolder::make_again(const std::string& socket_path) {
  const std::string folder = socket_path.substr(0, socket_path.rfind('/'));
  TRY(make_private(folder.substr(0, folder.rfind('/'))));
  return make_private(folder);
}

std::string SessionFolder::socket_of(std::string_view session) const {
  return fmt::format("{}/{}", path_, session);
}

std::vector<std::string> SessionFolder::sessions() const {
  std::vector<std::string> names;
  DIR* const folder = ::opendir(path_.c_str());
  if (folder == nullptr) return names;
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_type == DT_SOCK) names.emplace_back(entry->d_name);
  }
  ::closedir(folder);
  std::erase_if(names, [&](const std::string& name) {
    const auto connection = connect_to(socket_of(name));
    if (connection || connection.error().os_error == EAGAIN) return false;
    if (connection.error().os_error == ECONNREFUSED) ::unlink(socket_of(name).c_str());
    return true;
  });
  std::ranges::sort(names);
  return names;
}

}  // namespace mux::platform
