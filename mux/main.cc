// kmux: the terminal multiplexer.
#include <span>

#include "mux/cli/commands.h"

int main(int argc, char** argv) {
  return mux::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
