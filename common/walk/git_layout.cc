#include "common/walk/git_layout.h"

#include <sys/stat.h>

#include <string_view>

#include "common/walk/rule_file.h"
#include "common/walk/utf8_lines.h"

namespace common::walk {
namespace {

std::optional<std::string> first_line_of(const std::string& path) {
  Result<std::string> text = read_rule_file(path, false);
  if (!text || text->empty()) return std::nullopt;
  std::string_view rest = *text;
  return std::string(take_line(rest));
}

}  // namespace

GitEntry git_entry(const std::string& directory) {
  struct stat status;
  if (stat((directory + ".git").c_str(), &status) != 0) return GitEntry::None;
  return S_ISREG(status.st_mode) ? GitEntry::File : GitEntry::Other;
}

std::optional<std::string> git_exclude_path(const std::string& directory, GitEntry entry) {
  constexpr std::string_view kPointer = "gitdir: ";
  if (entry != GitEntry::File) return directory + ".git/info/exclude";
  std::optional<std::string> pointer = first_line_of(directory + ".git");
  if (!pointer || !pointer->starts_with(kPointer)) return std::nullopt;
  std::string worktree = pointer->substr(kPointer.size());
  std::optional<std::string> common = first_line_of(worktree + "/commondir");
  if (!common) return std::nullopt;
  if (common->starts_with('.')) common = worktree + "/" + *common;
  return *common + "/info/exclude";
}

}  // namespace common::walk
