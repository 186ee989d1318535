#include "lint/imports/categorize.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace lint;
using namespace lint::imports;
using config::ImportSection;
using config::ImportType;

namespace {

std::string section_name(const LintSettings& settings, std::string_view module,
                         bool is_relative = false) {
  const Categorizer categorizer(settings, kDefaultPython, "/src/own");
  return std::string(categorizer.section_of(module, is_relative).name());
}

void know(LintSettings& settings, const char* pattern, const ImportSection& section) {
  settings.isort.known_modules.emplace_back(config::NamePattern(pattern), section);
  const bool has_dot = std::string_view(pattern).find('.') != std::string_view::npos;
  settings.isort.knows_submodules = settings.isort.knows_submodules || has_dot;
}

}  // namespace

TEST_CASE("where modules come from") {
  const LintSettings settings;
  CHECK(section_name(settings, "__future__") == "future");
  CHECK(section_name(settings, "__future__", true) == "local-folder");
  CHECK(section_name(settings, "os.path") == "standard-library");
  CHECK(section_name(settings, "own.part") == "first-party");
  CHECK(section_name(settings, "__main__") == "first-party");
  CHECK(section_name(settings, "", true) == "local-folder");
  CHECK(section_name(settings, "numpy.linalg") == "third-party");
}

TEST_CASE("known modules by their longest prefix, then in order") {
  LintSettings settings;
  know(settings, "web", {.user_defined = "web"});
  know(settings, "a.b", {ImportType::FirstParty});
  know(settings, "a*", {ImportType::LocalFolder});
  know(settings, "os", {ImportType::ThirdParty});
  settings.isort.section_order.push_back({.user_defined = "web"});
  CHECK(section_name(settings, "web.core") == "web");
  CHECK(section_name(settings, "a.b.c") == "local-folder");  // a* matches "a.b.c" itself.
  CHECK(section_name(settings, "a.b") == "first-party");
  CHECK(section_name(settings, "os.path") == "third-party");
}

TEST_CASE("sections that are not listed give way to the default") {
  LintSettings settings;
  settings.isort.section_order = {{ImportType::Future}, {ImportType::FirstParty}};
  settings.isort.default_section = {ImportType::FirstParty};
  CHECK(section_name(settings, "os") == "first-party");
  settings.isort.no_sections = true;
  CHECK(section_name(settings, "numpy") == "first-party");
  CHECK(section_name(settings, "__future__") == "future");
}

TEST_CASE("modules in source directories") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("categorize" + std::to_string(::getpid()));
  fs::create_directories(root / "package" / "inner");
  std::ofstream(root / "script.py").put('\n');
  std::ofstream(root / "package" / "typed.pyi").put('\n');
  LintSettings settings;
  settings.src.paths = {"/nowhere", root.string()};
  CHECK(section_name(settings, "package") == "first-party");
  CHECK(section_name(settings, "package.inner") == "first-party");
  CHECK(section_name(settings, "package.typed") == "first-party");
  CHECK(section_name(settings, "package.missing") == "third-party");
  CHECK(section_name(settings, "script") == "first-party");
  CHECK(section_name(settings, "script.part") == "third-party");
  fs::remove_all(root);
}
