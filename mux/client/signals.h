// Signals as something to read, so that none is missed between two waits.
#pragma once

#include <csignal>
#include <initializer_list>
#include <optional>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"

namespace mux::client {

class Signals {
 public:
  // They no longer have their usual effect while this lives.
  static common::Result<Signals> create(std::initializer_list<int> signals);
  Signals(Signals&& other) noexcept = default;
  Signals& operator=(Signals&&) = delete;
  ~Signals();

  int descriptor() const { return descriptor_.number(); }
  // One that has come; none: there is none.
  std::optional<int> take();

 private:
  Signals(platform::Descriptor descriptor, const sigset_t& before)
      : descriptor_(std::move(descriptor)), before_(before) {}

  platform::Descriptor descriptor_;
  sigset_t before_;
};

}  // namespace mux::client
