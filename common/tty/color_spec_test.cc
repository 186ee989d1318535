#include "common/tty/color_spec.h"

#include <doctest/doctest.h>

#include <string>

#include "common/tty/color_choice.h"

using namespace common::tty;

namespace {

constexpr std::string_view kFields[] = {"path", "line", "column", "match", "highlight"};

std::string error_of(std::string_view text) {
  const auto spec = parse_color_spec(text, kFields);
  return spec ? "no error" : spec.error().message;
}

Style styled(std::initializer_list<std::string_view> specs) {
  Style style;
  for (std::string_view text : specs) {
    const auto spec = parse_color_spec(text, kFields);
    REQUIRE(spec.has_value());
    spec->apply_to(style);
  }
  return style;
}

}  // namespace

TEST_CASE("a colour spec names its field") {
  CHECK(parse_color_spec("path:fg:red", kFields)->field == 0);
  CHECK(parse_color_spec("HighLight:None", kFields)->field == 4);
}

TEST_CASE("colours are names, numbers and triples") {
  CHECK(styled({"match:fg:red"}).opening() == "\x1b[0m\x1b[31m");
  CHECK(styled({"match:FG:Blue", "match:bg:yellow"}).opening() == "\x1b[0m\x1b[34m\x1b[43m");
  CHECK(styled({"match:fg:200"}).opening() == "\x1b[0m\x1b[38;5;200m");
  CHECK(styled({"match:bg:0x33"}).opening() == "\x1b[0m\x1b[48;5;51m");
  CHECK(styled({"match:fg:0x10,32,+5"}).opening() == "\x1b[0m\x1b[38;2;16;32;5m");
}

TEST_CASE("styles come before colours, one escape each") {
  CHECK(styled({"match:fg:red", "match:style:underline", "match:style:bold", "match:style:italic"})
            .opening() == "\x1b[0m\x1b[1m\x1b[3m\x1b[4m\x1b[31m");
  CHECK(styled({"match:style:bold", "match:style:nobold"}).opening() == "\x1b[0m");
  CHECK(styled({"match:fg:red", "match:style:intense"}).opening() == "\x1b[0m\x1b[38;5;9m");
  CHECK(styled({"match:fg:red", "match:none"}).is_plain());
  CHECK(styled({"match:fg:red", "match:none:ignored"}).is_plain());
}

TEST_CASE("errors of colour specs list the choices") {
  CHECK(error_of("match:style:bon") ==
        "unrecognized style attribute 'bon'. Choose from: nobold, bold, nointense, intense, "
        "nounderline, underline, noitalic, italic.");
  CHECK(error_of("a:b:c") ==
        "unrecognized output type 'a'. Choose from: path, line, column, match, highlight.");
  CHECK(error_of("match:foo:red") ==
        "unrecognized spec type 'foo'. Choose from: fg, bg, style, none.");
  CHECK(error_of("match:fg:0x100") ==
        "unrecognized color name '0x100'. Choose from: black, blue, green, red, cyan, magenta, "
        "yellow, white");
  CHECK(error_of("match:fg:256") ==
        "unrecognized ansi256 color number, should be '[0-255]' (or a hex number), but is '256'");
  CHECK(error_of("match:fg:1,2") ==
        "unrecognized RGB color triple, should be '[0-255],[0-255],[0-255]' (or a hex triple), but "
        "is '1,2'");
  for (const char* text : {"foo", "match", "match:fg", "match:fg:red:x", ":::", ""}) {
    CHECK(error_of(text) ==
          "invalid color spec format: '" + std::string(text) +
              "'. Valid format is '(path|line|column|match|highlight):(fg|bg|style):(value)'.");
  }
}

TEST_CASE("colours are automatic on terminals only") {
  const TerminalFacts terminal{.is_terminal = true, .term = "xterm", .has_no_color = false};
  CHECK(wants_color(ColorChoice::Auto, terminal));
  CHECK(!wants_color(ColorChoice::Never, terminal));
  CHECK(!wants_color(ColorChoice::Auto, {true, "dumb", false}));
  CHECK(!wants_color(ColorChoice::Auto, {true, nullptr, false}));
  CHECK(!wants_color(ColorChoice::Auto, {true, "xterm", true}));
  CHECK(!wants_color(ColorChoice::Auto, {false, "xterm", false}));
  CHECK(wants_color(ColorChoice::Always, {false, nullptr, true}));
  CHECK(wants_color(ColorChoice::Ansi, {}));
}
