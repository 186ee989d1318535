// File types: names for sets of globs (-t rust), and a selection of them.
// The table of built-in types is file_types.cc, one row a type.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/walk/overrides.h"

namespace common::walk {

class FileTypes {
 public:
  // One change of the definitions or the selection, applied in order.
  struct Change {
    enum Kind { Add, Clear, Select, Negate } kind;
    std::string text;  // "name:glob", "name:include:a,b" or a type's name ("all").
  };
  // Errors: unknown type, malformed definition, bad glob.
  static Result<FileTypes> create(const std::vector<Change>& changes);
  ~FileTypes();
  FileTypes(FileTypes&&) noexcept;
  FileTypes& operator=(FileTypes&&) noexcept;
  bool has_selection() const;
  // Whitelist: selected; Ignore: negated, or unmatched while a type is selected.
  Verdict matched(std::string_view file_name) const;
  // Sorted by name, globs sorted: what --type-list prints.
  std::vector<std::pair<std::string, std::vector<std::string>>> definitions() const;

 private:
  struct Impl;
  explicit FileTypes(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace common::walk
