#include "mux/platform/terminal_guard.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace mux::platform {

common::Result<TerminalGuard> TerminalGuard::enter(int terminal) {
  termios before{};
  if (::tcgetattr(terminal, &before) != 0) {
    return common::fail("standard input is not a terminal", errno);
  }
  termios raw = before;
  ::cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  if (::tcsetattr(terminal, TCSANOW, &raw) != 0) {
    const int error = errno;
    return common::fail("cannot change the terminal's mode: " + common::os_error_text(error),
                        error);
  }
  return TerminalGuard(terminal, before);
}

TerminalGuard::TerminalGuard(TerminalGuard&& other) noexcept
    : terminal_(std::exchange(other.terminal_, -1)), before_(other.before_) {}

void TerminalGuard::restore() {
  if (terminal_ < 0) return;
  while (::tcsetattr(terminal_, TCSANOW, &before_) != 0 && errno == EINTR) {
  }
  terminal_ = -1;
}

PtySize terminal_size(int terminal) {
  winsize window{};
  PtySize size;
  if (::ioctl(terminal, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 || window.ws_row == 0) {
    return size;
  }
  size.columns = window.ws_col;
  size.rows = window.ws_row;
  size.cell_width = static_cast<std::uint16_t>(window.ws_xpixel / window.ws_col);
  size.cell_height = static_cast<std::uint16_t>(window.ws_ypixel / window.ws_row);
  return size;
}

}  // namespace mux::platform
