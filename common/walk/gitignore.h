// The rules of one file in gitignore's format, matched against paths relative
// to the directory they speak about; the last rule that matches decides.
//
// Files are UTF-8 lines.  A bad line is reported and skipped; bytes that are
// not UTF-8 end the file, as ripgrep has it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/walk/glob.h"
#include "common/walk/overrides.h"

namespace common::walk {

// Collects rules.  Overrides use it too: their globs are lines of such a file.
class GitignoreBuilder {
 public:
  struct Options {
    bool ignore_case = false;
    bool allow_unclosed_class = true;
  };

  // One line without its line break; `number` is its place in the file.  Errors
  // quote the line.
  Result<void> add_line(std::string_view line, const Options& options, std::uint32_t number = 0);

 private:
  friend class Gitignore;
  std::vector<Glob> globs_;
  std::vector<bool> whitelist_;
  std::vector<bool> directories_only_;
  std::vector<std::uint32_t> lines_;
};

class Gitignore {
 public:
  Gitignore() = default;
  explicit Gitignore(GitignoreBuilder builder);

  // Parses the text of a file; messages start with `file_name`.
  static Gitignore parse(std::string_view text, std::string_view file_name, bool ignore_case,
                         std::vector<std::string>& messages);

  bool empty() const { return set_.empty(); }
  bool has_ignore_rules() const { return count_of_whitelist_ != whitelist_.size(); }
  // `path` is relative to the rules' directory; `key` is that of its base name.
  Verdict match(std::string_view path, const NameKey& key, bool is_directory) const {
    if (set_.empty()) return Verdict::None;
    int rule = set_.last_match(path, key, is_directory);
    if (rule < 0) return Verdict::None;
    return whitelist_[static_cast<std::size_t>(rule)] ? Verdict::Whitelist : Verdict::Ignore;
  }
  // Which line of which file match() went by: "FILE, line N".  It must have
  // found one.
  std::string matching_line(std::string_view path, const NameKey& key, bool is_directory) const;

 private:
  GlobSet set_;
  std::vector<bool> whitelist_;  // Per rule.
  std::size_t count_of_whitelist_ = 0;
  // Only to tell where a rule is from.
  std::vector<std::uint32_t> lines_;  // Per rule.
  std::string file_name_;             // Empty: rules that are not from a file.
};

// Reads and parses an ignore file.  Failures to read are kept apart: ripgrep
// is silent about them in the files of a tree.
struct GitignoreFile {
  Gitignore rules;
  std::vector<std::string> messages;
};
GitignoreFile read_gitignore(const std::string& path, bool ignore_case, bool report_unreadable);

// `path` without "./" at its start and without `root`: what rules that are
// relative to the working directory see.  Only text is compared, as in ripgrep,
// so that from /a the path /ab/c becomes "b/c".
std::string_view relative_to_root(std::string_view path, std::string_view root);

}  // namespace common::walk
