#include "lint/cli/watch.h"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <string_view>

#include "common/events/file_watch.h"
#include "lint/cli/print.h"

namespace lint::cli {
namespace {

constexpr unsigned kQuietMilliseconds = 50;
constexpr std::string_view kEndings[] = {".py", ".pyi", ".pyw", ".ipynb", ".toml"};

bool is_relevant(std::string_view name) {
  return std::ranges::any_of(kEndings, [&](std::string_view end) { return name.ends_with(end); });
}

void clear_screen() {
  if (::isatty(STDOUT_FILENO) != 0) print_document("\x1b[H\x1b[2J\x1b[3J");
}

}  // namespace

std::string timed(std::string_view news) {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, "[%H:%M:%S %p] ", &local);
  return std::string(text, size).append(news).append("\n");
}

int watch(const std::vector<std::string>& paths, bool says_news,
          const std::function<int()>& round) {
  std::string_view news = "Starting linter in watch mode...\n";
  for (;;) {
    // Before the round, so that no change during it is missed.
    auto watch = common::events::FileWatch::create(paths);
    if (!watch) return print_failure(watch.error().message);
    clear_screen();
    if (says_news) print_document(timed(news));
    round();  // Failures were reported; the next change may mend them.
    watch->wait(is_relevant, kQuietMilliseconds);
    news = "File change detected...\n";
  }
}

}  // namespace lint::cli
