// SessionFolder: where the sockets of a user's sessions are.
//
//   $XDG_RUNTIME_DIR/kmux/<protocol>/<session>, else /tmp/kmux-<uid>/<protocol>/<session>
//
// Whoever can write there can run programs as the user, so the folder must be the
// user's own and closed to others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace mux::platform {

class SessionFolder {
 public:
  // Makes it if need be.  `runtime` is $XDG_RUNTIME_DIR, or empty.
  static common::Result<SessionFolder> open(std::string_view runtime, std::string_view version);

  // For a socket whose folder somebody has removed.
  static common::Result<void> make_again(const std::string& socket_path);

  std::string socket_of(std::string_view session) const;
  // Of servers that live, sorted; the sockets of others are removed.
  std::vector<std::string> sessions() const;

 private:
  explicit SessionFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace mux::platform
