// Whether what is committed under completions/ is what a program writes about itself.
// The test program defines KEEL_SOURCE_DIR.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "common/cli/generate.h"

namespace tests {

inline std::string committed_completion(const std::string& path) {
  std::ifstream file(KEEL_SOURCE_DIR "/completions/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// `name`: as the files have it.
inline void check_generated_files(const common::cli::ProgramInfo& program,
                                  const std::string& name) {
  // Not CHECK(a == b): doctest would print both files.
  const bool bash_is_current =
      committed_completion("bash/" + name + ".bash") == bash_completion(program);
  CHECK(bash_is_current);
  const bool zsh_is_current = committed_completion("zsh/_" + name) == zsh_completion(program);
  CHECK(zsh_is_current);
  const bool fish_is_current =
      committed_completion("fish/" + name + ".fish") == fish_completion(program);
  CHECK(fish_is_current);
  const bool man_is_current = committed_completion("man/" + name + ".1") == man_page(program);
  CHECK(man_is_current);
}

}  // namespace tests
