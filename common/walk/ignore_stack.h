// The ignore rules that hold in one directory: its own files and those of all
// directories above it.
//
// A chain of immutable nodes, shared by everything below, with a node only
// where there is something to obey.  Each class of rules is answered by its
// nearest node that has a matching rule; then classes are compared: the dot
// files in their order, .gitignore, info/exclude, the global excludes, the
// explicit files.  A directory with .git or .jj ends the reach of .gitignore
// and info/exclude from above it, and only of these.
//
// Nodes of a walk match the path below themselves; nodes above a root match
// the absolute path; global and explicit rules the path from the working
// directory.
//
// What a .git file points to is libgit2's to say where it opens the repository;
// of a .git directory no answer but info/exclude in it is possible.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/walk/git_layout.h"
#include "common/walk/gitignore.h"
#include "common/walk/global_excludes.h"
#include "common/walk/ignore_options.h"
#include "common/walk/name_key.h"
#include "common/walk/overrides.h"

namespace common::walk {

// The rule files found in a directory: a bit per name of IgnoreStack::bit_of.
using FoundRules = std::uint32_t;

struct IgnoreNode {
  std::shared_ptr<const IgnoreNode> above;
  bool is_above_root = false;
  bool has_git = false;        // .git or .jj is here: git's rules from above end.
  bool any_git = false;        // has_git here or above.
  std::size_t prefix = 0;      // Length of the directory's path with its '/'.
  std::vector<Gitignore> dot;  // As many as dot names, or none.
  Gitignore gitignore;
  Gitignore exclude;
};
using IgnoreNodePtr = std::shared_ptr<const IgnoreNode>;

class IgnoreStack {
 public:
  // An entry to be judged.
  struct Path {
    std::string_view shown;     // As the walk prints it.
    std::string_view absolute;  // Needed only if needs_absolute_path().
    const NameKey& key;         // Of its base name.
    bool is_directory;
  };
  using Messages = std::vector<std::string>;

  // Reads the explicit files; `messages` gets what is wrong with them.
  IgnoreStack(IgnoreOptions options, const std::vector<std::string>& roots, Messages& messages);

  // False: no rule can ever match, nothing needs to be asked.
  bool is_active() const { return is_active_; }
  // The bit of a name that may hold rules or end their reach, 0 for other names.
  FoundRules bit_of(std::string_view name) const;

  // The nodes above the root directory `absolute` (canonical), null if none.
  // May be called by several threads.
  IgnoreNodePtr above_root(const std::string& absolute, Messages& messages);
  // The node of a directory of the walk: `directory` is how it is opened,
  // empty or ending in '/', `prefix` the length of its shown path.
  IgnoreNodePtr enter(IgnoreNodePtr above, const std::string& directory, std::size_t prefix,
                      FoundRules found, Messages& messages);

  bool needs_absolute_path(const IgnoreNode* node) const;
  Verdict match(const IgnoreNode* node, const Path& path) const {
    return rule_on(node, path).verdict;
  }
  // Which line of which file match() goes by, if it has a verdict.
  std::string matching_line(const IgnoreNode* node, const Path& path) const;

 private:
  // What one file of rules says.
  struct Ruling {
    Verdict verdict = Verdict::None;
    const Gitignore* rules = nullptr;  // With a verdict: those it is from,
    std::string_view relative;         // and the path as they saw it.
    explicit operator bool() const { return verdict != Verdict::None; }
  };
  struct Rulings;

  static NameKey key_in(std::string_view relative, const Path& path);
  static Ruling ask(const Gitignore& rules, std::string_view relative, const Path& path);
  Ruling rule_on(const IgnoreNode* node, const Path& path) const;
  void read_dot_files(IgnoreNode& node, const std::string& directory, FoundRules found,
                      Messages& messages) const;
  void read_git_files(IgnoreNode& node, const std::string& directory, FoundRules found,
                      Messages& messages) const;
  void add_rules_of(const IgnoreNode& node, const Path& path, Rulings& rulings) const;
  IgnoreNodePtr above_root_directory(IgnoreNodePtr above, const std::string& directory,
                                     Messages& messages);
  IgnoreNodePtr linked(std::shared_ptr<IgnoreNode> node, IgnoreNodePtr above, std::size_t prefix);
  std::optional<std::string> exclude_path(const std::string& directory, GitEntry entry) const;

  IgnoreOptions options_;
  std::string working_directory_;
  std::vector<Gitignore> explicit_;  // In order, later beats earlier.
  GlobalExcludes global_;            // Loaded once a node has git.
  bool is_active_ = false;
  // Nodes above roots by absolute directory; several roots share their parents.
  std::mutex above_roots_mutex_;  // Held alone, never together with another lock.
  std::map<std::string, IgnoreNodePtr, std::less<>> above_roots_;
};

}  // namespace common::walk
