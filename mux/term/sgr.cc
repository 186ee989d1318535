#include "mux/term/sgr.h"

#include <fmt/format.h>

#include <algorithm>

namespace mux::term {

namespace {

std::uint8_t byte_of(int value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

// Reads a colour that starts with the 5 or 2 at `at`, which is moved behind it.
// With colons RGB may have the number of a colour space before the values.
bool read_color(const Parameters& parameters, std::size_t& at, Color& color) {
  const bool has_colons = at > 0 && parameters.is_joined(at - 1);
  std::size_t end = at;
  if (has_colons) {
    while (parameters.is_joined(end)) ++end;
    ++end;
  }
  const int kind = parameters.value_or(at, 0);
  if (kind == 5) {
    const int index = parameters.value_or(at + 1, 0);
    at = has_colons ? end : at + 2;
    if (index > 255) return false;
    color = Color::palette(static_cast<std::uint8_t>(index));
    return true;
  }
  if (kind == 2) {
    std::size_t first = at + 1;
    if (has_colons && end - at >= 5) ++first;
    const bool is_complete = !has_colons || end >= first + 3;
    const int red = parameters.value_or(first, 0);
    const int green = parameters.value_or(first + 1, 0);
    const int blue = parameters.value_or(first + 2, 0);
    at = has_colons ? end : at + 4;
    if (!is_complete || std::max({red, green, blue}) > 255) return false;
    color = Color::rgb(byte_of(red), byte_of(green), byte_of(blue));
    return true;
  }
  at = has_colons ? end : at + 1;
  return false;
}

// Of 4:n.
void set_underline(Style& style, int kind) {
  if (kind >= 0 && kind <= 5) style.underline = static_cast<Underline>(kind);
}

void apply_attribute(Style& style, int code) {
  switch (code) {
    case 0: {
      const std::uint16_t link = style.link;
      style = Style();
      style.link = link;
      break;
    }
    case 1:
      style.is_bold = true;
      break;
    case 2:
      style.is_dim = true;
      break;
    case 3:
      style.is_italic = true;
      break;
    case 4:
      style.underline = Underline::Single;
      break;
    case 5:
    case 6:
      style.is_blinking = true;
      break;
    case 7:
      style.is_reversed = true;
      break;
    case 8:
      style.is_hidden = true;
      break;
    case 9:
      style.is_struck = true;
      break;
    case 21:
      style.underline = Underline::Double;
      break;
    case 22:
      style.is_bold = false;
      style.is_dim = false;
      break;
    case 23:
      style.is_italic = false;
      break;
    case 24:
      style.underline = Underline::None;
      break;
    case 25:
      style.is_blinking = false;
      break;
    case 27:
      style.is_reversed = false;
      break;
    case 28:
      style.is_hidden = false;
      break;
    case 29:
      style.is_struck = false;
      break;
    case 39:
      style.foreground = Color();
      break;
    case 49:
      style.background = Color();
      break;
    case 53:
      style.is_overlined = true;
      break;
    case 55:
      style.is_overlined = false;
      break;
    case 59:
      style.underline_color = Color();
      break;
    default:
      break;
  }
}

// 30 to 37, 40 to 47 and the bright ones.
bool apply_basic_color(Style& style, int code) {
  const auto index = static_cast<std::uint8_t>(code % 10);
  if (index > 7) return false;
  switch (code / 10) {
    case 3:
      style.foreground = Color::palette(index);
      return true;
    case 4:
      style.background = Color::palette(index);
      return true;
    case 9:
      style.foreground = Color::palette(static_cast<std::uint8_t>(index + 8));
      return true;
    case 10:
      style.background = Color::palette(static_cast<std::uint8_t>(index + 8));
      return true;
    default:
      return false;
  }
}

Color* color_member(Style& style, int code) {
  switch (code) {
    case 38:
      return &style.foreground;
    case 48:
      return &style.background;
    case 58:
      return &style.underline_color;
    default:
      return nullptr;
  }
}

void append_color(std::string& out, Color color, int code) {
  if (color.kind() == Color::Kind::Rgb) {
    out += fmt::format(";{}:2::{}:{}:{}", code, color.red(), color.green(), color.blue());
  } else if (color.kind() == Color::Kind::Palette && code != 58 && color.index() < 8) {
    out += fmt::format(";{}", code - 8 + color.index());
  } else if (color.kind() == Color::Kind::Palette && code != 58 && color.index() < 16) {
    out += fmt::format(";{}", code + 52 + color.index() - 8);
  } else if (color.kind() == Color::Kind::Palette) {
    out += fmt::format(";{}:5:{}", code, color.index());
  }
}

}  // namespace

void apply_sgr(Style& style, const Parameters& parameters, std::size_t first) {
  if (first >= parameters.count()) apply_attribute(style, 0);
  for (std::size_t i = first; i < parameters.count();) {
    const int code = parameters.value_or(i, 0);
    const bool has_part = parameters.is_joined(i);
    if (Color* const color = color_member(style, code)) {
      ++i;
      read_color(parameters, i, *color);
    } else if (has_part) {
      if (code == 4) set_underline(style, parameters.value_or(i + 1, 1));
      while (parameters.is_joined(i)) ++i;
      ++i;
    } else {
      if (!apply_basic_color(style, code)) apply_attribute(style, code);
      ++i;
    }
  }
}

std::string attributes_text(const Style& style) {
  std::string out = "0";
  if (style.is_bold) out += ";1";
  if (style.is_dim) out += ";2";
  if (style.is_italic) out += ";3";
  if (style.underline == Underline::Single) out += ";4";
  if (style.underline > Underline::Single) {
    out += fmt::format(";4:{}", static_cast<int>(style.underline));
  }
  if (style.is_blinking) out += ";5";
  if (style.is_reversed) out += ";7";
  if (style.is_hidden) out += ";8";
  if (style.is_struck) out += ";9";
  if (style.is_overlined) out += ";53";
  return out;
}

std::string sgr_text(const Style& style) {
  std::string out = attributes_text(style);
  append_color(out, style.foreground, 38);
  append_color(out, style.background, 48);
  append_color(out, style.underline_color, 58);
  return out;
}

}  // namespace mux::term
