#include "lint/imports/categorize.h"

#include <algorithm>
#include <vector>

#include "lint/imports/source_roots.h"
#include "lint/imports/standard_library.h"

namespace lint::imports {

namespace {

using config::ImportSection;
using config::ImportType;

std::string_view base_of(std::string_view module) {
  return module.substr(0, module.find('.'));
}

bool is_future(std::string_view module) {
  return base_of(module) == "__future__";
}

}  // namespace

Categorizer::Categorizer(const LintSettings& settings, PythonVersion target_version,
                         std::string_view package_root)
    : settings_(settings),
      target_version_(target_version),
      package_name_(package_root.substr(package_root.rfind('/') + 1)) {}

const ImportSection& Categorizer::section_of(std::string_view module, bool is_relative) const {
  const std::uint32_t index = section_index_of(module, is_relative);
  const std::vector<ImportSection>& order = settings_.isort.section_order;
  return index < order.size() ? order[index] : settings_.isort.default_section;
}

std::uint32_t Categorizer::section_index_of(std::string_view module, bool is_relative) const {
  if (!is_relative && !settings_.isort.no_sections) {
    if (const ImportSection* known = find_known(module); known != nullptr && !is_future(module)) {
      return index_of(*known);
    }
  }
  const std::optional<ImportType> type = find_type(module, is_relative);
  return type.has_value() ? index_of({*type}) : index_of(settings_.isort.default_section);
}

std::uint32_t Categorizer::index_of(const ImportSection& section) const {
  const std::vector<ImportSection>& order = settings_.isort.section_order;
  auto found = std::ranges::find(order, section);
  if (found == order.end()) found = std::ranges::find(order, settings_.isort.default_section);
  return static_cast<std::uint32_t>(found - order.begin());
}

std::optional<ImportType> Categorizer::find_type(std::string_view module, bool is_relative) const {
  if (!is_relative && is_future(module)) return ImportType::Future;
  if (settings_.isort.no_sections) return ImportType::FirstParty;
  if (is_relative) return ImportType::LocalFolder;
  const std::string_view base = base_of(module);
  if (is_standard_library(base, target_version_)) return ImportType::StandardLibrary;
  const bool is_same_package =
      settings_.isort.detect_same_package && !base.empty() && base == package_name_;
  if (is_same_package || has_module(settings_.src.paths, module) || module == "__main__") {
    return ImportType::FirstParty;
  }
  return std::nullopt;
}

const ImportSection* Categorizer::find_known(std::string_view module) const {
  if (settings_.isort.known_modules.empty()) return nullptr;
  if (!settings_.isort.knows_submodules) return find_known_exactly(base_of(module));
  for (std::string_view prefix = module;;) {
    if (const ImportSection* section = find_known_exactly(prefix)) return section;
    const std::size_t dot = prefix.rfind('.');
    if (dot == std::string_view::npos) return nullptr;
    prefix = prefix.substr(0, dot);
  }
}

const ImportSection* Categorizer::find_known_exactly(std::string_view module) const {
  const auto matches = [&](const auto& known) { return known.first.matches(module); };
  const auto found = std::ranges::find_if(settings_.isort.known_modules, matches);
  return found == settings_.isort.known_modules.end() ? nullptr : &found->second;
}

}  // namespace lint::imports
