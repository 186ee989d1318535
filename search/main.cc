// kgrep: searches trees by regular expression.
//
// parse -> special modes -> plan -> run -> exit code.
#include <malloc.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "search/cli/make_plan.h"
#include "search/cli/parse_command.h"
#include "search/cli/special.h"
#include "search/run/run.h"

namespace {

constexpr int kMatched = 0;
constexpr int kNoMatch = 1;
constexpr int kError = 2;

// Messages begin with the name the program was started under, so that they
// stay true for `rg` as a link to kgrep.
std::string program_name(const char* argument) {
  if (argument == nullptr) return "kgrep";
  const std::string_view path = argument;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.empty() ? "kgrep" : std::string(name);
}

const char* environment(const char* name) {
  return std::getenv(name);
}

void print_message(const std::string& program, std::string_view message) {
  std::fprintf(stderr, "%s: %.*s\n", program.c_str(), static_cast<int>(message.size()),
               message.data());
}

int fail(const std::string& program, const common::Error& error) {
  print_message(program, error.message);
  return kError;
}

// Prints to standard output; a reader that went away is no error.
int print_document(const std::string& program, const std::string& text, int exit_code) {
  errno = 0;
  const bool is_written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (is_written || errno == EPIPE) return exit_code;
  return fail(program, {"standard output: " + common::os_error_text(errno), errno});
}

int search_main(const std::string& program, const search::Options& options) {
  const auto plan = search::make_plan(options, environment);
  if (!plan) return fail(program, plan.error());
  const search::RunResult result = search::run(*plan, program);
  if (result.matched && (plan->is_quiet || !result.errored)) return kMatched;
  return result.errored ? kError : kNoMatch;
}

int run_command(const std::string& program, const search::Options& options) {
  using search::Mode;
  if (options.special != search::Special::None) {
    const auto output = search::special_output(options.special);
    return print_document(program, output.text, output.exit_code);
  }
  for (const std::string& warning : options.warnings) print_message(program, warning);
  if (options.mode == Mode::Generate) {
    return print_document(program, search::generated_document(options.document), kMatched);
  }
  if (options.mode == Mode::TypeList) {
    const auto output = search::type_list(options);
    if (!output) return fail(program, output.error());
    return print_document(program, output->text, output->exit_code);
  }
  return search_main(program, options);
}

}  // namespace

int main(int argc, char** argv) {
  // What is as large as this goes back to the system when it is done with.  Otherwise the
  // limit grows with what was freed, and the buffers of the largest files stay.
  ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
  // A closed pipe shows as EPIPE on write, which ends the run quietly.
  std::signal(SIGPIPE, SIG_IGN);
  const std::string program = program_name(argc > 0 ? argv[0] : nullptr);
  const auto options = search::parse_command(
      std::span<const char* const>(argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0)),
      environment);
  if (!options) return fail(program, options.error());
  return run_command(program, *options);
}
