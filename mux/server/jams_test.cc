#include "mux/server/jams.h"

#include <doctest/doctest.h>

namespace mux::server {

namespace {

constexpr model::ClientId kPasting{1};
constexpr model::PaneId kSlow{5};
constexpr std::size_t kMuch = 100'000;
using Clients = std::vector<model::ClientId>;

TEST_CASE("a paste waits while the program takes it, and goes on when little is left") {
  Jams jams;
  CHECK(!jams.note_paste(kPasting, kSlow, 1000, 0));
  CHECK(jams.note_paste(kPasting, kSlow, kMuch, 10));
  CHECK(jams.note_paste(kPasting, kSlow, kMuch, 20));
  CHECK(jams.note_taken(kSlow, 90'000, 900).empty());
  CHECK(jams.next_check() == 1900);
  CHECK(jams.give_up(1100).empty());
  CHECK(jams.note_taken(kSlow, 100, 1200) == Clients{kPasting});
  CHECK(!jams.next_check());
}

TEST_CASE("a program that takes nothing gets patience once") {
  Jams jams;
  CHECK(jams.note_paste(kPasting, kSlow, kMuch, 0));
  CHECK(jams.give_up(999).empty());
  CHECK(jams.give_up(1000) == Clients{kPasting});
  CHECK(!jams.note_paste(kPasting, kSlow, kMuch, 1001));
  // It reads again.
  CHECK(jams.note_taken(kSlow, kMuch, 2000).empty());
  CHECK(jams.note_paste(kPasting, kSlow, kMuch, 2001));
}

TEST_CASE("nobody waits for a program that is gone") {
  Jams jams;
  CHECK(jams.note_paste(kPasting, kSlow, kMuch, 0));
  CHECK(jams.end(kSlow) == Clients{kPasting});
  CHECK(jams.end(kSlow).empty());
  CHECK(!jams.next_check());
}

}  // namespace

}  // namespace mux::server
