// One glob in gitignore's language: `*` and `?` stop at '/', `**` between
// slashes does not, classes, escapes, nested {a,b} alternation.
//
// Most globs in ignore files are a name, a path or an extension, which a
// comparison decides; compile() recognises them, and GlobSet finds them by hash.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::walk {

struct NameKey;  // name_key.h

struct GlobOptions {
  bool ignore_case = false;       // ASCII letters only, as paths are bytes.
  bool literal_separator = true;  // `*` and `?` do not match '/'.
  bool backslash_escape = true;
  bool empty_alternates = false;      // {,x} matches the empty string too.
  bool allow_unclosed_class = false;  // "[abc" is literal (ignore files).
};

class Glob {
 public:
  // Errors: "error parsing glob 'G': unclosed character class; missing ']'",
  // where G is `shown_as` (what the user wrote) or else the glob itself.
  static Result<Glob> compile(std::string_view glob, const GlobOptions& options,
                              std::string_view shown_as = {});
  ~Glob();
  Glob(Glob&&) noexcept;
  Glob& operator=(Glob&&) noexcept;
  bool matches(std::string_view path) const;

 private:
  friend class GlobSet;
  struct Impl;
  explicit Glob(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// Many globs at once.  Those that need a certain base name or extension are
// found by hash; the rest are guarded by the first and last byte they allow.
class GlobSet {
 public:
  GlobSet();
  // Globs keep their positions.  Those in `directories_only` (empty: none, else
  // as long as `globs`) are passed over for what is not a directory.
  explicit GlobSet(std::vector<Glob> globs, const std::vector<bool>& directories_only = {});
  ~GlobSet();
  GlobSet(GlobSet&&) noexcept;
  GlobSet& operator=(GlobSet&&) noexcept;
  // The highest index that matches, -1 if none: "the last rule wins".
  int last_match(std::string_view path, bool is_directory = true) const;
  // The same where the key of the path's base name is known.
  int last_match(std::string_view path, const NameKey& key, bool is_directory) const;
  bool empty() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;  // Null: empty.
};

}  // namespace common::walk
