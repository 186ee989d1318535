// One glob in gitignore's language (search.md 2.3): `*` and `?` stop at '/',
// `**` between slashes does not, classes, escapes, nested {a,b} alternation.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::walk {

struct GlobOptions {
  bool ignore_case = false;
  bool literal_separator = true;     // `*` and `?` do not match '/'.
  bool backslash_escape = true;
  bool empty_alternates = false;     // {,x} matches the empty string too.
  bool allow_unclosed_class = false; // "[abc" is literal (ignore files).
};

class Glob {
 public:
  // Errors: "error parsing glob 'G': unclosed character class; missing ']'".
  static Result<Glob> compile(std::string_view glob, const GlobOptions& options);
  ~Glob();
  Glob(Glob&&) noexcept;
  Glob& operator=(Glob&&) noexcept;
  bool matches(std::string_view path) const;

 private:
  struct Impl;
  explicit Glob(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// Many globs at once: literal names, extensions and prefixes by hash, the rest
// by automaton.  Returns indices in the order of addition.
class GlobSet {
 public:
  // `globs` are compiled already; indices are positions in it.
  explicit GlobSet(std::vector<Glob> globs);
  ~GlobSet();
  GlobSet(GlobSet&&) noexcept;
  GlobSet& operator=(GlobSet&&) noexcept;
  // The highest index that matches, -1 if none: "the last rule wins".
  int last_match(std::string_view path) const;
  bool empty() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace common::walk
