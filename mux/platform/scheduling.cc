#include "mux/platform/scheduling.h"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace mux::platform {

namespace {

// As sched_setattr(2) describes it; the C library does not.
struct SchedulingAttributes {
  std::uint32_t size = sizeof(SchedulingAttributes);
  std::uint32_t policy = SCHED_OTHER;
  std::uint64_t flags = 0;
  std::int32_t nice = 0;
  std::uint32_t priority = 0;
  std::uint64_t runtime_ns = 0;  // Since Linux 6.12: how long a turn is.
  std::uint64_t deadline_ns = 0;
  std::uint64_t period_ns = 0;
};
static_assert(sizeof(SchedulingAttributes) == 48);

constexpr std::uint64_t kResetOnFork = 0x01;
constexpr std::uint64_t kShortestTurn = 100'000;

}  // namespace

void ask_for_short_turns() {
  SchedulingAttributes attributes;
  if (::syscall(SYS_sched_getattr, 0, &attributes, sizeof(attributes), 0) != 0) return;
  // Whoever has chosen another policy for us knows better.
  if (attributes.policy != SCHED_OTHER) return;
  attributes.size = sizeof(attributes);
  attributes.flags |= kResetOnFork;
  attributes.runtime_ns = kShortestTurn;
  ::syscall(SYS_sched_setattr, 0, &attributes, 0);
}

}  // namespace mux::platform
