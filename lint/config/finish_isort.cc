#include <algorithm>
#include <utility>

#include "lint/config/finish_settings.h"

namespace lint::config {
namespace {

void warn_of_ignored(const SetOptions& set, const Isort& isort, Warnings& warnings) {
  if (isort.no_sections) {
    for (const std::string name : {"section-order", "default-section", "sections"}) {
      if (set.has("lint.isort." + name)) {
        warnings.add("`" + name + "` is ignored when `no-sections` is set to `true`");
      }
    }
  }
  if (isort.force_sort_within_sections && isort.lines_between_types != 0) {
    warnings.add(
        "`lines-between-types` is ignored when `force-sort-within-sections` is set to `true`");
  }
}

// Only sections of the user's own have modules.
void drop_builtin_sections(Isort& isort, Warnings& warnings) {
  std::erase_if(isort.sections, [&](const auto& entry) {
    const ImportSection& section = entry.first;
    if (!section.is_builtin()) return false;
    std::string type = debug_text(section);  // Without the "Known()" around it.
    type = type.substr(6, type.size() - 7);
    warnings.add("`sections` contains built-in section: `" + type + "`");
    return true;
  });
}

void warn_of_unknown(const Isort& isort, std::string_view option, const ImportSection& section,
                     Warnings& warnings) {
  if (section.is_builtin() || isort.sections.contains(section)) return;
  warnings.add("`" + std::string(option) + "` contains unknown section: `" + debug_text(section) +
               "`");
}

void check_sections(Isort& isort, Warnings& warnings) {
  std::set<ImportSection> seen;
  for (const ImportSection& section : isort.section_order) {
    if (!seen.insert(section).second) {
      warnings.add("`section-order` contains duplicate section: `" + debug_text(section) + "`");
    }
  }
  for (const ImportSection& section : isort.section_order) {
    warn_of_unknown(isort, "section-order", section, warnings);
  }
  for (const ImportSection& section : isort.no_lines_before) {
    warn_of_unknown(isort, "no-lines-before", section, warnings);
  }
  for (const auto& [section, heading] : isort.import_heading) {
    warn_of_unknown(isort, "import-heading", section, warnings);
  }
  if (!seen.contains(isort.default_section)) {
    warnings.add("`section-order` must contain `default-section`: " +
                 debug_text(isort.default_section));
    isort.section_order.push_back(isort.default_section);
  }
}

void collect_known_modules(Isort& isort, Warnings& warnings) {
  const auto add = [&](const std::vector<NamePattern>& patterns, const ImportSection& section) {
    for (const NamePattern& pattern : patterns) isort.known_modules.emplace_back(pattern, section);
  };
  for (const auto& [section, patterns] : isort.sections) add(patterns, section);
  add(isort.known_first_party, {.type = ImportType::FirstParty});
  add(isort.known_third_party, {.type = ImportType::ThirdParty});
  add(isort.known_local_folder, {.type = ImportType::LocalFolder});
  add(isort.extra_standard_library, {.type = ImportType::StandardLibrary});
  std::set<std::string_view> seen;
  for (const auto& [pattern, section] : isort.known_modules) {
    isort.knows_submodules |= pattern.text().contains('.');
    if (seen.insert(pattern.text()).second) continue;
    warnings.add("One or more modules are part of multiple import sections, including: `" +
                 pattern.text() + "`");
  }
}

}  // namespace

void finish_isort(const SetOptions& set, Isort& isort, Warnings& warnings) {
  warn_of_ignored(set, isort, warnings);
  drop_builtin_sections(isort, warnings);
  check_sections(isort, warnings);
  collect_known_modules(isort, warnings);
}

}  // namespace lint::config
