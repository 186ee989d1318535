#include <cerrno>
#include <cstdio>
#include <string>

#include "common/cli/help.h"
#include "mux/cli/commands.h"
#include "mux/cli/run_commands.h"

namespace mux::cli {
namespace {

constexpr int kFailed = 2;

int print_error(const common::Error& error) {
  std::fprintf(stderr, "kmux: %s\n", error.message.c_str());
  return kFailed;
}

// A disk that is full shows only here, and the output may be all that was asked for.
int with_output_written(int code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  return print_error({.message = "standard output: " + common::os_error_text(errno)});
}

int print_text(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  return with_output_written(0);
}

}  // namespace

int run(std::span<const char* const> arguments) {
  const auto parsed = parse_command_line(arguments);
  if (!parsed) return print_error(parsed.error());
  const Options& options = parsed->options;
  if (options.help || options.short_help) {
    const common::cli::ProgramInfo info =
        parsed->command == nullptr ? program_info() : command_info(*parsed->command);
    return print_text(options.short_help ? common::cli::short_help(info)
                                         : common::cli::long_help(info));
  }
  if (options.version) return print_text("kmux " + std::string(program_info().version) + "\n");
  const auto code = parsed->command == nullptr ? run_start(options) : parsed->command->run(options);
  return code ? with_output_written(*code) : print_error(code.error());
}

}  // namespace mux::cli
