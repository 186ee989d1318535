// The files that paths of the command line stand for.
//
// Files are taken as they are named; directories are walked: ignore rules of git
// and the options `exclude` and `include` decide, hidden names are nothing
// special, and configurations found on the way hold for what is below them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/config/discovery.h"

namespace lint::config {

enum class SourceKind : std::uint8_t {
  Python,
  Stub,
  Notebook,
  Markdown,  // Formatted, never linted.
  Toml,      // Of a project or a configuration.
  Unknown,
};

// By the file's extension, and what the option `extension` says about it.
SourceKind source_kind(std::string_view path, const LintSettings& settings);

struct FoundFile {
  std::string path;                    // Absolute.
  const Settings* settings = nullptr;  // The discovery's.
  SourceKind kind = SourceKind::Python;
  bool is_explicit = false;  // Named on the command line.
  // `lint.exclude` leaves it out; explicit ones only under force-exclude.
  bool is_lint_excluded = false;
};

struct FileProblem {
  std::string path;     // Absolute.
  std::string message;  // "No such file or directory (os error 2)"
};

struct FoundFiles {
  // By path, each once; what is in a directory before names that only start
  // like it.
  std::vector<FoundFile> files;
  std::vector<FileProblem> problems;  // By path.
};

// `paths` as typed.  Fails if a configuration on the way is bad.
common::Result<FoundFiles> find_files(const std::vector<std::string>& paths, Discovery& discovery);

// Is a path left out by `exclude` or `extend-exclude`, itself or a directory
// above it up to the project's root?
bool is_excluded(std::string_view path, const Settings& settings);

}  // namespace lint::config
