#include "tests/meta/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace meta {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTopFolders[] = {".ci", "common", "search",     "lint",
                                            "mux", "tests",  "completions"};

void add_file(const fs::path& root, const fs::path& path, std::vector<SourceFile>& files) {
  const std::string name = fs::relative(path, root).generic_string();
  // Inputs of fuzz targets are not text; two files are no part of the project.
  if (name.starts_with("tests/fuzz/corpus/") || name == ".git" || name == "compile_commands.json")
    return;
  std::ifstream file(path, std::ios::binary);
  files.push_back({root.generic_string(), name, {std::istreambuf_iterator<char>(file), {}}});
}

}  // namespace

std::string_view SourceFile::folder() const {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string_view() : std::string_view(path).substr(0, slash);
}

std::string_view SourceFile::name() const {
  return std::string_view(path).substr(path.rfind('/') + 1);
}

std::vector<SourceFile> read_tree(const std::string& root) {
  const fs::path top = fs::canonical(root);
  std::vector<SourceFile> files;
  for (const auto& entry : fs::directory_iterator(top)) {
    if (entry.is_regular_file()) add_file(top, entry.path(), files);
  }
  for (std::string_view folder : kTopFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
      if (entry.is_regular_file()) add_file(top, entry.path(), files);
    }
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path) {
  const auto found = std::ranges::lower_bound(files, path, {}, &SourceFile::path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_';
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) &&
        (end == text.size() || !is_word_byte(text[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace meta
