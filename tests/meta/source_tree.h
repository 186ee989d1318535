// The files of the project as the meta tests see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meta {

struct SourceFile {
  std::string root;  // The absolute path of the project.
  std::string path;  // Relative to the root, with slashes.
  std::string text;
  bool has_extension(std::string_view extension) const { return path.ends_with(extension); }
  std::string_view folder() const;  // "common/base"; empty for files of the root.
  std::string_view name() const;
};

// The files of the root and what is in the folders of the project, sorted by path.
std::vector<SourceFile> read_tree(const std::string& root);

// nullptr: there is none.
const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path);

std::vector<std::string_view> lines_of(std::string_view text);

bool is_word_byte(char byte);
bool has_word(std::string_view text, std::string_view word);

// What a check complains about, a line each; empty: the check passed.
using Complaints = std::vector<std::string>;

}  // namespace meta
