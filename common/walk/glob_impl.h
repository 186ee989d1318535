// What Glob and GlobSet share: the glob sorted into the cheapest way to match it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/walk/glob.h"
#include "common/walk/glob_program.h"

namespace common::walk {

struct Glob::Impl {
  enum Way : std::uint8_t {
    BaseName,     // `**/name`
    WholePath,    // `some/path`
    PathSuffix,   // `**/some/path`
    Extension,    // `**/*.ext`
    BaseProgram,  // `**/` and wildcards that stay inside the base name.
    PathProgram
  };

  Way way = PathProgram;
  bool ignore_case = false;
  // BaseName, WholePath, PathSuffix: all of it.  Extension, programs: the
  // extension that is needed, with its dot; empty for programs that need none.
  std::string literal;
  GlobProgram program;

  static std::unique_ptr<const Impl> create(GlobTokens tokens, const GlobOptions& options);
  // `path` and its last component, both in lower case if ignore_case.
  bool matches(std::string_view path, std::string_view base) const;
};

}  // namespace common::walk
