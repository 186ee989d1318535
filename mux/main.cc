// kmux: the terminal multiplexer.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "mux/debug/debug_command.h"

namespace {

int fail(const common::Error& error) {
  std::fprintf(stderr, "kmux: %s\n", error.message.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.empty() || arguments.front() != "debug") {
    return fail({.message = "usage: kmux debug screen|keys ..."});
  }
  const auto text = mux::debug::run_debug(std::span(arguments).subspan(1));
  if (!text) return fail(text.error());
  return std::fwrite(text->data(), 1, text->size(), stdout) == text->size() ? 0 : 2;
}
