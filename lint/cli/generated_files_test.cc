// The committed completions and the manual page are what the tables give.  To
// bring one up to date: klint generate KIND > FILE.
#include "tests/support/generated_files.h"
#include "lint/cli/commands.h"

TEST_CASE("completions and the manual page are current") {
  tests::check_generated_files(lint::cli::program_info(), "klint");
}
