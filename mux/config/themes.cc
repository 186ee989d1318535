#include "mux/config/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "mux/config/bundled_themes.h"
#include "mux/config/document.h"
#include "mux/config/palette_theme.h"
#include "mux/term/palette.h"

namespace mux::config {

namespace {

using common::config::Kind;
using common::config::Member;
using common::config::problem;
using common::config::Read;
using common::config::Value;
using model::TextColors;
using model::ThemeColors;
using term::Color;

struct ComponentRow {
  std::string_view name;
  TextColors ThemeColors::* member;  // Null: frame_unselected, which may be left out.
};

constexpr ComponentRow kComponents[] = {
    {"text-unselected", &ThemeColors::text_unselected},
    {"text-selected", &ThemeColors::text_selected},
    {"ribbon-unselected", &ThemeColors::ribbon_unselected},
    {"ribbon-selected", &ThemeColors::ribbon_selected},
    {"table-title", &ThemeColors::table_title},
    {"table-cell-unselected", &ThemeColors::table_cell_unselected},
    {"table-cell-selected", &ThemeColors::table_cell_selected},
    {"list-unselected", &ThemeColors::list_unselected},
    {"list-selected", &ThemeColors::list_selected},
    {"frame-unselected", nullptr},
    {"frame-selected", &ThemeColors::frame_selected},
    {"frame-highlight", &ThemeColors::frame_highlight},
    {"exit-code-success", &ThemeColors::exit_code_success},
    {"exit-code-error", &ThemeColors::exit_code_error},
};
constexpr std::string_view kPlayers = "multiplayer-user-colors";

struct PaletteRow {
  std::string_view name;
  Color ThemePalette::* member;
};

constexpr PaletteRow kPaletteRows[] = {
    {"fg", &ThemePalette::fg},         {"bg", &ThemePalette::bg},
    {"black", &ThemePalette::black},   {"red", &ThemePalette::red},
    {"green", &ThemePalette::green},   {"yellow", &ThemePalette::yellow},
    {"blue", &ThemePalette::blue},     {"magenta", &ThemePalette::magenta},
    {"cyan", &ThemePalette::cyan},     {"white", &ThemePalette::white},
    {"orange", &ThemePalette::orange},
};

constexpr std::string_view kEmphases[] = {"emphasis-0", "emphasis-1", "emphasis-2", "emphasis-3"};

std::optional<std::uint8_t> byte_of(const Value& value) {
  if (value.kind != Kind::Integer || !std::in_range<std::uint8_t>(value.integer)) {
    return std::nullopt;
  }
  return static_cast<std::uint8_t>(value.integer);
}

// "#rrggbb", a number of the palette, or red, green and blue.
Read<Color> color_of(const Value& value) {
  const auto fail = [&] {
    return problem(value, "expected a colour: three numbers up to 255, one, or \"#rrggbb\"");
  };
  if (value.kind == Kind::String) {
    const auto color = term::parse_color(value.text);
    if (!color) return fail();
    return *color;
  }
  if (const auto index = byte_of(value)) return Color::palette(*index);
  if (value.kind != Kind::Array || value.elements.size() != 3) return fail();
  const auto red = byte_of(value.elements[0]);
  const auto green = byte_of(value.elements[1]);
  const auto blue = byte_of(value.elements[2]);
  if (!red || !green || !blue) return fail();
  return Color::rgb(*red, *green, *blue);
}

Read<void> read_color(const Value& value, Color& color) {
  auto read = color_of(value);
  if (!read) return std::unexpected(std::move(read).error());
  color = *read;
  return {};
}

Read<void> expect_table(const Value& value, std::string_view what) {
  if (value.kind == Kind::Table) return {};
  return problem(value, fmt::format("expected {}", what));
}

Read<TextColors> text_colors_of(const Value& table) {
  if (auto is_table = expect_table(table, "a block of colours"); !is_table) {
    return std::unexpected(is_table.error());
  }
  TextColors colors;
  for (const Member& member : table.members) {
    const std::string name = dashed(member.name);
    Color* color = name == "base"         ? &colors.base
                   : name == "background" ? &colors.background
                                          : nullptr;
    for (std::size_t i = 0; i < std::size(kEmphases); ++i) {
      if (name == kEmphases[i]) color = &colors.emphasis[i];
    }
    if (color == nullptr) {
      return common::config::unknown_key(
          member, {"base", "background", kEmphases[0], kEmphases[1], kEmphases[2], kEmphases[3]});
    }
    if (auto read = read_color(member.value, *color); !read) {
      return std::unexpected(std::move(read).error());
    }
  }
  return colors;
}

Read<void> read_players(const Value& table, ThemeColors& theme) {
  if (auto is_table = expect_table(table, "a block of colours"); !is_table) return is_table;
  for (const Member& member : table.members) {
    for (std::size_t i = 0; i < theme.players.size(); ++i) {
      if (dashed(member.name) != fmt::format("player-{}", i + 1)) continue;
      if (auto read = read_color(member.value, theme.players[i]); !read) return read;
    }
  }
  return {};
}

Read<ThemeColors> theme_of_components(const Value& table) {
  ThemeColors theme = *find_bundled_theme("default", model::Theme::Dark);
  for (const Member& member : table.members) {
    const std::string name = dashed(member.name);
    if (name == kPlayers) {
      if (auto read = read_players(member.value, theme); !read) {
        return std::unexpected(std::move(read).error());
      }
      continue;
    }
    const auto row = std::ranges::find(kComponents, name, &ComponentRow::name);
    if (row == std::end(kComponents)) {
      std::vector<std::string_view> known{kPlayers};
      for (const ComponentRow& component : kComponents) known.push_back(component.name);
      return common::config::unknown_key(member, known, true);
    }
    auto colors = text_colors_of(member.value);
    if (!colors) return std::unexpected(std::move(colors).error());
    if (row->member == nullptr) {
      theme.frame_unselected = *colors;
    } else {
      theme.*row->member = *colors;
    }
  }
  return theme;
}

Read<ThemeColors> theme_of_palette(const Value& table) {
  ThemePalette palette;
  for (const PaletteRow& row : kPaletteRows) {
    const auto member = std::ranges::find(table.members, row.name, &Member::name);
    if (member == table.members.end()) {
      return problem(table, fmt::format("the theme has no colour `{}`", row.name));
    }
    if (auto read = read_color(member->value, palette.*row.member); !read) {
      return std::unexpected(std::move(read).error());
    }
  }
  return theme_of(palette);
}

bool is_palette(const Value& table) {
  return std::ranges::any_of(table.members, [](const Member& member) {
    return std::ranges::find(kPaletteRows, member.name, &PaletteRow::name) !=
           std::end(kPaletteRows);
  });
}

}  // namespace

Read<void> read_themes(const Value& table, Themes& themes) {
  if (auto is_table = expect_table(table, "a block of themes"); !is_table) return is_table;
  for (const Member& member : table.members) {
    if (auto is_theme = expect_table(member.value, "a block of colours"); !is_theme) {
      return is_theme;
    }
    auto theme = is_palette(member.value) ? theme_of_palette(member.value)
                                          : theme_of_components(member.value);
    if (!theme) return std::unexpected(std::move(theme).error());
    themes.insert_or_assign(member.name, *std::move(theme));
  }
  return {};
}

}  // namespace mux::config
