#include "mux/config/themes.h"

#include <doctest/doctest.h>

#include "mux/config/bundled_themes.h"
#include "mux/config/config_test_support.h"

namespace mux::config {
namespace {

TEST_CASE("themes of both formats") {
  const ReadConfig done = read(R"(
themes {
    old {
        fg 60 56 54
        bg "#fbf1c7"
        black 40 40 40
        red 205 75 69
        green 152 151 26
        yellow 215 153 33
        blue 69 133 136
        magenta 177 98 134
        cyan 104 157 106
        white 7
        orange "#fe8019"
    }
    new {
        ribbon_selected {
            base 0
            background 1 2 3
            emphasis_0 4
            emphasis_1 4
            emphasis_2 4
            emphasis_3 4
        }
        multiplayer_user_colors { player_1 9 8 7; }
    }
})");
  CHECK(done.problem == "");
  const model::ThemeColors& old = done.config.themes.at("old");
  CHECK(old.ribbon_unselected.background == term::Color::rgb(60, 56, 54));
  CHECK(old.text_unselected.base == term::Color::palette(7));
  CHECK(old.text_unselected.background == term::Color::rgb(40, 40, 40));
  const model::ThemeColors& fresh = done.config.themes.at("new");
  CHECK(fresh.ribbon_selected.background == term::Color::rgb(1, 2, 3));
  CHECK(fresh.players[0] == term::Color::rgb(9, 8, 7));
  CHECK(read("themes { a { fg 1; }; }").problem.find("no colour `bg`") != std::string::npos);
  CHECK(read("themes { a { text_slected { base 1; }; }; }").problem.find("text-selected") !=
        std::string::npos);
}

TEST_CASE("the theme follows the terminal if there are two") {
  Config config;
  config.theme = "nord";
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.dark_theme == config.session.light_theme);
  config.dark_theme = "gruvbox-dark";
  config.light_theme = "gruvbox-light";
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.dark_theme == *find_bundled_theme("gruvbox-dark", model::Theme::Dark));
  CHECK(config.session.light_theme == *find_bundled_theme("gruvbox-light", model::Theme::Light));
  config.theme = "gruvbox-drak";
  config.light_theme.reset();
  const auto unknown = resolve(config, no_variable);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message.find("gruvbox-dark") != std::string::npos);
}

TEST_CASE("what bundled themes show can be read") {
  for (const std::string_view name : bundled_theme_names()) {
    if (name == "default") continue;
    CAPTURE(name);
    const model::ThemeColors theme = *find_bundled_theme(name, model::Theme::Dark);
    for (const model::TextColors* colors :
         {&theme.text_unselected, &theme.ribbon_unselected, &theme.ribbon_selected}) {
      CHECK(colors->base != colors->background);
    }
    CHECK(theme.exit_code_error.base != theme.text_unselected.background);
  }
  const auto flexoki = find_bundled_theme("flexoki-dark", model::Theme::Dark);
  CHECK(flexoki->ribbon_selected.background != flexoki->exit_code_success.base);
  const auto ansi = find_bundled_theme("ansi", model::Theme::Dark);
  CHECK(ansi->text_unselected.base == term::Color::palette(15));
}

}  // namespace
}  // namespace mux::config
