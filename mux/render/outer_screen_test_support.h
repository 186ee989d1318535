// OuterScreen: a terminal for tests, with an opinion of its own about widths.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/width.h"
#include "mux/render/capabilities.h"
#include "mux/term/style.h"

namespace mux::render {

inline constexpr Capabilities kFull{.has_underline_styles = true,
                                    .has_overline = true,
                                    .has_repeat = true,
                                    .has_synchronized_output = true,
                                    .has_side_margins = true,
                                    .has_hyperlinks = true};
inline constexpr Capabilities kPlain{
    .colors = ColorDepth::Eight, .has_background_erase = false, .has_scroll = false};

struct OuterCell {
  std::string text;  // Empty: blank, or the second half of a wide character.
  bool is_tail = false;
  term::Style style;  // Its link is not used.
  std::string link;
};

class OuterScreen {
 public:
  OuterScreen(int columns, int rows)
      : columns_(columns),
        rows_(rows),
        bottom_(rows),
        right_(columns),
        cells_(static_cast<std::size_t>(columns * rows)) {}

  // What the terminal takes for the width of a character.
  std::function<int(char32_t)> width = [](char32_t c) {
    return static_cast<int>(common::display_width(c));
  };

  void write(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) at = step(bytes, at);
  }

  const OuterCell& cell(int x, int y) const { return cells_[index(x, y)]; }
  int x() const { return x_; }
  int y() const { return y_; }
  bool is_visible() const { return is_visible_; }
  bool is_synchronized() const { return is_synchronized_; }
  int shape() const { return shape_; }

 private:
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * columns_ + x); }

  std::size_t step(std::string_view bytes, std::size_t at) {
    const char c = bytes[at];
    if (c == '\x1b') return escape(bytes, at + 1);
    if (c == '\r') x_ = 0;
    if (c == '\b') x_ = std::max(x_ - 1, 0);
    if (c == '\n') line_feed();
    if (static_cast<unsigned char>(c) < 0x20) return at + 1;
    print(common::next_code_point(bytes, at));
    return at;
  }

  std::size_t escape(std::string_view bytes, std::size_t at) {
    REQUIRE(at < bytes.size());
    if (bytes[at] == 'M') {
      if (y_ == top_) {
        scroll(top_, bottom_, -1);
      } else if (y_ > 0) {
        --y_;
      }
      return at + 1;
    }
    if (bytes[at] == ']') {
      const std::size_t end = bytes.find("\x1b\\", at);
      REQUIRE(end != std::string_view::npos);
      const std::string_view text = bytes.substr(at + 1, end - at - 1);
      REQUIRE(text.starts_with("8;"));
      link_ = text.substr(text.find(';', 2) + 1);
      return end + 2;
    }
    REQUIRE(bytes[at] == '[');
    const std::size_t start = ++at;
    while (bytes[at] < 0x40) ++at;
    control(bytes.substr(start, at - start), bytes[at]);
    return at + 1;
  }

  static std::vector<int> numbers_of(std::string_view text, char separator) {
    std::vector<int> numbers(1, 0);
    for (char c : text) {
      if (c == separator) {
        numbers.push_back(0);
      } else if (c >= '0' && c <= '9') {
        numbers.back() = numbers.back() * 10 + (c - '0');
      }
    }
    return numbers;
  }

  void control(std::string_view text, char final) {
    if (final == 'm') return set_style(text);
    const std::vector<int> numbers = numbers_of(text, ';');
    const int count = std::max(numbers[0], 1);
    const int second = numbers.size() > 1 ? numbers[1] : 0;
    const int most = y_ < bottom_ ? bottom_ - 1 : rows_ - 1;
    const int least = y_ >= top_ ? top_ : 0;
    switch (final) {
      case 'A':
        y_ = std::max(y_ - count, least);
        break;
      case 'B':
        y_ = std::min(y_ + count, most);
        break;
      case 'C':
        x_ = std::min(x_ + count, columns_ - 1);
        break;
      case 'D':
        x_ = std::max(x_ - count, 0);
        break;
      case 'G':
        x_ = std::min(count, columns_) - 1;
        break;
      case 'd':
        y_ = std::min(count, rows_) - 1;
        break;
      case 'H':
        y_ = std::min(count, rows_) - 1;
        x_ = std::clamp(second, 1, columns_) - 1;
        break;
      case 'J':
        if (numbers[0] == 2) {
          erase(0, 0, columns_ * rows_);
        } else {
          erase(x_, y_, columns_ * rows_ - y_ * columns_ - x_);
        }
        break;
      case 'K':
        erase(x_, y_, columns_ - x_);
        break;
      case 'X':
        erase(x_, y_, std::min(count, columns_ - x_));
        break;
      case 'S':
        scroll(top_, bottom_, count);
        break;
      case 'T':
        scroll(top_, bottom_, -count);
        break;
      case 'M':
      case 'L':
        if (y_ >= top_ && y_ < bottom_) scroll(y_, bottom_, final == 'M' ? count : -count);
        x_ = 0;
        break;
      case 'b':
        for (int i = 0; i < count; ++i) print(last_);
        break;
      case 'r':
        top_ = count - 1;
        bottom_ = second == 0 ? rows_ : second;
        REQUIRE((text.empty() || bottom_ - top_ >= 2));
        x_ = y_ = 0;
        break;
      case 's':
        REQUIRE(has_side_margins_);
        left_ = numbers[0] - 1;
        right_ = second;
        REQUIRE(right_ - left_ >= 2);
        x_ = y_ = 0;
        break;
      case 'q':
        shape_ = numbers[0];
        break;
      case 'h':
      case 'l':
        set_mode(text, final == 'h');
        break;
      default:
        FAIL("an unknown sequence");
    }
  }

  void set_mode(std::string_view text, bool is_set) {
    if (text == "?25") is_visible_ = is_set;
    if (text == "?2026") is_synchronized_ = is_set;
    if (text == "?69") {
      has_side_margins_ = is_set;
      left_ = 0;
      right_ = columns_;
    }
  }

  void set_style(std::string_view text) {
    std::vector<std::string> fields(1);
    for (char c : text) {
      if (c == ';') {
        fields.emplace_back();
      } else {
        fields.back() += c;
      }
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::vector<int> sub = numbers_of(fields[i], ':');
      const auto field = [&](std::size_t n) {
        return static_cast<std::uint8_t>(std::stoi(fields.at(i + n)));
      };
      const int code = sub[0];
      if (code == 38 || code == 48) {
        term::Color& color = code == 38 ? pen_.foreground : pen_.background;
        if (field(1) == 5) {
          color = term::Color::palette(field(2));
          i += 2;
        } else {
          color = term::Color::rgb(field(2), field(3), field(4));
          i += 4;
        }
      } else if (code == 58) {
        const auto part = [&](std::size_t n) { return static_cast<std::uint8_t>(sub.at(n)); };
        pen_.underline_color = sub[1] == 5 ? term::Color::palette(part(2))
                                           : term::Color::rgb(part(3), part(4), part(5));
      } else {
        set_attribute(code, sub.size() > 1 ? sub[1] : 1);
      }
    }
  }

  void set_attribute(int code, int kind) {
    const auto color = [](int i) { return term::Color::palette(static_cast<std::uint8_t>(i)); };
    if (code >= 30 && code <= 37) pen_.foreground = color(code - 30);
    if (code >= 40 && code <= 47) pen_.background = color(code - 40);
    if (code >= 90 && code <= 97) pen_.foreground = color(code - 90 + 8);
    if (code >= 100 && code <= 107) pen_.background = color(code - 100 + 8);
    switch (code) {
      case 0:
        pen_ = {};
        break;
      case 1:
        pen_.is_bold = true;
        break;
      case 2:
        pen_.is_dim = true;
        break;
      case 3:
        pen_.is_italic = true;
        break;
      case 4:
        pen_.underline = static_cast<term::Underline>(kind);
        break;
      case 5:
        pen_.is_blinking = true;
        break;
      case 7:
        pen_.is_reversed = true;
        break;
      case 8:
        pen_.is_hidden = true;
        break;
      case 9:
        pen_.is_struck = true;
        break;
      case 22:
        pen_.is_bold = pen_.is_dim = false;
        break;
      case 23:
        pen_.is_italic = false;
        break;
      case 24:
        pen_.underline = term::Underline::None;
        break;
      case 25:
        pen_.is_blinking = false;
        break;
      case 27:
        pen_.is_reversed = false;
        break;
      case 28:
        pen_.is_hidden = false;
        break;
      case 29:
        pen_.is_struck = false;
        break;
      case 39:
        pen_.foreground = {};
        break;
      case 49:
        pen_.background = {};
        break;
      case 53:
        pen_.is_overlined = true;
        break;
      case 55:
        pen_.is_overlined = false;
        break;
      case 59:
        pen_.underline_color = {};
        break;
      default:
        break;
    }
  }

  OuterCell blank() const {
    OuterCell cell;
    cell.style.background = pen_.background;
    return cell;
  }

  void break_wide(int x, int y) {
    OuterCell& here = cells_[index(x, y)];
    if (here.is_tail && x > 0) cells_[index(x - 1, y)].text.clear();
    if (x + 1 < columns_ && cells_[index(x + 1, y)].is_tail)
      cells_[index(x + 1, y)].is_tail = false;
    here.is_tail = false;
  }

  void erase(int x, int y, int count) {
    for (int i = y * columns_ + x; i < y * columns_ + x + count; ++i) {
      break_wide(i % columns_, i / columns_);
      cells_[static_cast<std::size_t>(i)] = blank();
    }
  }

  void line_feed() {
    if (y_ == bottom_ - 1) {
      scroll(top_, bottom_, 1);
    } else if (y_ + 1 < rows_) {
      ++y_;
    }
  }

  void scroll(int top, int bottom, int lines) {
    const std::vector<OuterCell> before = cells_;
    for (int y = top; y < bottom; ++y) {
      const int from = y + lines;
      for (int x = left_; x < right_; ++x) {
        cells_[index(x, y)] = from >= top && from < bottom ? before[index(x, from)] : blank();
      }
    }
  }

  void print(char32_t character) {
    const int columns = width(character);
    std::string text;
    common::append_utf8(character, text);
    if (columns == 0) {
      cells_[index(last_x_, last_y_)].text += text;
      return;
    }
    if (x_ + columns > columns_) return;
    for (int i = 0; i < columns; ++i) break_wide(x_ + i, y_);
    cells_[index(x_, y_)] = {character == ' ' ? std::string() : text, false, pen_, link_};
    if (columns == 2) cells_[index(x_ + 1, y_)] = {{}, true, pen_, link_};
    last_ = character;
    last_x_ = x_;
    last_y_ = y_;
    x_ = std::min(x_ + columns, columns_ - 1);
  }

  int columns_, rows_;
  int x_ = 0, y_ = 0;
  int last_x_ = 0, last_y_ = 0;
  char32_t last_ = ' ';
  int top_ = 0, bottom_, left_ = 0, right_;
  bool has_side_margins_ = false;
  bool is_visible_ = true;
  bool is_synchronized_ = false;
  int shape_ = 0;
  term::Style pen_;
  std::string link_;
  std::vector<OuterCell> cells_;
};

}  // namespace mux::render
