#include <algorithm>

#include "tests/meta/checks.h"

namespace meta {

namespace {

// Does the CMakeLists.txt of `folder` build the file?  It names it relative to
// the folder, or globs the folder itself.
bool builds(const Files& files, std::string_view folder, const SourceFile& file) {
  const SourceFile* const list = find_file(files, std::string(folder) + "/CMakeLists.txt");
  if (list == nullptr) return false;
  const std::string_view rules = list->text;
  if (rules.find(file.path.substr(folder.size() + 1)) != std::string_view::npos) return true;
  // A folder of families: "*/*.cc".
  if (file.folder().substr(0, file.folder().rfind('/')) == folder &&
      rules.find("/*/*.cc") != std::string_view::npos) {
    return true;
  }
  if (folder != file.folder()) return false;
  // "*_fuzz.cc", for the programs of a folder that has one for each file.
  const std::string_view name = file.name();
  const std::string pattern =
      '*' + std::string(name.substr(std::min(name.rfind('_'), name.size())));
  return rules.find("keel_library(") != std::string_view::npos ||
         (pattern.size() > 1 && rules.find(pattern) != std::string_view::npos);
}

}  // namespace

Complaints check_sources_are_built(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (!file.has_extension(".cc")) continue;
    std::string_view folder = file.folder();
    bool is_built = builds(files, folder, file);
    while (!is_built && folder.find('/') != std::string_view::npos) {
      folder = folder.substr(0, folder.rfind('/'));
      is_built = builds(files, folder, file);
    }
    if (!is_built) complaints.push_back(file.path + " belongs to no target");
  }
  return complaints;
}

// lint/rules/FAMILY/RULE.cc has tests/lint/rules/FAMILY/RULE.md.
Complaints check_rules_have_cases(const Files& files) {
  constexpr std::string_view kRules = "lint/rules/";
  Complaints complaints;
  std::size_t rules = 0;
  for (const SourceFile& file : files) {
    const bool is_rule = file.path.starts_with(kRules) && file.has_extension(".cc") &&
                         file.folder() != "lint/rules" &&
                         file.text.find("RuleFile rules{") != std::string::npos;
    if (!is_rule) continue;
    ++rules;
    const std::string cases = "tests/" + file.path.substr(0, file.path.size() - 3) + ".md";
    if (find_file(files, cases) == nullptr) complaints.push_back(cases + " is missing");
  }
  if (rules == 0) complaints.emplace_back("the rules have not been found");
  return complaints;
}

Complaints check_headers_are_included(const Files& files) {
  Complaints complaints;
  for (const SourceFile& header : files) {
    if (!header.has_extension(".h") && !header.has_extension(".inc")) continue;
    const std::string include = "#include \"" + header.path + '"';
    const auto includes_it = [&](const SourceFile& file) {
      return file.text.find(include) != std::string::npos;
    };
    if (std::ranges::none_of(files, includes_it)) {
      complaints.push_back(header.path + " is not included by any file");
    }
  }
  return complaints;
}

// Every folder of common, search and lint is added to the build and has its row in the
// table of the README above it.
Complaints check_folders(const Files& files) {
  Complaints complaints;
  for (const SourceFile& list : files) {
    if (list.name() != "CMakeLists.txt") continue;
    const std::string_view folder = list.folder();
    const std::size_t slash = folder.find('/');
    const std::string_view top = folder.substr(0, slash);
    if (slash == std::string_view::npos || top == "tests") continue;
    const std::string name(folder.substr(slash + 1));
    const SourceFile* const readme = find_file(files, std::string(top) + "/README.md");
    if (readme == nullptr || readme->text.find("\n| `" + name + "/` |") == std::string::npos) {
      complaints.push_back(std::string(folder) + " is not in the table of its README");
    }
    const SourceFile* const parent = find_file(files, std::string(top) + "/CMakeLists.txt");
    if (parent == nullptr || !has_word(parent->text, name)) {
      complaints.push_back(std::string(folder) + " is not added to the build");
    }
  }
  return complaints;
}

}  // namespace meta
