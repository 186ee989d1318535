// Bytes and time that frames cost.
//
//   render_bench
//
// Each row draws frames as a busy pane would change them: lines that scroll through
// 80 x 24, an editor that scrolls by lines and by pages in 200 x 50 with a status row
// that stays, one letter at a time, and colours everywhere.  "inner" is about what
// the program itself wrote.
#include <time.h>

#include <cstdio>
#include <random>
#include <string>

#include "mux/render/frame_diff.h"

namespace {

using namespace mux::render;

constexpr const char* kWords[] = {"alpha", "bravo", "charlie", "delta",  "echo", "foxtrot",
                                  "golf",  "hotel", "india",   "juliet", "kilo", "lima"};

// In seconds.
double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// One frame after another, and what they cost.
class Screen {
 public:
  Screen(FrameSize size, const Capabilities& capabilities)
      : diff_(capabilities), frame_(size, diff_.tables()) {}

  Frame& frame() { return frame_; }
  StyleId color(int index) {
    Style style;
    if (index > 0) style.foreground = mux::term::Color::palette(static_cast<std::uint8_t>(index));
    return diff_.tables().style(style);
  }
  StyleId reversed() {
    Style style;
    style.is_reversed = true;
    return diff_.tables().style(style);
  }
  StyleId rgb(unsigned value) {
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(value >> shift); };
    Style style;
    style.foreground = mux::term::Color::rgb(byte(0), byte(8), byte(16));
    return diff_.tables().style(style);
  }

  void update(int x, int y) {
    const double start = processor_time();
    bytes_ += diff_.update(frame_, {.x = x, .y = y}).size();
    time_ += processor_time() - start;
    ++frames_;
  }
  void start_counting() {
    bytes_ = frames_ = 0;
    time_ = 0;
  }
  void print(const char* name, std::size_t inner) const {
    std::printf("%-24s %6zu frames %9.1f kB (inner %8.1f kB) %8.1f us of CPU per frame\n", name,
                frames_, static_cast<double>(bytes_) / 1000, static_cast<double>(inner) / 1000,
                time_ * 1e6 / static_cast<double>(frames_));
  }

 private:
  FrameDiff diff_;
  Frame frame_;
  std::size_t bytes_ = 0;
  std::size_t frames_ = 0;
  double time_ = 0;
};

// A line of words, two fifths of them coloured; returns what a program writes for it.
std::size_t write_line(Screen& screen, int y, int number, int most, std::mt19937& random) {
  Frame& frame = screen.frame();
  const int columns = frame.size().columns;
  frame.fill({0, y, columns, 1}, 0);
  char digits[16];
  std::snprintf(digits, sizeof digits, "%5d ", number);
  int x = frame.write(0, y, digits, screen.color(3), columns);
  std::size_t inner = 14;
  const int want = 20 + static_cast<int>(random() % static_cast<unsigned>(most - 20));
  while (x < want) {
    const char* const word = kWords[random() % std::size(kWords)];
    const int color = random() % 5 < 2 ? 1 + static_cast<int>(random() % 5) : 0;
    const int start = x;
    x = frame.write(x, y, word, screen.color(color), columns) + 1;
    inner += static_cast<std::size_t>(x - start) + (color > 0 ? 8 : 0);
  }
  return inner;
}

void write_status(Screen& screen, int number) {
  Frame& frame = screen.frame();
  const auto [columns, rows] = frame.size();
  frame.fill({0, rows - 1, columns, 1}, screen.reversed());
  frame.write(0, rows - 1, " NORMAL  file.c  " + std::to_string(number) + ",1", screen.reversed(),
              columns);
}

void bench_lines(const Capabilities& capabilities) {
  Screen screen({80, 24}, capabilities);
  std::size_t inner = 0;
  std::mt19937 random(1);
  for (int i = 0; i < 1000; ++i) {
    screen.frame().scroll({.area = {0, 0, 80, 24}, .lines = 1});
    std::string line;
    while (line.size() < 78) line += std::string(kWords[random() % std::size(kWords)]) + " ";
    line.resize(78);
    screen.frame().write(0, 23, line, 0, 80);
    inner += 80;
    screen.update(0, 23);
  }
  screen.print("lines, 80 x 24", inner);
}

void bench_editor(const Capabilities& capabilities, bool by_pages) {
  Screen screen({200, 50}, capabilities);
  std::mt19937 random(3);
  int number = 0;
  const auto write_page = [&] {
    std::size_t inner = 0;
    for (int y = 0; y < 49; ++y) inner += write_line(screen, y, ++number, 180, random);
    return inner;
  };
  write_page();
  write_status(screen, number);
  screen.update(7, 24);
  screen.start_counting();
  std::size_t inner = 0;
  for (int step = 0; step < (by_pages ? 40 : 200); ++step) {
    if (by_pages) {
      inner += write_page();
    } else {
      screen.frame().scroll({.area = {0, 0, 200, 49}, .lines = 1});
      inner += write_line(screen, 48, ++number, 180, random) + 40;
    }
    inner += 44;
    write_status(screen, number);
    screen.update(7, 24);
  }
  screen.print(by_pages ? "editor pages, 200 x 50" : "editor lines, 200 x 50", inner);
}

void bench_typing(const Capabilities& capabilities) {
  Screen screen({200, 50}, capabilities);
  std::mt19937 random(5);
  for (int y = 0; y < 40; ++y) write_line(screen, y, y, 180, random);
  screen.update(0, 41);
  screen.start_counting();
  for (int i = 0; i < 1000; ++i) {
    const int x = i % 150;
    screen.frame().put(x, 41 + i / 150, static_cast<char32_t>('a' + i % 26), false, 0);
    screen.update(x + 1, 41 + i / 150);
  }
  screen.print("typing, 200 x 50", 1000);
}

void bench_colors(const Capabilities& capabilities) {
  Screen screen({200, 50}, capabilities);
  std::mt19937 random(6);
  for (int i = 0; i < 50; ++i) {
    for (int y = 0; y < 50; ++y) {
      for (int x = 0; x < 200; ++x) {
        screen.frame().put(x, y, 'a' + (random() & 15), false, screen.rgb(random() & 0xFFFFFF));
      }
    }
    screen.update(0, 0);
  }
  screen.print("colours, 200 x 50", 50 * 50 * 200 * 20);
}

}  // namespace

int main() {
  const Capabilities capabilities{.has_synchronized_output = true};
  bench_lines(capabilities);
  bench_editor(capabilities, false);
  bench_editor(capabilities, true);
  bench_typing(capabilities);
  bench_colors(capabilities);
  return 0;
}
