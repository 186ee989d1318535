#include "common/tty/style.h"

namespace common::tty {

namespace {

// `base`: 30 for foreground, 40 for background.
void append_color(std::string& out, const Color& color, unsigned base, bool intense) {
  out += "\x1b[";
  if (color.kind == Color::Basic && !intense) {
    out += std::to_string(base + color.index);
  } else {
    out += std::to_string(base + 8);
    if (color.kind == Color::Rgb) {
      out += ";2;" + std::to_string(color.red) + ";" + std::to_string(color.green) + ";" +
             std::to_string(color.blue);
    } else {
      const unsigned index = color.index + (color.kind == Color::Basic ? 8U : 0U);
      out += ";5;" + std::to_string(index);
    }
  }
  out += "m";
}

}  // namespace

std::string Style::opening() const {
  std::string out = kReset;
  if (bold) out += "\x1b[1m";
  if (italic) out += "\x1b[3m";
  if (underline) out += "\x1b[4m";
  if (foreground) append_color(out, *foreground, 30, intense);
  if (background) append_color(out, *background, 40, intense);
  return out;
}

}  // namespace common::tty
