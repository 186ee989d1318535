#include "mux/client/signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>

namespace mux::client {

common::Result<Signals> Signals::create(std::initializer_list<int> signals) {
  sigset_t set;
  sigset_t before;
  ::sigemptyset(&set);
  for (int signal : signals) ::sigaddset(&set, signal);
  ::sigprocmask(SIG_BLOCK, &set, &before);
  platform::Descriptor descriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!descriptor.is_open()) {
    const int error = errno;
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    return common::fail("cannot wait for signals: " + common::os_error_text(error), error);
  }
  return Signals(std::move(descriptor), before);
}

Signals::~Signals() {
  if (descriptor_.is_open()) ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

std::optional<int> Signals::take() {
  signalfd_siginfo info{};
  if (::read(descriptor_.number(), &info, sizeof info) != sizeof info) return std::nullopt;
  return static_cast<int>(info.ssi_signo);
}

}  // namespace mux::client
