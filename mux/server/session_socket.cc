#include "mux/server/session_socket.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "mux/platform/session_folder.h"
#include "mux/platform/socket.h"

namespace mux::server {

using common::Result;

namespace {

platform::Descriptor spare_descriptor() {
  return platform::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

}  // namespace

SessionSocket::SessionSocket(Loop& loop, std::string path, platform::Descriptor listener,
                             std::function<void()> on_ready)
    : loop_(loop),
      path_(std::move(path)),
      listener_(std::move(listener)),
      on_ready_(std::move(on_ready)),
      spare_(spare_descriptor()) {
  ::clock_gettime(CLOCK_REALTIME, &created_);
  mark();
  watch_.emplace(loop_, listener_.number(), [this](Ready) { on_ready_(); });
}

void SessionSocket::mark() {
  // The kernel itself takes the time of its last tick: the same for sessions that are made
  // one right after the other.
  const timespec times[] = {created_, created_};
  ::utimensat(AT_FDCWD, path_.c_str(), times, AT_SYMLINK_NOFOLLOW);
  struct stat status{};
  if (::lstat(path_.c_str(), &status) != 0) return;
  device_ = status.st_dev;
  inode_ = status.st_ino;
}

void SessionSocket::listen() {
  if (!spare_.is_open()) spare_ = spare_descriptor();
  watch_->wait_for(true, false);
}

platform::Descriptor SessionSocket::accept() {
  for (;;) {
    platform::Descriptor socket = platform::accept_own(listener_.number());
    if (socket.is_open() || (errno != EMFILE && errno != ENFILE)) return socket;
    // Whoever waits would keep the loop awake: they are sent away, or have to wait until
    // something is closed.
    if (!spare_.is_open()) {
      watch_->wait_for(false, false);
      return {};
    }
    spare_.reset();
    const bool was_there = platform::accept_own(listener_.number()).is_open();
    spare_ = spare_descriptor();
    if (!was_there) return {};
  }
}

Result<void> SessionSocket::rename(const std::string& name) {
  const std::string path = fmt::format("{}/{}", path_.substr(0, path_.rfind('/')), name);
  // Unlike rename(), link() replaces nothing.
  if (::link(path_.c_str(), path.c_str()) != 0) {
    if (errno == EEXIST) return common::fail(fmt::format("there is a session {}", name));
    return common::fail_on_path(path, errno);
  }
  ::unlink(path_.c_str());
  path_ = path;
  return {};
}

bool SessionSocket::is_in_place() const {
  struct stat status{};
  return ::lstat(path_.c_str(), &status) == 0 && status.st_dev == device_ &&
         status.st_ino == inode_;
}

Result<void> SessionSocket::make_again() {
  if (is_in_place()) return {};
  TRY(platform::SessionFolder::make_again(path_));
  platform::Descriptor listener = TRY(platform::listen_at(path_));
  watch_.reset();
  listener_ = std::move(listener);
  mark();
  watch_.emplace(loop_, listener_.number(), [this](Ready) { on_ready_(); });
  listen();
  return {};
}

void SessionSocket::remove() {
  if (is_in_place()) ::unlink(path_.c_str());
}

}  // namespace mux::server
