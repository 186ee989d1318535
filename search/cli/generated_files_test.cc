// The committed completions and the manual page are what the table gives.  To
// bring one up to date: kgrep --generate KIND > FILE.
#include "tests/support/generated_files.h"
#include "search/cli/parse_command.h"

TEST_CASE("completions and the manual page are current") {
  tests::check_generated_files(search::program_info(), "kgrep");
}
