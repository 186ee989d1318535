#include "mux/server/outer_terminal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "mux/term/palette.h"

namespace mux::server {

namespace {

using render::ColorDepth;

// Of the terminals that do, how their names or versions begin.
constexpr std::array<std::string_view, 8> kModernTerminals = {
    "alacritty", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty"};

bool is_modern(std::string_view name) {
  return std::ranges::any_of(kModernTerminals,
                             [&](std::string_view start) { return name.starts_with(start); });
}

void add_modern(render::Capabilities& capabilities) {
  capabilities.colors = ColorDepth::True;
  capabilities.has_underline_styles = true;
  capabilities.has_overline = true;
  capabilities.has_hyperlinks = true;
}

std::optional<term::Color> color_of(const input::Report& report) {
  if (report.numbers.size() != 3) return std::nullopt;
  const auto part = [&](std::size_t i) {
    return static_cast<std::uint8_t>(std::clamp(report.numbers[i], 0, 255));
  };
  return term::Color::rgb(part(0), part(1), part(2));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace

render::Capabilities capabilities_of(std::string_view terminal, std::string_view color_terminal) {
  render::Capabilities capabilities;
  if (is_modern(terminal)) {
    add_modern(capabilities);
  } else if (color_terminal == "truecolor" || color_terminal == "24bit") {
    capabilities.colors = ColorDepth::True;
  } else if (terminal.find("256color") != std::string_view::npos) {
    capabilities.colors = ColorDepth::Palette;
  } else if (terminal == "dumb" || terminal.starts_with("vt")) {
    capabilities.colors = ColorDepth::None;
  } else {
    capabilities.colors = ColorDepth::Eight;
  }
  if (terminal.starts_with("linux") || terminal.starts_with("vt")) {
    capabilities.has_scroll = false;
  }
  if (terminal.starts_with("screen")) capabilities.has_background_erase = false;
  return capabilities;
}

bool OuterTerminal::take(const input::Report& report) {
  const render::Capabilities before = capabilities_;
  switch (report.kind) {
    case input::ReportKind::ForegroundColor:
      foreground_ = color_of(report);
      break;
    case input::ReportKind::BackgroundColor:
      background_ = color_of(report);
      if (background_ && !theme_) {
        theme_ = term::is_dark(*background_) ? model::Theme::Dark : model::Theme::Light;
      }
      break;
    case input::ReportKind::ColorScheme:
      if (report.numbers.size() == 2) {
        theme_ = report.numbers[1] == 2 ? model::Theme::Light : model::Theme::Dark;
      }
      break;
    case input::ReportKind::PrivateMode:
      if (report.numbers.size() == 2 && report.numbers[0] == 2026) {
        // 1 set, 2 reset: it knows the mode.
        capabilities_.has_synchronized_output = report.numbers[1] == 1 || report.numbers[1] == 2;
      }
      break;
    case input::ReportKind::Version:
      has_osc99_ = lower(report.text).starts_with("kitty");
      if (is_modern(lower(report.text))) add_modern(capabilities_);
      break;
    case input::ReportKind::KeyboardFlags:
      has_keyboard_flags_ = true;
      break;
    case input::ReportKind::PrimaryAttributes:
      return std::exchange(has_news_, false);
    default:
      break;
  }
  if (capabilities_ != before) has_news_ = true;
  return false;
}

}  // namespace mux::server
