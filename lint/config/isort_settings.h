// The options of import sorting.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "lint/config/value_types.h"

namespace lint::config {

enum class ImportType : std::uint8_t {
  Future,
  StandardLibrary,
  ThirdParty,
  FirstParty,
  LocalFolder
};
template <>
inline constexpr EnumName<ImportType> kNamesOf<ImportType>[] = {
    {ImportType::Future, "future"},
    {ImportType::StandardLibrary, "standard-library"},
    {ImportType::ThirdParty, "third-party"},
    {ImportType::FirstParty, "first-party"},
    {ImportType::LocalFolder, "local-folder"},
};

// A builtin section or one that the user defines.  Builtin ones sort first.
struct ImportSection {
  ImportType type = ImportType::Future;  // Of a builtin section.
  std::string user_defined = {};         // The name; empty: builtin.

  bool is_builtin() const { return user_defined.empty(); }
  std::string_view name() const { return is_builtin() ? name_of(type) : user_defined; }
  static ImportSection named(std::string_view name);
  bool operator==(const ImportSection&) const = default;
  std::strong_ordering operator<=>(const ImportSection& other) const {
    if (is_builtin() != other.is_builtin()) return other.is_builtin() <=> is_builtin();
    return is_builtin() ? type <=> other.type : user_defined <=> other.user_defined;
  }
};

// As messages show a section: "Known(Future)".
std::string debug_text(const ImportSection& section);

enum class RelativeImportsOrder : std::uint8_t { ClosestToFurthest, FurthestToClosest };
template <>
inline constexpr EnumName<RelativeImportsOrder> kNamesOf<RelativeImportsOrder>[] = {
    {RelativeImportsOrder::ClosestToFurthest, "closest-to-furthest"},
    {RelativeImportsOrder::FurthestToClosest, "furthest-to-closest"},
};

// One name of an import statement that every file must have.
struct RequiredImport {
  bool is_from = false;
  std::optional<std::string> module = {};  // Of a from import.
  std::string name;                        // "os.path", or the imported member.
  std::optional<std::string> as_name = {};
  unsigned level = 0;  // Leading dots of a from import.
  auto operator<=>(const RequiredImport&) const = default;
  // "from a import b as c"
  std::string text() const;
};

// The names of one import statement.
struct RequiredImports {
  std::string statement;  // As written.
  std::vector<RequiredImport> names;
  static common::Result<RequiredImports> parse(std::string_view statement);
  bool operator==(const RequiredImports& other) const { return statement == other.statement; }
};

struct Isort {
  std::vector<RequiredImports> required_imports;
  bool combine_as_imports = false;
  bool force_single_line = false;
  bool force_sort_within_sections = false;
  bool case_sensitive = false;
  bool force_wrap_aliases = false;
  bool detect_same_package = true;
  NameSet force_to_top;
  std::vector<NamePattern> known_first_party;
  std::vector<NamePattern> known_third_party;
  std::vector<NamePattern> known_local_folder;
  std::vector<NamePattern> extra_standard_library;
  bool order_by_type = true;
  RelativeImportsOrder relative_imports_order = RelativeImportsOrder::FurthestToClosest;
  NameSet single_line_exclusions;
  bool split_on_trailing_comma = true;
  NameSet classes;
  NameSet constants;
  NameSet variables;
  std::set<ImportSection> no_lines_before;
  std::map<ImportSection, std::string> import_heading;  // Without the "# ".
  std::int64_t lines_after_imports = -1;                // -1: by what follows.
  std::size_t lines_between_types = 0;
  std::vector<std::string> forced_separate;
  std::vector<ImportSection> section_order = {
      {ImportType::Future},     {ImportType::StandardLibrary}, {ImportType::ThirdParty},
      {ImportType::FirstParty}, {ImportType::LocalFolder},
  };
  ImportSection default_section = {ImportType::ThirdParty};
  bool no_sections = false;
  bool from_first = false;
  bool length_sort = false;
  bool length_sort_straight = false;
  std::map<ImportSection, std::vector<NamePattern>> sections;

  // Derived when settings are resolved: `sections`, then known_first_party,
  // known_third_party, known_local_folder, extra_standard_library; the first
  // pattern that matches a module decides.
  std::vector<std::pair<NamePattern, ImportSection>> known_modules;
  // Some pattern of known_modules has a dot: prefixes of modules are asked too.
  bool knows_submodules = false;
};

}  // namespace lint::config
