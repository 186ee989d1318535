// Options of the top level.
#include <cstdlib>

#include "common/fs/path.h"
#include "lint/config/option_rows.h"
#include "lint/config/version_specifiers.h"

namespace lint::config {
namespace {

constexpr std::string_view kDefaultTarget = R"("py311")";
static_assert(python_version_of("py311") == kDefaultPython);

// Absolute, with variables put in.
constexpr common::config::Target<Settings> kCacheDirectory = {
    .read = [](Settings& settings, const Value& value, const ReadContext& context) -> Read<void> {
      auto read = kTop<&Settings::cache_dir>.read(settings, value, context);
      if (!read) return read;
      const auto expanded = common::fs::expand_path(
          settings.cache_dir, [](const char* name) -> const char* { return std::getenv(name); });
      if (!expanded) {
        return common::config::problem(value,
                                       "Invalid `cache-dir` value: " + expanded.error().message);
      }
      settings.cache_dir = common::fs::absolute_path(*expanded, context.root);
      return {};
    },
    .print = kTop<&Settings::cache_dir>.print,
    .type = kTop<&Settings::cache_dir>.type,
};

constexpr common::config::Target<Settings> kRequiredVersion = {
    .read = [](Settings& settings, const Value& value, const ReadContext& context) -> Read<void> {
      auto read = kTop<&Settings::required_version>.read(settings, value, context);
      if (!read) return read;
      const auto specifiers = VersionSpecifiers::parse_required(*settings.required_version);
      if (specifiers) return {};
      return common::config::problem(value,
                                     "Failed to parse version: " + specifiers.error().message);
    },
    .print = kTop<&Settings::required_version>.print,
    .type = kTop<&Settings::required_version>.type,
};

constexpr OptionRow kTopRows[] = {
    {{.key = "builtins",
      .docs = "Names that exist everywhere in addition to Python's builtins, so that using them is "
              "not an undefined name.",
      .example = R"(builtins = ["_"])"},
     kLint<&LintSettings::builtins>},
    {{.key = "cache-dir",
      .docs = "Where results of earlier runs are kept. `~` and variables are expanded; a relative "
              "path is relative to the project root.",
      .example = R"(cache-dir = "~/.cache/klint")"},
     kCacheDirectory},
    {{.key = "exclude",
      .docs = "Files and directories that are left out; setting it replaces the default list.\n\n"
              "A pattern without a slash matches names anywhere (`.venv`, `foo_*.py`), one with a "
              "slash matches paths below the project root (`directory/*.py`). Paths named on the "
              "command line are checked anyway unless `force-exclude` is set.",
      .example = R"(exclude = [".venv"])"},
     kTop<&Settings::files, &FileSettings::exclude>},
    {{.key = "extend",
      .docs = "Another configuration file to take over: this file's options are then set on top "
              "of it. `~` and variables are expanded; a relative path is relative to this file.",
      .example = R"(extend = "../pyproject.toml")"},
     kTop<&Settings::extend>},
    {{.key = "extend-exclude",
      .docs = "Patterns of files and directories to leave out in addition to those of `exclude`.",
      .example = R"(extend-exclude = ["tests", "src/bad.py"])"},
     kTopMore<&Settings::files, &FileSettings::extend_exclude>},
    {{.key = "extend-include",
      .docs = "Patterns of files to check in addition to those of `include`.",
      .example = R"(extend-include = ["*.pyw"])"},
     kTopMore<&Settings::files, &FileSettings::extend_include>},
    {{.key = "extension",
      .docs = "What files with other extensions are written in. Without `include`, files with "
              "these extensions are looked for too.",
      .example = R"(extension = { rpy = "python" })",
      .type = "dict[str, Language]"},
     kLint<&LintSettings::extension>},
    {{.key = "fix", .docs = "Apply fixes, like `--fix`.", .example = "fix = true"},
     kTop<&Settings::fix>},
    {{.key = "fix-only",
      .docs = "Apply fixes and do not report what is left, like `--fix-only`.",
      .example = "fix-only = true"},
     kTop<&Settings::fix_only>},
    {{.key = "force-exclude",
      .docs = "Leave out excluded files even if they are named on the command line, as tools do "
              "that pass the names of changed files.",
      .example = "force-exclude = true"},
     kTop<&Settings::files, &FileSettings::force_exclude>},
    {{.key = "include",
      .docs = "Patterns of the files to look for in directories. Preview mode adds `*.pyw`.",
      .example = R"(include = ["*.py"])"},
     kTop<&Settings::files, &FileSettings::include>},
    {{.key = "indent-width",
      .docs = "Columns of an indent and of a tab stop, where the width of lines counts.",
      .example = "indent-width = 2"},
     kLint<&LintSettings::indent_width>},
    {{.key = "line-length",
      .docs = "Columns of a line at most: for rules about long lines, and where import sorting "
              "and the formatter wrap. Wide characters count as two.",
      .example = "line-length = 120"},
     kLint<&LintSettings::line_length>},
    {{.key = "namespace-packages",
      .docs = "Directories that are packages although they have no `__init__.py`.",
      .example = R"(namespace-packages = ["airflow/providers"])"},
     kLint<&LintSettings::namespace_packages>},
    {{.key = "output-format",
      .docs = "The form of the report.",
      .example = R"(output-format = "grouped")"},
     kTop<&Settings::output_format>},
    {{.key = "output-prefer-rule-codes",
      .docs = "Show codes of rules where preview mode would show their names.",
      .example = "output-prefer-rule-codes = true"},
     kTop<&Settings::output_prefer_rule_codes>},
    {{.key = "per-file-target-version",
      .docs = "Python versions of files that are meant for another one than `target-version` "
              "says, by pattern. `!` in front of a pattern inverts it.",
      .example = R"("scripts/*.py" = "py312")",
      .is_open_table = true},
     kLint<&LintSettings::per_file_target_version>},
    {{.key = "preview",
      .docs = "Turn on preview mode: rules, fixes and formatting that may still change.",
      .example = "preview = true"},
     kTop<&Settings::preview>},
    {{.key = "required-version",
      .docs = "Refuse to run unless the version meets these specifiers of PEP 440. The version is "
              "that of the ruff whose behaviour is followed.",
      .example = R"(required-version = ">=0.0.193")"},
     kRequiredVersion},
    {{.key = "respect-gitignore",
      .docs = "Leave out what `.gitignore`, `.ignore`, `.git/info/exclude` and the global git "
              "excludes name.",
      .example = "respect-gitignore = false"},
     kTop<&Settings::files, &FileSettings::respect_gitignore>},
    {{.key = "show-fixes",
      .docs = "List the fixes that were applied, like `--show-fixes`.",
      .example = "show-fixes = true"},
     kTop<&Settings::show_fixes>},
    {{.key = "src",
      .docs = "Directories where first-party modules are looked for, to tell them from third-party "
              "ones. Globs, `~` and variables are expanded.",
      .example = R"(src = ["src", "test"])"},
     kLint<&LintSettings::src>},
    {{.key = "target-version",
      .docs = "The oldest Python version that the code must run on. Not given: what "
              "`requires-python` of the project's `pyproject.toml` says.",
      .example = R"(target-version = "py37")",
      .default_text = kDefaultTarget},
     kLint<&LintSettings::target_version>},
    {{.key = "unsafe-fixes",
      .docs = "Apply fixes that may change what the code does; `false` also silences the hint "
              "that there are some.",
      .example = "unsafe-fixes = true"},
     kTop<&Settings::unsafe_fixes>},
};
static_assert(common::config::well_formed(kTopRows));

}  // namespace

std::span<const OptionRow> top_level_options() {
  return kTopRows;
}

}  // namespace lint::config
