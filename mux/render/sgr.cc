#include "mux/render/sgr.h"

#include <charconv>
#include <iterator>
#include <string_view>

namespace mux::render {

namespace {

using term::Color;
using term::Style;
using term::Underline;

// Parameters with ';' between them, in place: a style changes with every other cell.
class Parameters {
 public:
  void add(std::string_view parameter) {
    if (size_ > 0) text_[size_++] = ';';
    append(parameter);
  }
  void add(int number) { add({}, number); }
  // `start` and a number; the next ones follow without another start.
  void add(std::string_view start, int number) {
    add(start);
    append_number(number);
  }
  void append(std::string_view text) { size_ += text.copy(text_ + size_, text.size()); }
  void append_number(int number) {
    size_ =
        static_cast<std::size_t>(std::to_chars(text_ + size_, std::end(text_), number).ptr - text_);
  }
  std::string_view text() const { return {text_, size_}; }

 private:
  char text_[160];  // Three colours of 17 bytes, and all attributes, fit twice.
  std::size_t size_ = 0;
};

struct AttributeRow {
  bool (*is_set)(const Style&);
  std::string_view on;
  std::string_view off;
};

constexpr AttributeRow kAttributes[] = {
    {[](const Style& style) { return bool{style.is_italic}; }, "3", "23"},
    {[](const Style& style) { return bool{style.is_blinking}; }, "5", "25"},
    {[](const Style& style) { return bool{style.is_reversed}; }, "7", "27"},
    {[](const Style& style) { return bool{style.is_hidden}; }, "8", "28"},
    {[](const Style& style) { return bool{style.is_struck}; }, "9", "29"},
    {[](const Style& style) { return bool{style.is_overlined}; }, "53", "55"},
};

constexpr std::string_view kUnderlines[] = {"24", "4", "4:2", "4:3", "4:4", "4:5"};

// "0;1": nothing that begins anew is shorter.
constexpr std::size_t kLeastAnew = 3;

enum class Plane : std::uint8_t { Foreground, Background };

void add_color(Plane plane, Color color, Parameters& parameters) {
  const int base = plane == Plane::Foreground ? 30 : 40;
  switch (color.kind()) {
    case Color::Kind::Default:
      parameters.add(base + 9);
      return;
    case Color::Kind::Palette:
      if (color.index() < 8) {
        parameters.add(base + color.index());
      } else if (color.index() < 16) {
        parameters.add(base + 60 + color.index() - 8);
      } else {
        parameters.add(base + 8);
        parameters.add("5;", color.index());
      }
      return;
    case Color::Kind::Rgb:
      parameters.add(base + 8);
      parameters.add("2;", color.red());
      parameters.add(color.green());
      parameters.add(color.blue());
      return;
  }
}

void add_underline_color(Color color, Parameters& parameters) {
  switch (color.kind()) {
    case Color::Kind::Default:
      parameters.add("59");
      return;
    case Color::Kind::Palette:
      parameters.add("58:5:", color.index());
      return;
    case Color::Kind::Rgb:
      parameters.add("58:2::", color.red());
      parameters.append(":");
      parameters.append_number(color.green());
      parameters.append(":");
      parameters.append_number(color.blue());
      return;
  }
}

// All but colours and link.
bool has_same_attributes(const Style& a, const Style& b) {
  Style other = b;
  other.foreground = a.foreground;
  other.background = a.background;
  other.underline_color = a.underline_color;
  other.link = a.link;
  return a == other;
}

void add_attributes(const Style& from, const Style& to, Parameters& parameters) {
  Style current = from;
  if ((from.is_bold && !to.is_bold) || (from.is_dim && !to.is_dim)) {
    parameters.add("22");  // Ends both.
    current.is_bold = current.is_dim = false;
  }
  if (to.is_bold && !current.is_bold) parameters.add("1");
  if (to.is_dim && !current.is_dim) parameters.add("2");
  for (const AttributeRow& row : kAttributes) {
    if (row.is_set(to) != row.is_set(from)) parameters.add(row.is_set(to) ? row.on : row.off);
  }
  if (from.underline != to.underline) {
    parameters.add(kUnderlines[static_cast<std::size_t>(to.underline)]);
  }
}

void add_changes(const Style& from, const Style& to, Parameters& parameters) {
  if (!has_same_attributes(from, to)) add_attributes(from, to, parameters);
  if (from.foreground != to.foreground) add_color(Plane::Foreground, to.foreground, parameters);
  if (from.background != to.background) add_color(Plane::Background, to.background, parameters);
  if (from.underline_color != to.underline_color) {
    add_underline_color(to.underline_color, parameters);
  }
}

Style without_link(Style style) {
  style.link = 0;
  return style;
}

}  // namespace

void append_sgr(const Style& from, const Style& to, std::string& out) {
  const Style target = without_link(to);
  if (without_link(from) == target) return;
  if (target == Style()) {
    out += "\x1b[m";
    return;
  }
  Parameters changes;
  add_changes(from, to, changes);
  Parameters anew;
  anew.add("0");
  // To begin anew repeats all that stays, so it only helps where much ends.
  if (changes.text().size() > kLeastAnew) add_changes({}, to, anew);
  const bool is_shorter = anew.text().size() > 1 && anew.text().size() < changes.text().size();
  ((out += "\x1b[") += is_shorter ? anew.text() : changes.text()) += 'm';
}

}  // namespace mux::render
