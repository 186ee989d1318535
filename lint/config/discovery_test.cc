#include "lint/config/discovery.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/walk/test_tree.h"
#include "lint/config/find_files.h"
#include "lint/config/show_settings.h"
#include "lint/registry/codes.h"
#include "tests/support/environment.h"

namespace lint::config {
namespace {

using common::config::Value;

// A tree of its own, with no user configuration but what a test puts into "user".
class Project : public common::walk::test::Tree {
 public:
  Project() {
    environment_.set("XDG_CONFIG_HOME", root() + "/user");
    environment_.set("HOME", root() + "/home");
  }

  std::string path(const std::string& name) const { return root() + "/" + name; }

  common::Result<std::unique_ptr<Discovery>> discover(std::vector<std::string> configs = {},
                                                      bool is_isolated = false, Value flags = {},
                                                      const std::string& directory = "") const {
    const std::string working_directory = directory.empty() ? root() : root() + "/" + directory;
    auto arguments =
        read_config_arguments(configs, is_isolated, std::move(flags), working_directory);
    if (!arguments) return std::unexpected(std::move(arguments).error());
    return Discovery::create(*std::move(arguments), working_directory);
  }

  // Of one file.
  SettingsPointer settings(const std::string& file, std::vector<std::string> configs = {}) const {
    auto discovery = discover(std::move(configs));
    REQUIRE_MESSAGE(discovery.has_value(), discovery.error().message);
    auto settings = (*discovery)->settings_of(path(file));
    REQUIRE_MESSAGE(settings.has_value(), settings.error().message);
    return *settings;
  }

  std::string error(std::vector<std::string> configs = {}) const {
    const auto discovery = discover(std::move(configs));
    REQUIRE_FALSE(discovery.has_value());
    std::string message = discovery.error().message;
    for (std::size_t at; (at = message.find(root())) != std::string::npos;) {
      message.erase(at, root().size() + 1);
    }
    return message;
  }

  // What is found, relative to the tree, separated by blanks.
  std::string files(const std::vector<std::string>& roots, Value flags = {}) const {
    auto discovery = discover({}, false, std::move(flags));
    REQUIRE_MESSAGE(discovery.has_value(), discovery.error().message);
    const auto found = find_files(roots, **discovery);
    REQUIRE_MESSAGE(found.has_value(), found.error().message);
    std::string names;
    for (const FoundFile& file : found->files) {
      names += (names.empty() ? "" : " ") + file.path.substr(root().size() + 1);
      if (file.is_explicit) names += "!";
      if (file.is_lint_excluded) names += "-";
    }
    return names;
  }

 private:
  test::Environment environment_;
};

TEST_CASE("the nearest configuration holds, and klint's own names come first") {
  const Project project;
  project.put("ruff.toml", "line-length = 60");
  project.put("a/.ruff.toml", "line-length = 61");
  project.put("a/ruff.toml", "line-length = 62");
  project.put("b/ruff.toml", "line-length = 63");
  project.put("b/klint.toml", "line-length = 64");
  project.put("c/pyproject.toml", "[tool.ruff]\nline-length = 65\n[tool.klint]\nline-length = 66");
  project.put("d/pyproject.toml", "[tool.other]\n");
  CHECK(project.settings("x.py")->lint.line_length == 60);
  CHECK(project.settings("a/x.py")->lint.line_length == 61);
  CHECK(project.settings("b/x.py")->lint.line_length == 64);
  CHECK(project.settings("c/x.py")->lint.line_length == 66);
  CHECK(project.settings("d/e/x.py")->lint.line_length == 60);
  CHECK(project.settings("b/x.py")->config_path == project.path("b/klint.toml"));
  CHECK(project.settings("b/x.py")->lint.project_root == project.path("b"));
  CHECK(project.settings("b/x.py")->cache_dir == project.path("b/.klint_cache"));
}

TEST_CASE("extending") {
  const Project project;
  project.put("base.toml",
              "line-length = 60\nextend-exclude = [\"base\"]\n[lint]\nselect = [\"E\"]\n"
              "per-file-ignores = { a = [\"E1\"] }\nextend-per-file-ignores = { b = [\"E2\"] }\n");
  project.put("sub/ruff.toml",
              "extend = \"../base.toml\"\nextend-exclude = [\"sub\"]\nindent-width = 2\n[lint]\n"
              "extend-select = [\"W605\"]\nper-file-ignores = { c = [\"E3\"] }\n"
              "extend-per-file-ignores = { d = [\"E4\"] }\n");
  const SettingsPointer settings = project.settings("sub/x.py");
  CHECK(settings->lint.line_length == 60);
  CHECK(settings->lint.pycodestyle.max_line_length == 60);
  CHECK(settings->lint.indent_width == 2);
  const auto& excluded = settings->files.extend_exclude.patterns();
  REQUIRE(excluded.size() == 2);
  CHECK(excluded[0].absolute == project.path("base"));
  CHECK(excluded[1].absolute == project.path("sub/sub"));
  CHECK(settings->lint.rules.contains(codes::E501));
  CHECK(settings->lint.rules.contains(codes::W605));
  CHECK_FALSE(settings->lint.rules.contains(codes::F401));
  std::string ignores;
  for (const FileIgnores& row : settings->lint.file_ignores) ignores += row.pattern.text();
  CHECK(ignores == "cbd");
}

TEST_CASE("errors name the files") {
  const Project project;
  project.put("ruff.toml", "extend = \"other.toml\"");
  CHECK(project.error() ==
        "Failed to load extended configuration `other.toml` (`ruff.toml` extends `other.toml`)\n"
        "  Cause: Failed to read other.toml\n"
        "  Cause: No such file or directory (os error 2)");
  project.put("other.toml", "extend = \"ruff.toml\"");
  CHECK(project.error() ==
        "Circular configuration detected: `ruff.toml` extends `other.toml` extends `ruff.toml`");
  project.put("ruff.toml", "fix = 1");
  CHECK(
      project.error().starts_with("Failed to load configuration `ruff.toml`\n"
                                  "  Cause: Failed to parse ruff.toml\n"
                                  "  Cause: TOML parse error at line 1, column 7\n"));
  project.put("ruff.toml", "extend = \"$KEEL_NO_SUCH_VARIABLE\"");
  CHECK(project.error().contains("Invalid `extend` value: error looking key"));
  project.put("ruff.toml", "required-version = \">1\"\nnew-option = 1");
  CHECK(project.error() ==
        "Failed to load configuration `ruff.toml`\n"
        "  Cause: Required version `>1` does not match the running version "
        "`0.17.5`");
  project.put("ruff.toml", "[lint]\nselect = [\"XYZ\"]");
  CHECK(project.error() == "Unknown rule selector `XYZ` in `select` from `ruff.toml`");
}

TEST_CASE("the target version may be the project's") {
  const Project project;
  const auto version = [&](const std::string& file) {
    const auto configured = project.settings(file)->lint.version_of(project.path(file));
    return configured ? configured->text() : "none";
  };
  CHECK(version("x.py") == "none");
  project.put("pyproject.toml", "[project]\nrequires-python = \">=3.9\"\n");
  CHECK(version("x.py") == "3.9");
  project.put("a/ruff.toml", "");
  CHECK(version("a/x.py") == "3.9");
  project.put("b/ruff.toml",
              "target-version = \"py312\"\nper-file-target-version = { \"y.py\" = \"py38\" }");
  CHECK(version("b/x.py") == "3.12");
  CHECK(version("b/y.py") == "3.8");
  project.put("c/pyproject.toml", "[project]\nrequires-python = \"~=3.10\"\n[tool.ruff]\n");
  CHECK(version("c/x.py") == "3.10");
  project.put("user/ruff/ruff.toml", "target-version = \"py313\"");
  CHECK(version("x.py") == "3.9");
}

TEST_CASE("the user's configuration holds where there is no other") {
  const Project project;
  project.put("user/ruff/ruff.toml", "line-length = 60\nexclude = [\"q/r\"]");
  project.put("a/ruff.toml", "");
  CHECK(project.settings("x.py")->lint.line_length == 60);
  CHECK(project.settings("x.py")->files.exclude.patterns()[0].absolute == project.path("q/r"));
  CHECK(project.settings("a/x.py")->lint.line_length == 88);
  project.put("user/klint/klint.toml", "line-length = 61");
  CHECK(project.settings("x.py")->lint.line_length == 61);
}

TEST_CASE("the command line is above files") {
  const Project project;
  project.put("ruff.toml", "line-length = 60\nindent-width = 2\n[lint]\nselect = [\"E\"]");
  project.put("given.toml", "line-length = 61");
  project.put("a/ruff.toml", "line-length = 62");
  CHECK(project.settings("a/x.py", {"line-length = 70", "line-length = 71"})->lint.line_length ==
        70);
  const SettingsPointer given = project.settings("a/x.py", {project.path("given.toml")});
  CHECK(given->lint.line_length == 61);
  CHECK(given->lint.project_root == project.root());
  CHECK(project.discover({}, true).value()->base().lint.line_length == 88);
  Value flags;
  flags.set("line-length", Value::of(std::int64_t{80}));
  flags.set("lint.ignore", strings_value({"E5"}));
  const auto discovery = project.discover({"lint.extend-select = [\"F\"]"}, false, flags).value();
  CHECK(discovery->base().lint.line_length == 80);
  CHECK(discovery->base().lint.indent_width == 2);
  CHECK(discovery->base().lint.rules.contains(codes::F401));
  CHECK_FALSE(discovery->base().lint.rules.contains(codes::E501));
}

TEST_CASE("bad values of --config") {
  const Project project;
  project.put("a.toml");
  project.put("b.toml");
  const auto error_of = [&](std::vector<std::string> configs, bool is_isolated = false) {
    const auto discovery = project.discover(std::move(configs), is_isolated);
    REQUIRE_FALSE(discovery.has_value());
    return discovery.error().message;
  };
  CHECK(error_of({"nosuch.toml"}).contains("The path `nosuch.toml` does not point to a"));
  CHECK(error_of({"lint = 3"}).contains("- `lint.select`"));
  CHECK(error_of({"foo = 3"}).contains("unknown field `foo`"));
  CHECK(error_of({"fix = 3"}).contains("invalid type: integer `3`, expected a boolean"));
  CHECK(error_of({"extend = \"x\""}).contains("Cannot include `extend` in a --config flag value"));
  CHECK(error_of({project.path("a.toml"), project.path("b.toml")})
            .contains("more than one configuration file"));
  CHECK(error_of({project.path("a.toml")}, true).contains("cannot be used with `--isolated`"));
  CHECK_FALSE(per_file_ignores_value({"a"}).has_value());
  CHECK_FALSE(extension_value({"a:perl"}).has_value());
  CHECK(extension_value({"a:md"}).value().find("a")->text == "markdown");
}

TEST_CASE("options that depend on others") {
  const Project project;
  project.put("ruff.toml",
              "preview = true\nextension = { rpy = \"python\" }\nline-length = 70\n[lint]\n"
              "pylint.max-args = 9\nflake8-gettext.extend-function-names = [\"q\"]\n"
              "flake8-type-checking.strict = true\nruff.extend-markup-names = [\"m\"]\n"
              "isort.known-first-party = [\"a.b\"]\nisort.sections = { mine = [\"c\"] }\n"
              "isort.section-order = [\"mine\"]\n");
  const SettingsPointer settings = project.settings("x.py");
  const LintSettings& lint = settings->lint;
  CHECK(lint.preview);
  CHECK(settings->format.preview);
  CHECK(settings->files.include.matches("/a/b.rpy"));
  CHECK(settings->files.include.matches("/a/b.pyw"));
  CHECK(lint.src.paths == std::vector<std::string>{project.root(), project.path("src")});
  CHECK(lint.pylint.max_positional_args == 9);
  CHECK(lint.pycodestyle.max_line_length == 70);
  CHECK(lint.flake8_gettext.function_names.back() == "q");
  CHECK(lint.flake8_type_checking.exempt_modules == std::vector<std::string>{"typing"});
  CHECK(lint.flake8_bandit.extend_markup_names.front() == "m");
  CHECK(lint.flake8_import_conventions.aliases.at("statsmodels.api") == "sm");
  REQUIRE(lint.isort.known_modules.size() == 2);
  CHECK(lint.isort.known_modules[0].second.user_defined == "mine");
  CHECK(lint.isort.knows_submodules);
  CHECK(lint.isort.section_order.back() == ImportSection{.type = ImportType::ThirdParty});
}

TEST_CASE("warnings") {
  const Project project;
  project.put("ruff.toml",
              "select = [\"F\"]\n[isort]\nsection-order = [\"mine\", \"third-party\"]");
  const std::vector<std::string> warnings = project.discover().value()->warnings();
  REQUIRE(warnings.size() == 2);
  CHECK(
      warnings[0].starts_with("The top-level linter settings are deprecated in favour of their "
                              "counterparts in the `lint` section. Please update the following "
                              "options in `"));
  CHECK(warnings[0].ends_with(":\n  - 'select' -> 'lint.select'\n  - 'isort' -> 'lint.isort'"));
  CHECK(warnings[1] == "`section-order` contains unknown section: `UserDefined(\"mine\")`");
}

TEST_CASE("contradictions") {
  const Project project;
  project.put("ruff.toml", "lint.isort.required-imports = [\"import numpy\"]");
  CHECK(project.error().contains("    - `numpy` -> `np`\n"));
  project.put("ruff.toml",
              "[lint.flake8-tidy-imports]\nrequire-lazy = \"all\"\nban-lazy = [\"a\"]");
  CHECK(project.error() ==
        "`require-lazy` and `ban-lazy` must not overlap after applying exclusions");
  project.put(
      "ruff.toml",
      "[lint.flake8-tidy-imports]\nrequire-lazy = { include = \"all\", exclude = [\"a\"] }\n"
      "ban-lazy = [\"a.b\"]");
  CHECK(project.discover().has_value());
}

TEST_CASE("files of directories, as configured below them") {
  const Project project;
  project.put_all("a.py b.pyi c.txt .hidden/d.py venv/e.py sub/f.py sub/g.q sub/skip/h.py n.ipynb");
  project.put("sub/ruff.toml", "extend-include = [\"*.q\"]\nexclude = [\"skip\"]");
  project.link("a.py", "link.py");
  CHECK(project.files({"."}) ==
        ".hidden/d.py a.py b.pyi link.py n.ipynb sub/f.py sub/g.q sub/ruff.toml");
  CHECK(project.files({"sub", "a.py", "sub/f.py", "venv/e.py"}) ==
        "a.py! sub/f.py! sub/g.q sub/ruff.toml venv/e.py!");
}

TEST_CASE("ignore files and exclusions") {
  const Project project;
  project.make_directory(".git");
  project.put_all("a.py b.py c.py sub/d.py lint.py");
  project.put(".gitignore", "b.py\n");
  project.put(".ignore", "c.py\n");
  project.put("ruff.toml", "extend-exclude = [\"sub\"]\nlint.exclude = [\"lint.py\"]");
  CHECK(project.files({"."}) == "a.py lint.py- ruff.toml");
  CHECK(project.files({"b.py", "lint.py", "sub/d.py"}) == "b.py! lint.py! sub/d.py!");
  Value flags;
  flags.set("force-exclude", Value::of(true));
  CHECK(project.files({"b.py", "lint.py", "sub/d.py"}, flags) == "b.py! lint.py!-");
  flags = {};
  flags.set("respect-gitignore", Value::of(false));
  CHECK(project.files({"."}, flags) == "a.py b.py c.py lint.py- ruff.toml");
}

TEST_CASE("what cannot be looked at") {
  const Project project;
  project.put("a.py");
  const auto discovery = project.discover().value();
  const FoundFiles found = find_files({"nosuch.py", "a.py"}, *discovery).value();
  CHECK(found.files.size() == 1);
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems[0].path == project.path("nosuch.py"));
  CHECK(found.problems[0].message == "No such file or directory (os error 2)");
  project.put("sub/ruff.toml", "fix = 1");
  CHECK(find_files({"."}, *discovery).error().message.contains("expected a boolean"));
}

TEST_CASE("kinds of files") {
  LintSettings settings;
  settings.extension = {{"q", Language::Pyi}};
  CHECK(source_kind("/a/b.py", settings) == SourceKind::Python);
  CHECK(source_kind("/a/b.pyi", settings) == SourceKind::Stub);
  CHECK(source_kind("/a/b.q", settings) == SourceKind::Stub);
  CHECK(source_kind("/a/.py", settings) == SourceKind::Python);
  CHECK(source_kind("/a/script", settings) == SourceKind::Python);
  CHECK(source_kind("/a/b.md", settings) == SourceKind::Markdown);
  CHECK(source_kind("/a/pyproject.toml", settings) == SourceKind::Toml);
  CHECK(source_kind("/a/b.toml", settings) == SourceKind::Unknown);
}

TEST_CASE("settings can be shown") {
  const Project project;
  project.put("ruff.toml", "lint.select = [\"F401\"]\nline-length = 60");
  const std::string shown = shown_settings("/x.py", *project.settings("x.py"));
  CHECK(shown.starts_with("Resolved settings for: \"/x.py\"\nSettings path: \""));
  CHECK(shown.contains("linter.rules.enabled = [\n\tunused-import (F401),\n]\n"));
  CHECK(shown.contains("\nlinter.line_length = 60\n"));
  CHECK(shown.contains("\n# Formatter Settings\n"));
}

}  // namespace
}  // namespace lint::config
