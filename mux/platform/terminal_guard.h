// TerminalGuard: the user's terminal in raw mode, put back on every way out.
#pragma once

#include <termios.h>

#include "common/base/result.h"
#include "mux/platform/pty.h"

namespace mux::platform {

class TerminalGuard {
 public:
  // No echo, no signals from keys, no processing of output.
  static common::Result<TerminalGuard> enter(int terminal);
  TerminalGuard(TerminalGuard&& other) noexcept;
  TerminalGuard& operator=(TerminalGuard&&) = delete;
  ~TerminalGuard() { restore(); }

  void restore();

 private:
  TerminalGuard(int terminal, const termios& before) : terminal_(terminal), before_(before) {}

  int terminal_;  // -1: nothing is left to restore.
  termios before_;
};

// What the terminal says, or 80 x 24.
PtySize terminal_size(int terminal);

}  // namespace mux::platform
