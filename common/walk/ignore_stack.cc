#include "common/walk/ignore_stack.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <optional>
#include <utility>

#include "common/base/check.h"
#include "common/vcs/repository.h"

namespace common::walk {
namespace {

constexpr std::size_t kMaxDotNames = 4;
constexpr FoundRules kGitignoreBit = 1u << 16;
constexpr FoundRules kGitBit = 1u << 17;
constexpr FoundRules kJujutsuBit = 1u << 18;

std::string current_directory() {
  char buffer[PATH_MAX];
  return getcwd(buffer, sizeof buffer) == nullptr ? std::string() : std::string(buffer);
}

Gitignore read_rules(const std::string& path, bool ignore_case, IgnoreStack::Messages& messages) {
  GitignoreFile file = read_gitignore(path, ignore_case, false);
  for (std::string& message : file.messages) messages.push_back(std::move(message));
  return std::move(file.rules);
}

bool exists(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0;
}

}  // namespace

// The answers of the classes so far.
struct IgnoreStack::Rulings {
  std::array<Ruling, kMaxDotNames> dot{};
  Ruling gitignore;
  Ruling exclude;
  bool is_git_reached = true;  // No .git was passed on the way up.
};

IgnoreStack::IgnoreStack(IgnoreOptions options, const std::vector<std::string>& roots,
                         Messages& messages)
    : options_(std::move(options)),
      working_directory_(current_directory()),
      global_(roots, options_.ignore_case) {
  CHECK(options_.dot_names.size() <= kMaxDotNames);
  if (!options_.dot) options_.dot_names.clear();
  for (const std::string& path : options_.files) {
    // Explicit files are matched with case, whatever the option for the others.
    GitignoreFile file = read_gitignore(path, false, true);
    for (std::string& message : file.messages) messages.push_back(std::move(message));
    if (!file.rules.empty()) explicit_.push_back(std::move(file.rules));
  }
  if (options_.global && !options_.require_git) global_.load();
  is_active_ = !options_.dot_names.empty() || options_.vcs || options_.exclude || options_.global ||
               !explicit_.empty();
}

FoundRules IgnoreStack::bit_of(std::string_view name) const {
  for (std::size_t i = 0; i < options_.dot_names.size(); ++i) {
    if (name == options_.dot_names[i]) return FoundRules{1} << i;
  }
  if (name == ".gitignore") return options_.vcs ? kGitignoreBit : 0;
  if (name == ".git") return options_.vcs || options_.exclude || options_.global ? kGitBit : 0;
  return name == ".jj" ? kJujutsuBit : 0;
}

void IgnoreStack::read_dot_files(IgnoreNode& node, const std::string& directory, FoundRules found,
                                 Messages& messages) const {
  for (std::size_t i = 0; i < options_.dot_names.size(); ++i) {
    if ((found >> i & 1) == 0) continue;
    Gitignore rules = read_rules(directory + options_.dot_names[i], options_.ignore_case, messages);
    if (rules.empty()) continue;
    if (node.dot.empty()) node.dot.resize(options_.dot_names.size());
    node.dot[i] = std::move(rules);
  }
}

void IgnoreStack::read_git_files(IgnoreNode& node, const std::string& directory, FoundRules found,
                                 Messages& messages) const {
  if ((found & kGitignoreBit) != 0) {
    node.gitignore = read_rules(directory + ".gitignore", options_.ignore_case, messages);
  }
  if ((found & kGitBit) != 0) {
    GitEntry entry = git_entry(directory);
    node.has_git = options_.require_git && entry != GitEntry::None;
    std::optional<std::string> path;
    if (options_.exclude && entry != GitEntry::None) path = exclude_path(directory, entry);
    if (path) node.exclude = read_rules(*path, options_.ignore_case, messages);
  }
  if ((found & kJujutsuBit) != 0 && exists(directory + ".jj")) node.has_git = true;
}

std::optional<std::string> IgnoreStack::exclude_path(const std::string& directory,
                                                     GitEntry entry) const {
  if (entry == GitEntry::File) {
    const Result<vcs::Repository> repository =
        vcs::Repository::open(directory.empty() ? "." : directory);
    if (repository) return repository->exclude_file();
  }
  // Without need of a repository ripgrep follows no pointer.
  return git_exclude_path(directory, options_.require_git ? entry : GitEntry::Other);
}

// The chain with `node` in front, if there is anything in it.
IgnoreNodePtr IgnoreStack::linked(std::shared_ptr<IgnoreNode> node, IgnoreNodePtr above,
                                  std::size_t prefix) {
  if (!node->has_git && node->dot.empty() && node->gitignore.empty() && node->exclude.empty()) {
    return above;
  }
  if (node->has_git && options_.global) global_.load();
  node->any_git = node->has_git || (above != nullptr && above->any_git);
  node->prefix = prefix;
  node->above = std::move(above);
  return node;
}

IgnoreNodePtr IgnoreStack::enter(IgnoreNodePtr above, const std::string& directory,
                                 std::size_t prefix, FoundRules found, Messages& messages) {
  if (found == 0) return above;
  auto node = std::make_shared<IgnoreNode>();
  read_dot_files(*node, directory, found, messages);
  read_git_files(*node, directory, found, messages);
  return linked(std::move(node), std::move(above), prefix);
}

IgnoreNodePtr IgnoreStack::above_root_directory(IgnoreNodePtr above, const std::string& directory,
                                                Messages& messages) {
  auto node = std::make_shared<IgnoreNode>();
  // Nothing was listed here: every name is tried.
  FoundRules all = (FoundRules{1} << options_.dot_names.size()) - 1;
  // Even without the rules of parents, for what is wrong with the files counts.
  read_dot_files(*node, directory, all, messages);
  read_git_files(*node, directory, (options_.vcs ? kGitignoreBit : 0) | kGitBit, messages);
  node->has_git =
      options_.vcs && (node->has_git || (options_.require_git && exists(directory + ".jj")));
  node->is_above_root = true;
  return linked(std::move(node), std::move(above), directory.size());
}

IgnoreNodePtr IgnoreStack::above_root(const std::string& absolute, Messages& messages) {
  bool is_wanted = options_.vcs || options_.exclude || options_.global ||
                   (options_.parents && !options_.dot_names.empty());
  if (!is_wanted) return nullptr;
  std::lock_guard lock(above_roots_mutex_);
  IgnoreNodePtr node;
  for (std::size_t slash = 0; slash < absolute.size();) {
    if (slash + 1 == absolute.size()) break;  // The root directory has no parents.
    std::string directory = absolute.substr(0, slash + 1);
    auto [known, is_new] = above_roots_.try_emplace(directory);
    if (is_new) known->second = above_root_directory(node, directory, messages);
    node = known->second;
    slash = std::min(absolute.find('/', slash + 1), absolute.size());
  }
  return node;
}

bool IgnoreStack::needs_absolute_path(const IgnoreNode* node) const {
  for (; node != nullptr; node = node->above.get()) {
    if (node->is_above_root) return options_.parents;
  }
  return false;
}

// Where the path begins like the working directory, relative_to_root() may leave
// less than a name of it, or nothing.
NameKey IgnoreStack::key_in(std::string_view relative, const Path& path) {
  return relative.size() < path.key.base.size() ? NameKey(relative) : path.key;
}

IgnoreStack::Ruling IgnoreStack::ask(const Gitignore& rules, std::string_view relative,
                                     const Path& path) {
  Verdict verdict = rules.match(relative, key_in(relative, path), path.is_directory);
  if (verdict == Verdict::None) return {};
  return {.verdict = verdict, .rules = &rules, .relative = relative};
}

void IgnoreStack::add_rules_of(const IgnoreNode& node, const Path& path, Rulings& rulings) const {
  std::string_view whole = node.is_above_root ? path.absolute : path.shown;
  std::string_view relative = whole.substr(node.prefix);
  for (std::size_t i = 0; i < node.dot.size(); ++i) {
    if (!rulings.dot[i]) rulings.dot[i] = ask(node.dot[i], relative, path);
  }
  if (!rulings.is_git_reached) return;
  if (!rulings.gitignore) rulings.gitignore = ask(node.gitignore, relative, path);
  if (!rulings.exclude) rulings.exclude = ask(node.exclude, relative, path);
  rulings.is_git_reached = !node.has_git;
}

IgnoreStack::Ruling IgnoreStack::rule_on(const IgnoreNode* node, const Path& path) const {
  bool any_git = !options_.require_git || (node != nullptr && node->any_git);
  Rulings rulings;
  rulings.is_git_reached = any_git;
  for (; node != nullptr; node = node->above.get()) {
    if (node->is_above_root && !options_.parents) break;
    add_rules_of(*node, path, rulings);
  }
  for (std::size_t i = 0; i < options_.dot_names.size(); ++i) {
    if (rulings.dot[i]) return rulings.dot[i];
  }
  if (rulings.gitignore) return rulings.gitignore;
  if (rulings.exclude) return rulings.exclude;
  const Gitignore& global = global_.rules();
  if (explicit_.empty() && (global.empty() || !any_git)) return {};
  std::string_view relative = relative_to_root(path.shown, working_directory_);
  if (any_git && !global.empty()) {
    if (Ruling ruling = ask(global, relative, path)) return ruling;
  }
  for (std::size_t i = explicit_.size(); i-- > 0;) {
    if (Ruling ruling = ask(explicit_[i], relative, path)) return ruling;
  }
  return {};
}

std::string IgnoreStack::matching_line(const IgnoreNode* node, const Path& path) const {
  Ruling ruling = rule_on(node, path);
  return ruling.rules->matching_line(ruling.relative, key_in(ruling.relative, path),
                                     path.is_directory);
}

}  // namespace common::walk
