// Checks of the sources themselves: what the design promises and no compiler
// sees.
//
//   meta_test ROOT
//
// Prints complaints, then "N passed, N failed", where a check counts as one.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/meta/layering.h"
#include "tests/meta/source_tree.h"

namespace {

using meta::Complaints;
using meta::SourceFile;
using Files = std::vector<SourceFile>;

constexpr std::size_t kMaxLines = 1000;
// Tables; their length is the length of the world.
constexpr std::string_view kLongFiles[] = {
    "common/decode/encodings.cc",
    "common/regex/unicode_tables.cc",
    "common/walk/file_types.cc",
};

bool is_code(const SourceFile& file) {
  return file.has_extension(".h") || file.has_extension(".cc");
}

Complaints check_lengths(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    const std::size_t count = meta::lines_of(file.text).size();
    const bool is_source = is_code(file) || file.has_extension(".inc");
    if (!is_source || count <= kMaxLines || std::ranges::count(kLongFiles, file.path) != 0)
      continue;
    complaints.push_back(file.path + " has " + std::to_string(count) + " lines, more than " +
                         std::to_string(kMaxLines));
  }
  return complaints;
}

Complaints check_headers(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (file.has_extension(".h") && file.text.find("\n#pragma once\n") == std::string::npos) {
      complaints.push_back(file.path + " has no #pragma once after its head comment");
    }
  }
  return complaints;
}

// Two places that have to agree are generated or asserted, not commented upon.
Complaints check_comments(const Files& files) {
  const std::string phrase = std::string("keep ") + "in sync";
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (is_code(file) && file.text.find(phrase) != std::string::npos) {
      complaints.push_back(file.path + " says \"" + phrase + "\"");
    }
  }
  return complaints;
}

// The values of `.key = "..."` in rows of a flag table.
void add_values(std::string_view text, std::string_view key, std::vector<std::string>& values) {
  const std::string start = "." + std::string(key) + " = \"";
  for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at)) {
    at += start.size();
    values.emplace_back(text.substr(at, text.find('"', at) - at));
  }
}

bool names_flag(std::string_view line, std::string_view flag) {
  for (std::size_t at = line.find(flag); at != std::string_view::npos;
       at = line.find(flag, at + 1)) {
    const std::size_t end = at + flag.size();
    const bool begins = line[at - 1] == ' ';
    if (begins && (end == line.size() || line[end] == ' ' || line[end] == '=')) return true;
  }
  return false;
}

// Every flag and every negation occurs by its long name in a scenario.
Complaints check_flags_are_tested(const Files& files) {
  std::vector<std::string> names;
  std::vector<std::string_view> commands;
  for (const SourceFile& file : files) {
    if (file.path.starts_with("search/cli/flags_")) {
      add_values(file.text, "name", names);
      add_values(file.text, "negated", names);
    }
    if (!file.path.starts_with("tests/search/")) continue;
    for (std::string_view line : meta::lines_of(file.text)) {
      if (line.starts_with("-- run ")) commands.push_back(line);
    }
  }
  Complaints complaints;
  for (const std::string& name : names) {
    const std::string flag = "--" + name;
    const auto names_it = [&](std::string_view line) { return names_flag(line, flag); };
    if (std::ranges::none_of(commands, names_it)) {
      complaints.push_back("no scenario of tests/search uses " + flag);
    }
  }
  if (names.size() < 100) complaints.emplace_back("the flag rows have not been found");
  return complaints;
}

// Does the CMakeLists.txt of `folder` build the file?  It names it relative to
// the folder, or globs the folder itself.
bool builds(const Files& files, std::string_view folder, const SourceFile& file) {
  const std::string list = std::string(folder) + "/CMakeLists.txt";
  const auto found = std::ranges::find(files, list, &SourceFile::path);
  if (found == files.end()) return false;
  const std::string_view rules = found->text;
  if (rules.find(file.path.substr(folder.size() + 1)) != std::string_view::npos) return true;
  if (folder != file.folder()) return false;
  return rules.find("keel_library(") != std::string_view::npos ||
         (file.path.ends_with("_fuzz.cc") && rules.find("*_fuzz.cc") != std::string_view::npos);
}

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

Complaints check_readmes(const Files& files) {
  Complaints complaints;
  for (std::string_view top : {"common", "search", "tests", "completions"}) {
    const std::string path = std::string(top) + "/README.md";
    if (std::ranges::find(files, path, &SourceFile::path) == files.end()) {
      complaints.push_back(path + " is missing");
    }
  }
  return complaints;
}

struct Check {
  std::string_view name;
  Complaints (*run)(const Files& files);
};

constexpr Check kChecks[] = {
    {"layering", meta::check_layering},
    {"file lengths", check_lengths},
    {"headers", check_headers},
    {"comments", check_comments},
    {"flags are tested", check_flags_are_tested},
    {"sources are built", check_sources_are_built},
    {"readmes", check_readmes},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::fputs("usage: meta_test ROOT\n", stderr);
    return 2;
  }
  const Files files = meta::read_tree(argv[1]);
  std::size_t failed = 0;
  for (const Check& check : kChecks) {
    const Complaints complaints = check.run(files);
    for (const std::string& complaint : complaints) {
      std::printf("%.*s: %s\n", static_cast<int>(check.name.size()), check.name.data(),
                  complaint.c_str());
    }
    failed += complaints.empty() ? 0 : 1;
  }
  std::printf("%zu passed, %zu failed\n", std::size(kChecks) - failed, failed);
  return failed == 0 ? 0 : 1;
}
