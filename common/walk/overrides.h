// The -g globs: one ordered list of gitignore-style rules with the sense of
// `!` reversed, matched against paths relative to the working directory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::walk {

enum class Verdict : std::uint8_t { None, Ignore, Whitelist };

class Overrides {
 public:
  struct Rule {
    std::string glob;  // As typed, with a leading '!' to exclude.
    bool ignore_case = false;
  };
  // `root`: the absolute working directory.  Errors name the glob.
  static Result<Overrides> create(const std::vector<Rule>& rules, std::string_view root);
  ~Overrides();
  Overrides(Overrides&&) noexcept;
  Overrides& operator=(Overrides&&) noexcept;
  // `path` as the walk prints it.  Whitelist: matched an include; Ignore:
  // matched an exclude, or no include although there are some (files only).
  Verdict matched(std::string_view path, bool is_directory) const;

 private:
  struct Impl;
  explicit Overrides(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace common::walk
