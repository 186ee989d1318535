// SessionSocket: where a session is reached: a name in the folder of sockets, and who
// listens there.
//
// Whoever cleans folders up may remove it while the session lives; then it is made
// again.  What others have put in its place is left alone.  When the socket was modified
// says when the session was made: that is what sessions are listed by.
#pragma once

#include <sys/types.h>

#include <ctime>
#include <functional>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"
#include "mux/server/loop.h"

namespace mux::server {

class SessionSocket {
 public:
  // `on_ready`: somebody may have connected.
  SessionSocket(Loop& loop, std::string path, platform::Descriptor listener,
                std::function<void()> on_ready);

  // From now on, and again when descriptors may have been freed.
  void listen();
  // The next that has connected; not open: there is none.
  platform::Descriptor accept();
  // In the same folder; fails if there is one of that name.
  common::Result<void> rename(const std::string& name);
  bool is_in_place() const;
  common::Result<void> make_again();
  void remove();

 private:
  void watch();
  // Gives the file the session's age, and knows it again by its identity.
  void mark();

  Loop& loop_;
  std::string path_;
  platform::Descriptor listener_;
  std::function<void()> on_ready_;
  std::optional<DescriptorWatch> watch_;
  timespec created_{};
  // Of the file at the path when it was made.
  dev_t device_ = 0;
  ino_t inode_ = 0;
  platform::Descriptor spare_;  // For saying no when there are no more descriptors.
};

}  // namespace mux::server
