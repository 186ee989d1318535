// The files of the project as the meta tests see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meta {

struct SourceFile {
  std::string path;  // Relative to the root, with slashes.
  std::string text;
  bool has_extension(std::string_view extension) const { return path.ends_with(extension); }
  std::string_view folder() const;  // "common/base"; empty for files of the root.
  std::string_view name() const;
};

// What is under common, search, tests and completions, sorted by path.
std::vector<SourceFile> read_tree(const std::string& root);

std::vector<std::string_view> lines_of(std::string_view text);

// What a check complains about, a line each; empty: the check passed.
using Complaints = std::vector<std::string>;

}  // namespace meta
