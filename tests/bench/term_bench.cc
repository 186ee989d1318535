// Speed of the terminal engine.
//
//   term_bench [--columns C] [--rows R] [--raw] FILE...
//
// prints MB/s of processor time per file: the bytes are written in pieces of 64 KiB,
// as from a pty, with line feeds as a tty sends them (CR LF; --raw: as they are),
// over and over for half a second; the best of several runs.  Then the memory that
// the history of one run takes.
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/term/terminal.h"

namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void write_in_pieces(mux::term::Terminal& terminal, std::string_view bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
    terminal.write(bytes.substr(0, kPiece));
  }
}

std::string as_tty_sends(const std::string& bytes) {
  std::string out;
  for (char c : bytes) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

void measure(const char* name, const std::string& bytes, mux::term::Size size) {
  mux::term::TerminalEvents silence;
  double best = 0;
  std::size_t lines = 0;
  std::size_t memory = 0;
  for (int run = 0; run < 5; ++run) {
    mux::term::Terminal terminal(size, {}, silence);
    const double start = seconds();
    double elapsed = 0;
    double written = 0;
    while (elapsed < 0.5) {
      write_in_pieces(terminal, bytes);
      written += static_cast<double>(bytes.size());
      elapsed = seconds() - start;
    }
    best = std::max(best, written / elapsed / 1e6);
    lines = terminal.history().size();
    memory = terminal.history().bytes();
  }
  std::printf("%8.1f MB/s  %7zu lines of history in %7.2f MB  %s\n", best, lines,
              static_cast<double>(memory) / 1e6, name);
}

}  // namespace

int main(int argc, char** argv) {
  mux::term::Size size{.columns = 200, .rows = 50};
  bool is_raw = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--raw") {
      is_raw = true;
    } else if (argument == "--columns" && i + 1 < argc) {
      size.columns = static_cast<std::uint16_t>(std::atoi(argv[++i]));
    } else if (argument == "--rows" && i + 1 < argc) {
      size.rows = static_cast<std::uint16_t>(std::atoi(argv[++i]));
    } else {
      const auto bytes = common::fs::read_file(argv[i]);
      if (!bytes) {
        std::fprintf(stderr, "%s: %s\n", argv[i], bytes.error().message.c_str());
        return 2;
      }
      measure(argv[i], is_raw ? *bytes : as_tty_sends(*bytes), size);
    }
  }
  return 0;
}
