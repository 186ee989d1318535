#include "mux/server/outer_input.h"

#include <doctest/doctest.h>

namespace mux::server {

namespace {

TEST_CASE("the outer terminal is asked for what the focused program wants, once") {
  OuterInput outer;
  input::InputModes wanted;
  CHECK(outer.ask_for(wanted, true).empty());
  wanted.keyboard_flags = input::kReportActions | input::kReportAllKeys;
  CHECK(outer.ask_for(wanted, true) == "\x1b[=11u");
  CHECK(outer.ask_for(wanted, true).empty());
  wanted.mouse = input::MouseMode::Motion;
  CHECK(outer.ask_for(wanted, true) == "\x1b[?1003h");
  CHECK(outer.ask_for({}, true) == "\x1b[=1u\x1b[?1003l\x1b[?1002h");
}

TEST_CASE("the mouse is left to the terminal if nobody uses it") {
  OuterInput outer;
  CHECK(outer.ask_for({}, false) == "\x1b[?1003l\x1b[?1002l");
  CHECK(outer.ask_for({.mouse = input::MouseMode::Motion}, false).empty());
  CHECK(outer.ask_for({}, true) == "\x1b[?1003l\x1b[?1002h");
}

}  // namespace

}  // namespace mux::server
