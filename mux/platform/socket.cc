#include "mux/platform/socket.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "mux/platform/process_info.h"

namespace mux::platform {

namespace {

using common::Result;

constexpr int kBacklog = 64;
constexpr int kConnectSeconds = 1;

Result<sockaddr_un> address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    return common::fail("the path of the socket is too long: " + path);
  }
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

std::unexpected<common::Error> fail_at(const std::string& path, int error) {
  return common::fail_on_path(path, error);
}

Result<Descriptor> open_socket(int flags) {
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | flags, 0));
  if (!socket.is_open()) {
    const int error = errno;
    return common::fail("cannot open a socket: " + common::os_error_text(error), error);
  }
  return socket;
}

const sockaddr* generic(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

std::optional<ucred> credentials(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  const bool is_known = ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
  return is_known ? std::optional(peer) : std::nullopt;
}

bool is_own(int socket) {
  const auto peer = credentials(socket);
  return peer && peer->uid == ::geteuid();
}

// Of the folder of a socket, so that one process at a time looks who listens there, and
// replaces it.  Not open: the folder cannot be locked.
Descriptor locked_folder(const std::string& socket) {
  const std::string folder = socket.substr(0, socket.rfind('/'));
  Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  while (lock.is_open() && ::flock(lock.number(), LOCK_EX) != 0) {
    if (errno != EINTR) break;
  }
  return lock;
}

void limit_sending(int socket, int seconds) {
  const timeval most{.tv_sec = seconds, .tv_usec = 0};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
}

struct alignas(cmsghdr) Control {
  char bytes[CMSG_SPACE(kMostDescriptors * sizeof(int))];
};

void take_descriptors(msghdr& message, std::vector<Descriptor>& descriptors) {
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr;
       header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(header) + i * sizeof(int), sizeof number);
      descriptors.emplace_back(number);
    }
  }
}

}  // namespace

Result<Descriptor> listen_at(const std::string& path) {
  const sockaddr_un address = TRY(address_of(path));
  const Descriptor lock = locked_folder(path);
  const auto other = connect_to(path);
  if (other || other.error().os_error == EAGAIN) return fail_at(path, EADDRINUSE);
  ::unlink(path.c_str());
  Descriptor socket = TRY(open_socket(SOCK_NONBLOCK));
  if (::bind(socket.number(), generic(address), sizeof address) != 0 ||
      ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.number(), kBacklog) != 0) {
    return fail_at(path, errno);
  }
  return socket;
}

void take_over_listener(int listener) {
  ::listen(listener, kBacklog);
}

Result<Descriptor> connect_to(const std::string& path) {
  const sockaddr_un address = TRY(address_of(path));
  Descriptor socket = TRY(open_socket(0));
  limit_sending(socket.number(), kConnectSeconds);
  while (::connect(socket.number(), generic(address), sizeof address) != 0) {
    if (errno != EINTR) return fail_at(path, errno);
  }
  limit_sending(socket.number(), 0);
  if (!is_own(socket.number())) return fail_at(path, EPERM);
  if (state_of(peer_of(socket.number())) == ProcessState::Dead) {
    return fail_at(path, ECONNREFUSED);
  }
  return socket;
}

pid_t peer_of(int connection) {
  const auto peer = credentials(connection);
  return peer ? peer->pid : 0;
}

Descriptor accept_own(int listener) {
  for (;;) {
    Descriptor socket(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!socket.is_open()) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      return {};
    }
    if (is_own(socket.number())) return socket;
  }
}

Received receive(int socket, std::span<char> buffer) {
  Received received;
  iovec part{.iov_base = buffer.data(), .iov_len = buffer.size()};
  Control control;
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  const ssize_t size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  if (size < 0) {
    received.is_closed = errno != EAGAIN && errno != EINTR;
    return received;
  }
  received.size = static_cast<std::size_t>(size);
  received.is_closed = size == 0;
  take_descriptors(message, received.descriptors);
  return received;
}

Result<std::size_t> send(int socket, std::string_view bytes, std::span<const int> descriptors) {
  iovec part{.iov_base = const_cast<char*>(bytes.data()), .iov_len = bytes.size()};
  Control control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (!descriptors.empty()) {
    message.msg_control = control.bytes;
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
  }
  const ssize_t size = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  if (size >= 0) return static_cast<std::size_t>(size);
  if (errno == EAGAIN || errno == EINTR) return std::size_t{0};
  const int error = errno;
  return common::fail("the connection is lost: " + common::os_error_text(error), error);
}

Result<void> send_all(int socket, std::string_view bytes, std::span<const int> descriptors) {
  while (!bytes.empty()) {
    const std::size_t sent = TRY(send(socket, bytes, descriptors));
    if (sent > 0) descriptors = {};
    bytes.remove_prefix(sent);
  }
  return {};
}

void set_blocking(int descriptor, bool is_blocking) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0) return;
  ::fcntl(descriptor, F_SETFL, is_blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

}  // namespace mux::platform
