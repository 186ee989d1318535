// The committed completions and the manual page are what the tables give.  To
// bring one up to date: kmux generate KIND > FILE.
#include "tests/support/generated_files.h"

#include "mux/cli/commands.h"
#include "mux/config/option.h"

namespace mux::cli {
namespace {

TEST_CASE("completions and the manual page are current") {
  tests::check_generated_files(program_info(), "kmux");
}

TEST_CASE("every option is a flag with a description") {
  const auto commands = program_info().commands;
  const auto command = std::ranges::find(commands, "options", &common::cli::ProgramInfo::name);
  REQUIRE(command != commands.end());
  for (const config::Option* option : config::options()) {
    CAPTURE(option->key);
    const auto flag = std::ranges::find(command->flags, option->key, &common::cli::FlagInfo::name);
    REQUIRE(flag != command->flags.end());
    CHECK(!(*flag)->docs.empty());
  }
}

}  // namespace
}  // namespace mux::cli
