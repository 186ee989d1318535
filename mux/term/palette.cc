#include "mux/term/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace mux::term {

namespace {

struct NamedColor {
  std::string_view name;
  Color color;
};

constexpr NamedColor kNamedColors[] = {
    {"black", Color::rgb(0, 0, 0)},          {"blue", Color::rgb(0, 0, 255)},
    {"brown", Color::rgb(165, 42, 42)},      {"cyan", Color::rgb(0, 255, 255)},
    {"gold", Color::rgb(255, 215, 0)},       {"gray", Color::rgb(190, 190, 190)},
    {"green", Color::rgb(0, 255, 0)},        {"grey", Color::rgb(190, 190, 190)},
    {"magenta", Color::rgb(255, 0, 255)},    {"maroon", Color::rgb(176, 48, 96)},
    {"navy", Color::rgb(0, 0, 128)},         {"orange", Color::rgb(255, 165, 0)},
    {"pink", Color::rgb(255, 192, 203)},     {"purple", Color::rgb(160, 32, 240)},
    {"red", Color::rgb(255, 0, 0)},          {"tan", Color::rgb(210, 180, 140)},
    {"turquoise", Color::rgb(64, 224, 208)}, {"violet", Color::rgb(238, 130, 238)},
    {"white", Color::rgb(255, 255, 255)},    {"yellow", Color::rgb(255, 255, 0)},
};

constexpr Color kFirstColors[16] = {
    Color::rgb(0, 0, 0),      Color::rgb(205, 0, 0),     Color::rgb(0, 205, 0),
    Color::rgb(205, 205, 0),  Color::rgb(0, 0, 238),     Color::rgb(205, 0, 205),
    Color::rgb(0, 205, 205),  Color::rgb(229, 229, 229), Color::rgb(127, 127, 127),
    Color::rgb(255, 0, 0),    Color::rgb(0, 255, 0),     Color::rgb(255, 255, 0),
    Color::rgb(92, 92, 255),  Color::rgb(255, 0, 255),   Color::rgb(0, 255, 255),
    Color::rgb(255, 255, 255)};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// 1 to 4 digits as eight bits; the value is scaled, or for "#rgb" shifted.
std::optional<std::uint8_t> parse_part(std::string_view digits, bool is_scaled) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  unsigned value = 0;
  for (char c : digits) {
    const int digit = hex_digit(c);
    if (digit < 0) return std::nullopt;
    value = value << 4 | static_cast<unsigned>(digit);
  }
  const unsigned bits = static_cast<unsigned>(digits.size()) * 4;
  const unsigned most = (1u << bits) - 1;
  if (is_scaled) return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
  return static_cast<std::uint8_t>(bits >= 8 ? value >> (bits - 8) : value << (8 - bits));
}

std::optional<Color> color_of(std::optional<std::uint8_t> r, std::optional<std::uint8_t> g,
                              std::optional<std::uint8_t> b) {
  if (!r || !g || !b) return std::nullopt;
  return Color::rgb(*r, *g, *b);
}

}  // namespace

Color default_palette_color(std::uint8_t index) {
  if (index < 16) return kFirstColors[index];
  if (index >= 232) {
    const auto grey = static_cast<std::uint8_t>(8 + 10 * (index - 232));
    return Color::rgb(grey, grey, grey);
  }
  const auto level = [](int step) {
    return static_cast<std::uint8_t>(step == 0 ? 0 : 55 + 40 * step);
  };
  const int cube = index - 16;
  return Color::rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

std::optional<Color> Palette::find(std::uint16_t index) const {
  const auto found = changed_.find(index);
  if (found == changed_.end()) return std::nullopt;
  return found->second;
}

void Palette::reset_indexed() {
  changed_.erase(changed_.begin(), changed_.lower_bound(256));
  ++version_;
}

std::optional<Color> parse_color(std::string_view text) {
  if (text.starts_with('#')) {
    text.remove_prefix(1);
    const std::size_t part = text.size() / 3;
    if (text.size() % 3 != 0) return std::nullopt;
    return color_of(parse_part(text.substr(0, part), false),
                    parse_part(text.substr(part, part), false),
                    parse_part(text.substr(2 * part), false));
  }
  if (text.starts_with("rgb:")) {
    text.remove_prefix(4);
    const std::size_t first = text.find('/');
    const std::size_t second = text.find('/', first == text.npos ? first : first + 1);
    if (second == text.npos) return std::nullopt;
    return color_of(parse_part(text.substr(0, first), true),
                    parse_part(text.substr(first + 1, second - first - 1), true),
                    parse_part(text.substr(second + 1), true));
  }
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto* const found = std::ranges::find(kNamedColors, lower, &NamedColor::name);
  if (found == std::end(kNamedColors)) return std::nullopt;
  return found->color;
}

// By how bright it seems, in thousandths of a level.
bool is_dark(Color rgb) {
  return rgb.red() * 299 + rgb.green() * 587 + rgb.blue() * 114 < 128 * 1000;
}

std::string color_text(Color rgb) {
  return fmt::format("rgb:{0:02x}{0:02x}/{1:02x}{1:02x}/{2:02x}{2:02x}", rgb.red(), rgb.green(),
                     rgb.blue());
}

}  // namespace mux::term
