// The keyboard is locked for programs as they come to the front and go again.
#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

TEST_CASE("a program that another one starts on its screen locks the keyboard") {
  const World world;
  Outside outside(
      world, {"-s", "s", "options", "--auto-lock", "fullscreen", "--auto-lock-programs", "head"});
  REQUIRE(outside.shows("ready>"));
  // The shell fills the screen, and is not listed.
  outside.type("printf '\\033[?1049h'; echo shown\r");
  REQUIRE(outside.shows("\nshown"));
  CHECK(outside.screen().find("LOCKED") == std::string::npos);
  outside.type("echo starts; head -n 1\r");
  REQUIRE(outside.shows("\nstarts"));
  REQUIRE(outside.shows("LOCKED"));
  outside.type("\x10 taken\r");
  REQUIRE(outside.shows("^P taken"));
  REQUIRE(outside.stops_showing("LOCKED"));
}

}  // namespace
}  // namespace mux::cli
