#include "mux/config/bundled_themes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "mux/config/palette_theme.h"

namespace mux::config {

namespace {

using term::Color;

// The colours of well-known palettes as 0xRRGGBB, in the order of ThemePalette.
struct BundledTheme {
  std::string_view name;
  bool is_light;
  std::array<std::uint32_t, 11> colors;
};

// clang-format off
constexpr BundledTheme kBundledThemes[] = {
    //                             fg        bg        black     red       green     yellow    blue      magenta   cyan      white     orange
    {"ayu-dark", false,           {0xB3B1AD, 0x1F2430, 0x0A0E14, 0xEA6C73, 0x91B362, 0xF9AF4F, 0x53BDFA, 0xFAE994, 0x90E1C6, 0xE6E1CF, 0xFF8F40}},
    {"ayu-light", true,           {0x5C6773, 0xD9DBDD, 0x0A0E14, 0xF07178, 0x86B300, 0xF2AE49, 0x399EE6, 0xA37ACC, 0x4CBF99, 0xFAFAFA, 0xFA8D3E}},
    {"catppuccin-frappe", false,  {0xC6D0F5, 0x626880, 0x292C3C, 0xE78284, 0xA6D189, 0xE5C890, 0x8CAAEE, 0xF4B8E4, 0x99D1DB, 0xC6D0F5, 0xEF9F76}},
    {"catppuccin-latte", true,    {0x4C4F69, 0xACB0BE, 0x4C4F69, 0xD20F39, 0x40A02B, 0xDF8E1D, 0x1E66F5, 0xEA76CB, 0x04A5E5, 0xDCE0E8, 0xFE640B}},
    {"catppuccin-macchiato", false, {0xCAD3F5, 0x5B6078, 0x1E2030, 0xED8796, 0xA6DA95, 0xEED49F, 0x8AADF4, 0xF5BDE6, 0x91D7E3, 0xCAD3F5, 0xF5A97F}},
    {"catppuccin-mocha", false,   {0xCDD6F4, 0x585B70, 0x181825, 0xF38BA8, 0xA6E3A1, 0xF9E2AF, 0x89B4FA, 0xF5C2E7, 0x89DCEB, 0xCDD6F4, 0xFAB387}},
    {"dracula", false,            {0xF8F8F2, 0x44475A, 0x282A36, 0xFF5555, 0x50FA7B, 0xF1FA8C, 0x6272A4, 0xFF79C6, 0x8BE9FD, 0xF8F8F2, 0xFFB86C}},
    {"everforest-dark", false,    {0xD3C6AA, 0x4F585E, 0x2D353B, 0xE67E80, 0xA7C080, 0xDBBC7F, 0x7FBBB3, 0xD699B6, 0x83C092, 0xD3C6AA, 0xE69875}},
    {"everforest-light", true,    {0x5C6A72, 0xE0DCC7, 0x5C6A72, 0xF85552, 0x8DA101, 0xDFA000, 0x3A94C5, 0xDF69BA, 0x35A77C, 0xFDF6E3, 0xF57D26}},
    {"gruvbox-dark", false,       {0xD5C4A1, 0x504945, 0x282828, 0xCC241D, 0x98971A, 0xD79921, 0x458588, 0xB16286, 0x689D6A, 0xFBF1C7, 0xD65D0E}},
    {"gruvbox-light", true,       {0x7C6F64, 0xD5C4A1, 0x282828, 0x9D0006, 0x79740E, 0xB57614, 0x076678, 0x8F3F71, 0x427B58, 0xFBF1C7, 0xAF3A03}},
    {"kanagawa", false,           {0xDCD7BA, 0x2A2A37, 0x16161D, 0xC34043, 0x76946A, 0xC0A36E, 0x7E9CD8, 0x957FB8, 0x6A9589, 0xDCD7BA, 0xFFA066}},
    {"molokai-dark", false,       {0xF8F8F2, 0x49483E, 0x1B1D1E, 0xF92672, 0xA6E22E, 0xE6DB74, 0x66D9EF, 0xAE81FF, 0x66D9EF, 0xF8F8F2, 0xFD971F}},
    {"night-owl", false,          {0xD6DEEB, 0x1D3B53, 0x011627, 0xEF5350, 0x22DA6E, 0xADDB67, 0x82AAFF, 0xC792EA, 0x21C7A8, 0xFFFFFF, 0xF78C6C}},
    {"nord", false,               {0xD8DEE9, 0x434C5E, 0x3B4252, 0xBF616A, 0xA3BE8C, 0xEBCB8B, 0x81A1C1, 0xB48EAD, 0x88C0D0, 0xE5E9F0, 0xD08770}},
    {"one-half-dark", false,      {0xDCDFE4, 0x474E5D, 0x282C34, 0xE06C75, 0x98C379, 0xE5C07B, 0x61AFEF, 0xC678DD, 0x56B6C2, 0xDCDFE4, 0xD19A66}},
    {"one-half-light", true,      {0x383A42, 0xD4D4D4, 0x383A42, 0xE45649, 0x50A14F, 0xC18401, 0x0184BC, 0xA626A4, 0x0997B3, 0xFAFAFA, 0xC18401}},
    {"onedark", false,            {0xABB2BF, 0x3E4452, 0x282C34, 0xE06C75, 0x98C379, 0xE5C07B, 0x61AFEF, 0xC678DD, 0x56B6C2, 0xABB2BF, 0xD19A66}},
    {"solarized-dark", false,     {0x93A1A1, 0x586E75, 0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0xCB4B16}},
    {"solarized-light", true,     {0x657B83, 0xD3CBB7, 0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xFDF6E3, 0xCB4B16}},
    {"tokyo-night", false,        {0xA9B1D6, 0x33467C, 0x1A1B26, 0xF7768E, 0x9ECE6A, 0xE0AF68, 0x7AA2F7, 0xBB9AF7, 0x7DCFFF, 0xC0CAF5, 0xFF9E64}},
    {"tokyo-night-light", true,   {0x343B58, 0xB7C1E3, 0x0F0F14, 0x8C4351, 0x485E30, 0x8F5E15, 0x34548A, 0x5A4A78, 0x0F4B6E, 0xD5D6DB, 0x965027}},
    {"tokyo-night-storm", false,  {0xA9B1D6, 0x3B4261, 0x24283B, 0xF7768E, 0x9ECE6A, 0xE0AF68, 0x7AA2F7, 0xBB9AF7, 0x7DCFFF, 0xC0CAF5, 0xFF9E64}},
};
// clang-format on
static_assert(std::ranges::is_sorted(kBundledThemes, {}, &BundledTheme::name));

constexpr std::string_view kDefaultName = "default";

Color rgb_of(std::uint32_t value) {
  return Color::rgb(static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                    static_cast<std::uint8_t>(value));
}

model::ThemeColors theme_of_row(const BundledTheme& row) {
  const auto color = [&](std::size_t i) { return rgb_of(row.colors[i]); };
  return theme_of({.fg = color(0),
                   .bg = color(1),
                   .black = color(2),
                   .red = color(3),
                   .green = color(4),
                   .yellow = color(5),
                   .blue = color(6),
                   .magenta = color(7),
                   .cyan = color(8),
                   .white = color(9),
                   .orange = color(10)},
                  row.is_light);
}

}  // namespace

std::vector<std::string_view> bundled_theme_names() {
  std::vector<std::string_view> names;
  for (const BundledTheme& row : kBundledThemes) names.push_back(row.name);
  names.insert(std::ranges::upper_bound(names, kDefaultName), kDefaultName);
  return names;
}

std::optional<model::ThemeColors> find_bundled_theme(std::string_view name, model::Theme kind) {
  if (name == kDefaultName) return model::default_theme(kind);
  const auto found = std::ranges::find(kBundledThemes, name, &BundledTheme::name);
  if (found == std::end(kBundledThemes)) return std::nullopt;
  return theme_of_row(*found);
}

}  // namespace mux::config
