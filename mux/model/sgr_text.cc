#include "mux/model/sgr_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "mux/term/sgr.h"

namespace mux::model {

namespace {

using term::Color;
using term::Style;

struct ColorCodes {
  int base;      // Of the eight: 30 or 40; 0: there are none.
  int extended;  // 38, 48 or 58.
};
constexpr ColorCodes kForeground{.base = 30, .extended = 38};
constexpr ColorCodes kBackground{.base = 40, .extended = 48};
constexpr ColorCodes kUnderline{.base = 0, .extended = 58};

void append_color(Color color, ColorCodes codes, std::string& out) {
  constexpr int kBright = 60 - 8;
  if (color.kind() == Color::Kind::Rgb) {
    out += fmt::format(";{};2;{};{};{}", codes.extended, color.red(), color.green(), color.blue());
  } else if (color.kind() == Color::Kind::Palette) {
    const int index = color.index();
    if (codes.base != 0 && index < 16) {
      out += fmt::format(";{}", codes.base + index + (index < 8 ? 0 : kBright));
    } else {
      out += fmt::format(";{};5;{}", codes.extended, index);
    }
  }
}

std::string sgr_of(const Style& style) {
  std::string out = "\x1b[" + term::attributes_text(style);
  append_color(style.foreground, kForeground, out);
  append_color(style.background, kBackground, out);
  append_color(style.underline_color, kUnderline, out);
  return out + 'm';
}

constexpr std::size_t kMostKnown = 16;

}  // namespace

std::string_view mark_text(term::PromptMark mark) {
  switch (mark) {
    case term::PromptMark::Prompt:
      return "\x1b]133;A\x1b\\";
    case term::PromptMark::Input:
      return "\x1b]133;B\x1b\\";
    case term::PromptMark::Output:
      return "\x1b]133;C\x1b\\";
    case term::PromptMark::None:
      break;
  }
  return {};
}

void SgrWriter::append(const Style& style, std::string& out) {
  const auto found = std::ranges::find(known_, style, &std::pair<Style, std::string>::first);
  if (found != known_.end()) {
    out += found->second;
    return;
  }
  std::pair<Style, std::string> written(style, sgr_of(style));
  out += written.second;
  if (known_.size() < kMostKnown) {
    known_.push_back(std::move(written));
  } else {
    known_[next_] = std::move(written);
    next_ = (next_ + 1) % kMostKnown;
  }
}

}  // namespace mux::model
