// PackageRoots: which package a file belongs to.
//
// The root of a file's package is the topmost folder of the unbroken chain of
// packages (folders with an __init__.py, or namespace packages) that holds it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "lint/check/checker.h"

namespace lint {

class PackageRoots {
 public:
  // A file and the configured namespace packages that hold for it.
  struct File {
    std::string_view path;  // Absolute.
    std::span<const std::string> namespace_packages = {};
  };
  // Looks at the file system once per folder above the files.
  explicit PackageRoots(std::span<const File> files);

  // All but `language`-dependent facts of FileInfo follow from the path.
  FileInfo file_info(std::string_view path) const;

 private:
  struct Root {
    std::string path;        // Empty: no package.
    bool is_nested = false;  // Below another root, with something that is no package between.
  };
  bool is_package(std::string_view folder, std::span<const std::string> namespace_packages);
  std::string root_of(std::string_view folder, std::span<const std::string> namespace_packages);
  void mark_nested_roots();

  std::map<std::string, bool, std::less<>> has_init_;
  std::map<std::string, Root, std::less<>> roots_;  // By folder of files.
};

}  // namespace lint
