#include "mux/server/held_panes.h"

#include <doctest/doctest.h>

#include <vector>

namespace mux::server {

namespace {

constexpr model::PaneId kHeldPane{3};

TEST_CASE("a pane is held while its program draws, and not longer than 150 ms") {
  HeldPanes held;
  CHECK(!held.note(kHeldPane, true, 1000));
  CHECK(held.contains(kHeldPane, 1000));
  CHECK(held.next_end(1000) == 1150);
  CHECK(!held.note(kHeldPane, true, 1100));
  CHECK(held.next_end(1100) == 1150);
  CHECK(!held.contains(kHeldPane, 1150));
  CHECK(held.note(kHeldPane, true, 1150));
  CHECK(!held.next_end(1150));
}

TEST_CASE("a picture that is complete is shown at once") {
  HeldPanes held;
  held.note(kHeldPane, true, 1000);
  CHECK(held.note(kHeldPane, false, 1001));
  CHECK(!held.contains(kHeldPane, 1001));
  CHECK(!held.next_end(1001));
  // The next one has its own time.
  held.note(kHeldPane, true, 1140);
  CHECK(held.contains(kHeldPane, 1200));
}

TEST_CASE("what has been held for too long is reported once") {
  HeldPanes held;
  std::vector<model::PaneId> overdue;
  const auto look = [&](std::uint64_t now) {
    held.for_overdue(now, [&](model::PaneId pane) { overdue.push_back(pane); });
  };
  held.note(kHeldPane, true, 1000);
  look(1100);
  CHECK(overdue.empty());
  look(1160);
  look(1170);
  CHECK(overdue == std::vector{kHeldPane});
  held.forget(kHeldPane);
  CHECK(!held.contains(kHeldPane, 1100));
}

}  // namespace

}  // namespace mux::server
