#include "search/run/messages.h"

#include <unistd.h>

#include <cerrno>

namespace search {

void Messages::error(std::string_view message) {
  errored_.store(true, std::memory_order_relaxed);
  if (shown_.errors) write("", message);
}

void Messages::ignore_file(std::string_view message) {
  if (shown_.ignore_files) write("", message);
}

void Messages::debug(std::string_view part, std::string_view message) {
  if (shown_.debug) write(std::string("DEBUG|").append(part).append("|"), message);
}

void Messages::write(std::string_view label, std::string_view message) {
  std::string line = program_;
  line.append(": ").append(label).append(message).append("\n");
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // There is nobody left to tell.
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace search
