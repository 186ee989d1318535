// The committed completions and the manual page are what the tables give.  To
// bring one up to date: klint generate KIND > FILE.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "common/cli/generate.h"
#include "lint/cli/commands.h"

namespace {

std::string committed(const std::string& path) {
  std::ifstream file(KEEL_SOURCE_DIR "/completions/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("completions and the manual page are current") {
  const common::cli::ProgramInfo program = lint::cli::program_info();
  // Not CHECK(a == b): doctest would print both files.
  const bool bash_is_current = committed("bash/klint.bash") == bash_completion(program);
  CHECK(bash_is_current);
  const bool zsh_is_current = committed("zsh/_klint") == zsh_completion(program);
  CHECK(zsh_is_current);
  const bool fish_is_current = committed("fish/klint.fish") == fish_completion(program);
  CHECK(fish_is_current);
  const bool man_is_current = committed("man/klint.1") == man_page(program);
  CHECK(man_is_current);
}
