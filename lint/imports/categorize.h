// Where a module comes from, and so in which section its import stands.
//
// The first of these decides:
//   1. __future__
//   2. no-sections: everything is first-party
//   3. a relative import is of the local folder
//   4. sections and known-* of the configuration, longest submodule first
//   5. the standard library of the target version
//   6. the package that the file is in (detect-same-package)
//   7. a directory or file of that name in one of the `src` directories
//   8. __main__ is first-party
//   9. the default section
// A section that section-order does not list gives way to the default section.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/config/settings.h"
#include "lint/parser/python_version.h"

namespace lint::imports {

// For the imports of one file.
class Categorizer {
 public:
  // `package_root` is the topmost package around the file, empty if there is
  // none.  All but the version must outlive the Categorizer.
  Categorizer(const LintSettings& settings, PythonVersion target_version,
              std::string_view package_root);

  // `module` as it is written, without the dots of a relative import.
  const config::ImportSection& section_of(std::string_view module, bool is_relative) const;
  // Its index in section-order; behind the last if the section is not listed.
  std::uint32_t section_index_of(std::string_view module, bool is_relative) const;

 private:
  // None: the default section.
  std::optional<config::ImportType> find_type(std::string_view module, bool is_relative) const;
  const config::ImportSection* find_known(std::string_view module) const;
  const config::ImportSection* find_known_exactly(std::string_view module) const;
  std::uint32_t index_of(const config::ImportSection& section) const;

  const LintSettings& settings_;
  PythonVersion target_version_;
  std::string_view package_name_;  // The last component of the root.
};

}  // namespace lint::imports
