#include "mux/server/outer_terminal.h"

#include <doctest/doctest.h>

namespace mux::server {
namespace {

using input::Report;
using input::ReportKind;
using render::ColorDepth;

TEST_CASE("names of terminals tell how many colours there are") {
  CHECK(capabilities_of("xterm-256color", "").colors == ColorDepth::Palette);
  CHECK(capabilities_of("xterm-256color", "truecolor").colors == ColorDepth::True);
  CHECK(capabilities_of("xterm-kitty", "").colors == ColorDepth::True);
  CHECK(capabilities_of("xterm", "").colors == ColorDepth::Eight);
  CHECK(capabilities_of("vt100", "").colors == ColorDepth::None);
}

TEST_CASE("answers count when the last one has come") {
  OuterTerminal terminal(capabilities_of("xterm", ""));
  CHECK_FALSE(terminal.take({.kind = ReportKind::PrivateMode, .numbers = {2026, 2}}));
  CHECK_FALSE(terminal.take({.kind = ReportKind::Version, .text = "WezTerm 20240203"}));
  CHECK_FALSE(terminal.take({.kind = ReportKind::BackgroundColor, .numbers = {1, 2, 3}}));
  CHECK_FALSE(terminal.colors());
  CHECK_FALSE(terminal.take({.kind = ReportKind::ForegroundColor, .numbers = {4, 5, 6}}));
  CHECK_FALSE(terminal.has_keyboard_flags());
  CHECK_FALSE(terminal.take({.kind = ReportKind::KeyboardFlags, .numbers = {1}}));
  CHECK(terminal.has_keyboard_flags());
  CHECK(terminal.take({.kind = ReportKind::PrimaryAttributes, .numbers = {62}}));
  CHECK(terminal.capabilities().has_synchronized_output);
  CHECK(terminal.capabilities().has_hyperlinks);
  REQUIRE(terminal.colors());
  CHECK(terminal.colors()->background == term::Color::rgb(1, 2, 3));
  CHECK(terminal.colors()->foreground == term::Color::rgb(4, 5, 6));
  CHECK_FALSE(terminal.take({.kind = ReportKind::PrimaryAttributes, .numbers = {62}}));
}

TEST_CASE("a mode that the terminal does not know is not used") {
  OuterTerminal terminal(capabilities_of("xterm", ""));
  terminal.take({.kind = ReportKind::PrivateMode, .numbers = {2026, 0}});
  CHECK_FALSE(terminal.take({.kind = ReportKind::PrimaryAttributes}));
  CHECK_FALSE(terminal.capabilities().has_synchronized_output);
}

}  // namespace
}  // namespace mux::server
