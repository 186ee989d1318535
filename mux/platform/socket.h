// Unix sockets that carry bytes and descriptors.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"

namespace mux::platform {

// Replaces a socket that nobody listens on any more; only its owner may connect.  Of
// several processes that want it at once, one has it.
common::Result<Descriptor> listen_at(const std::string& path);
// Those that connect are told that it is this process that listens, not the one that
// it has the socket from.
void take_over_listener(int listener);

// Blocking.  EAGAIN: whoever listens has not answered for so long that no more can wait.
// ECONNREFUSED: nobody listens, or only the rest of a process that has died.
common::Result<Descriptor> connect_to(const std::string& path);
// The process that listens; 0: not known.
pid_t peer_of(int connection);

// The next connection of a process of ours, non-blocking; not open if there is none, or
// no descriptor left for it (errno).
Descriptor accept_own(int listener);

// What one read brought.  No bytes: the other side has closed the connection, unless
// nothing is there yet.
struct Received {
  std::size_t size = 0;
  bool is_closed = false;
  std::vector<Descriptor> descriptors;
};
inline constexpr std::size_t kMostDescriptors = 4;

Received receive(int socket, std::span<char> buffer);

// How many bytes were taken; the descriptors go with the first.  A failure other than
// that the socket is full, or was interrupted, is an error.
common::Result<std::size_t> send(int socket, std::string_view bytes,
                                 std::span<const int> descriptors = {});

// Waits until all is sent, on a blocking socket.
common::Result<void> send_all(int socket, std::string_view bytes,
                              std::span<const int> descriptors = {});

void set_blocking(int descriptor, bool is_blocking);

}  // namespace mux::platform
