#include "tests/meta/checks.h"

namespace meta {

namespace {

constexpr std::size_t kMaxLines = 1000;
constexpr std::size_t kManyLines = 600;
// A table; its length is the length of the world.
constexpr std::string_view kLongFile = "common/regex/unicode_tables.cc";

bool is_generated(const SourceFile& file) {
  return file.path == kLongFile ||
         (file.path.starts_with("completions/") && file.name() != "README.md");
}

bool is_scenario(const SourceFile& file) {
  return file.path.starts_with("tests/search/") || file.path.starts_with("tests/lint/");
}

// Tables of data and cases told as data may be as long as they are.
bool is_data(const SourceFile& file) {
  return file.has_extension(".tsv") || (is_scenario(file) && !file.has_extension(".cc"));
}

std::string with_length(const SourceFile& file, std::size_t length) {
  return file.path + " has " + std::to_string(length) + " lines";
}

// Files of more than `limit` lines, but not of more than `max`.
Complaints files_longer_than(const Files& files, std::size_t limit, std::size_t max) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    const std::size_t length = lines_of(file.text).size();
    if (is_generated(file) || is_data(file) || length <= limit || length > max) continue;
    complaints.push_back(with_length(file, length));
  }
  return complaints;
}

}  // namespace

Complaints long_files(const Files& files) {
  return files_longer_than(files, kManyLines, kMaxLines);
}

Complaints check_lengths(const Files& files) {
  return files_longer_than(files, kMaxLines, std::string::npos);
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

// Two places that have to agree are generated or asserted, not commented upon;
// and what is still to be done is done.
Complaints check_phrases(const Files& files) {
  const std::string agree = std::string("keep ") + "in sync";
  const std::string words[] = {std::string("TO") + "DO", std::string("FIX") + "ME"};
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (is_generated(file)) continue;
    if (file.text.find(agree) != std::string::npos) {
      complaints.push_back(file.path + " says \"" + agree + "\"");
    }
    for (const std::string& word : words) {
      // klint has rules about these words.
      const bool is_example = is_scenario(file) || file.path.starts_with("search/cli/flags_") ||
                              file.path.starts_with("lint/config/") ||
                              file.path.starts_with("lint/rules/");
      if (!is_example && has_word(file.text, word)) {
        complaints.push_back(file.path + " says \"" + word + "\"");
      }
    }
  }
  return complaints;
}

// Nothing depends on where this tree lies, and packages come from wherever the
// system gets its own.
Complaints check_addresses(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (file.text.find(file.root + '/') != std::string::npos) {
      complaints.push_back(file.path + " names " + file.root);
    }
    const bool is_build = file.folder() == "common/cmake" || file.folder().empty() ||
                          file.folder() == ".ci" || file.name() == "CMakeLists.txt";
    if (is_build && file.name() != "README.md" && file.text.find("://") != std::string::npos) {
      complaints.push_back(file.path + " names a host");
    }
  }
  return complaints;
}

Complaints check_readmes(const Files& files) {
  Complaints complaints;
  for (std::string_view top : {"", "common/", "search/", "lint/", "tests/", "completions/"}) {
    const std::string path = std::string(top) + "README.md";
    if (find_file(files, path) == nullptr) complaints.push_back(path + " is missing");
  }
  return complaints;
}

}  // namespace meta
