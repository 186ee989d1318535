#include "mux/config/config.h"

#include <doctest/doctest.h>

#include <string>

#include "common/kdl/parse.h"

namespace mux::config {
namespace {

TEST_CASE("KDL with zellij's names and TOML say the same") {
  for (const auto& [text, path] :
       {std::pair("default_shell \"fish\"\nscroll_buffer_size 5\npane_frames false\n", "c.kdl"),
        std::pair("default-shell = \"fish\"\nscroll-buffer-size = 5\npane-frames = false\n",
                  "c.toml")}) {
    const auto config = parse_config(text, path);
    REQUIRE(config.has_value());
    model::SessionOptions options;
    REQUIRE(apply(*config, options).has_value());
    CHECK(options.shell == std::vector<std::string>{"fish"});
    CHECK(options.terminal.history.lines == 5);
    CHECK(options.frame_style == model::FrameStyle::None);
  }
}

TEST_CASE("the example of every option is accepted") {
  for (const auto* row : option_table().rows()) {
    CAPTURE(row->key);
    CHECK(parse_config(row->example, "example.toml").has_value());
  }
}

TEST_CASE("a misspelt option is refused with its place") {
  const auto config = parse_config("pane_frames true\ndefault_shel \"x\"\n", "c.kdl");
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().message.find("line 2, column 1") != std::string::npos);
}

TEST_CASE("an unknown mode is refused") {
  Config config;
  config.default_mode = "sideways";
  model::SessionOptions options;
  CHECK_FALSE(apply(config, options).has_value());
}

}  // namespace
}  // namespace mux::config
