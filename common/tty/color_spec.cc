#include "common/tty/color_spec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace common::tty {

namespace {

struct ColorName {
  std::string_view name;
  std::uint8_t index;
};
// In the order in which messages list them.
constexpr ColorName kColorNames[] = {{"black", 0}, {"blue", 4},    {"green", 2},  {"red", 1},
                                     {"cyan", 6},  {"magenta", 5}, {"yellow", 3}, {"white", 7}};

struct StyleName {
  std::string_view name;
  ColorSpec::Attribute attribute;
  bool on;
};
constexpr StyleName kStyleNames[] = {
    {"nobold", ColorSpec::Bold, false},           {"bold", ColorSpec::Bold, true},
    {"nointense", ColorSpec::Intense, false},     {"intense", ColorSpec::Intense, true},
    {"nounderline", ColorSpec::Underline, false}, {"underline", ColorSpec::Underline, true},
    {"noitalic", ColorSpec::Italic, false},       {"italic", ColorSpec::Italic, true}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string joined(std::span<const std::string_view> names, std::string_view separator) {
  std::string out;
  for (std::string_view name : names) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

template <typename Row, std::size_t kSize>
std::string names_of(const Row (&rows)[kSize]) {
  std::string_view names[kSize];
  std::ranges::transform(rows, names, &Row::name);
  return joined(names, ", ");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

// 0-255, decimal or with 0x, a '+' before the digits allowed.
std::optional<std::uint8_t> parse_byte(std::string_view text) {
  const int base = text.starts_with("0x") ? 16 : 10;
  if (base == 16) text.remove_prefix(2);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint8_t number = 0;
  const char* const end = text.end();
  const auto result = std::from_chars(text.begin(), end, number, base);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

Result<Color> parse_rgb(std::string_view text, const std::vector<std::string_view>& pieces) {
  std::array<std::uint8_t, 3> bytes{};
  bool valid = pieces.size() == bytes.size();
  for (std::size_t i = 0; valid && i < bytes.size(); ++i) {
    const std::optional<std::uint8_t> byte = parse_byte(pieces[i]);
    valid = byte.has_value();
    bytes[i] = byte.value_or(0);
  }
  if (!valid) {
    return fail(
        "unrecognized RGB color triple, should be '[0-255],[0-255],[0-255]' (or a hex "
        "triple), but is '" +
        std::string(text) + "'");
  }
  return Color{.kind = Color::Rgb, .red = bytes[0], .green = bytes[1], .blue = bytes[2]};
}

Result<Color> parse_color(std::string_view text) {
  const auto name = std::ranges::find(kColorNames, lower(text), &ColorName::name);
  if (name != std::end(kColorNames)) return Color{.kind = Color::Basic, .index = name->index};
  const std::vector<std::string_view> pieces = split(text, ',');
  if (pieces.size() > 1) return parse_rgb(text, pieces);
  if (const std::optional<std::uint8_t> index = parse_byte(text)) {
    return Color{.kind = Color::Indexed, .index = *index};
  }
  if (is_hexadecimal(text)) {
    return fail(
        "unrecognized ansi256 color number, should be '[0-255]' (or a hex number), but is "
        "'" +
        std::string(text) + "'");
  }
  return fail("unrecognized color name '" + std::string(text) +
              "'. Choose from: " + names_of(kColorNames));
}

Result<ColorSpec> parse_style(std::size_t field, std::string_view value) {
  const auto style = std::ranges::find(kStyleNames, lower(value), &StyleName::name);
  if (style == std::end(kStyleNames)) {
    return fail("unrecognized style attribute '" + std::string(value) +
                "'. Choose from: " + names_of(kStyleNames) + ".");
  }
  return ColorSpec{.field = field, .attribute = style->attribute, .on = style->on};
}

std::unexpected<Error> bad_format(std::string_view text, std::span<const std::string_view> fields) {
  return fail("invalid color spec format: '" + std::string(text) + "'. Valid format is '(" +
              joined(fields, "|") + "):(fg|bg|style):(value)'.");
}

}  // namespace

void ColorSpec::apply_to(Style& style) const {
  switch (attribute) {
    case Clear:
      style = Style();
      return;
    case Foreground:
      style.foreground = color;
      return;
    case Background:
      style.background = color;
      return;
    case Bold:
      style.bold = on;
      return;
    case Intense:
      style.intense = on;
      return;
    case Underline:
      style.underline = on;
      return;
    case Italic:
      style.italic = on;
      return;
  }
}

Result<ColorSpec> parse_color_spec(std::string_view text,
                                   std::span<const std::string_view> fields) {
  const std::vector<std::string_view> pieces = split(text, ':');
  if (pieces.size() < 2 || pieces.size() > 3) return bad_format(text, fields);
  const auto field = std::ranges::find(fields, lower(pieces[0]));
  if (field == fields.end()) {
    return fail("unrecognized output type '" + std::string(pieces[0]) +
                "'. Choose from: " + joined(fields, ", ") + ".");
  }
  const std::size_t index = static_cast<std::size_t>(field - fields.begin());
  const std::string attribute = lower(pieces[1]);
  if (attribute == "none") return ColorSpec{.field = index};
  if (attribute != "fg" && attribute != "bg" && attribute != "style") {
    return fail("unrecognized spec type '" + std::string(pieces[1]) +
                "'. Choose from: fg, bg, style, none.");
  }
  if (pieces.size() < 3) return bad_format(text, fields);
  if (attribute == "style") return parse_style(index, pieces[2]);
  return ColorSpec{.field = index,
                   .attribute = attribute == "fg" ? ColorSpec::Foreground : ColorSpec::Background,
                   .color = TRY(parse_color(pieces[2]))};
}

}  // namespace common::tty
