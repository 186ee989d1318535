// All options, resolved for one configuration: what rules, formatter and the
// command line read.
//
// Plain structs with one member per option; the member's path is the option's
// key with '_' for '-': lint.flake8-quotes.inline-quotes is
// settings.flake8_quotes.inline_quotes of LintSettings.  The initial values here
// are the defaults, printed wherever a default is shown.  options.cc says how
// each is read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/isort_settings.h"
#include "lint/config/plugin_settings.h"
#include "lint/config/value_types.h"
#include "lint/parser/python_version.h"
#include "lint/registry/rule_selection.h"
#include "lint/registry/rule_set.h"

namespace lint {

namespace config {

enum class Language : std::uint8_t { Python, Pyi, Ipynb, Markdown };
template <>
inline constexpr EnumName<Language> kNamesOf<Language>[] = {
    {Language::Python, "python"},
    {Language::Pyi, "pyi"},
    {Language::Ipynb, "ipynb"},
    {Language::Markdown, "markdown"},
};

// What the default of dummy-variable-rgx says about a name: it is all underscores,
// or starts but does not end with one.
bool is_dummy_name(std::string_view name);

// The rules that one per-file-ignores pattern turns off.
struct FileIgnores {
  PerFilePattern pattern;
  RuleSet rules;
};

}  // namespace config

// What the linter and its rules need to know.
struct LintSettings {
  // Options of the top level that rules ask for.
  std::vector<std::string> builtins;
  config::NameMap<config::Language> extension;  // By file extension, without the dot.
  std::uint8_t indent_width = 4;
  std::uint16_t line_length = 88;
  config::DirectoryList namespace_packages;
  config::DirectoryList src = {{".", "src"}, {}};
  std::optional<PythonVersion> target_version;
  std::vector<config::PerFileTargetVersion> per_file_target_version;

  // [lint]
  std::set<char32_t> allowed_confusables;
  config::OptionRegex dummy_variable_rgx{R"(^(_+|(_+[\p{XID_Continue}]*[\p{XID_Continue}--_]+?))$)",
                                         config::is_dummy_name};
  config::FilePatternSet exclude;
  bool explicit_preview_rules = false;
  std::vector<std::string> external;
  bool future_annotations = false;
  bool ignore_init_module_imports = true;
  std::vector<std::string> logger_objects;
  bool preview = false;  // Not given: the top level's.
  std::vector<std::string> task_tags = {"TODO", "FIXME", "XXX"};
  bool typing_extensions = true;
  std::vector<std::string> typing_modules;

  // Which rules, as written; the results are below.
  std::vector<RuleSelectionLayer> rule_selection;  // Farthest layer first.
  std::vector<config::PerFileIgnore> per_file_ignores;
  std::vector<config::PerFileIgnore> extend_per_file_ignores;
  std::vector<Selector> extend_safe_fixes;
  std::vector<Selector> extend_unsafe_fixes;

  config::Flake8Annotations flake8_annotations;
  config::Flake8Bandit flake8_bandit;
  config::Flake8BooleanTrap flake8_boolean_trap;
  config::Flake8Bugbear flake8_bugbear;
  config::Flake8Builtins flake8_builtins;
  config::Flake8Comprehensions flake8_comprehensions;
  config::Flake8Copyright flake8_copyright;
  config::Flake8Errmsg flake8_errmsg;
  config::Flake8Gettext flake8_gettext;
  config::Flake8ImplicitStrConcat flake8_implicit_str_concat;
  config::Flake8ImportConventions flake8_import_conventions;
  config::Flake8PytestStyle flake8_pytest_style;
  config::Flake8Quotes flake8_quotes;
  config::Flake8Self flake8_self;
  config::Flake8TidyImports flake8_tidy_imports;
  config::Flake8TypeChecking flake8_type_checking;
  config::Flake8UnusedArguments flake8_unused_arguments;
  config::Isort isort;
  config::Mccabe mccabe;
  config::Pep8Naming pep8_naming;
  config::Pycodestyle pycodestyle;
  config::Pydoclint pydoclint;
  config::Pydocstyle pydocstyle;
  config::Pyflakes pyflakes;
  config::Pylint pylint;
  config::Pyupgrade pyupgrade;
  config::RuffRules ruff;

  // Set when settings are resolved; not options.
  std::string project_root;  // Absolute: the directory that paths are relative to.
  RuleSet rules;             // Enabled ones.
  RuleSet fixable;           // Those of them whose fixes are wanted.
  RuleSet forced_safe;       // Unsafe fixes that count as safe.
  RuleSet forced_unsafe;     // Safe fixes that count as unsafe.
  std::vector<config::FileIgnores> file_ignores;

  // The configured version for a file, if there is one: rules then assume
  // kDefaultPython, syntax checks kLatestPython.
  std::optional<PythonVersion> version_of(std::string_view absolute_path) const;
  // The enabled rules less those that per-file-ignores take from the file.
  RuleSet rules_of(std::string_view absolute_path) const;
};

namespace config {

// Which files are looked at.
struct FileSettings {
  FilePatternSet exclude = {".bzr",
                            ".direnv",
                            ".eggs",
                            ".git",
                            ".git-rewrite",
                            ".hg",
                            ".ipynb_checkpoints",
                            ".mypy_cache",
                            ".nox",
                            ".pants.d",
                            ".pyenv",
                            ".pytest_cache",
                            ".pytype",
                            ".ruff_cache",
                            ".svn",
                            ".tox",
                            ".venv",
                            ".vscode",
                            "__pypackages__",
                            "_build",
                            "buck-out",
                            "dist",
                            "node_modules",
                            "site-packages",
                            "venv"};
  FilePatternSet extend_exclude;
  bool force_exclude = false;
  // Preview adds "*.pyw", the option `extension` its extensions.
  FilePatternSet include = {"*.py",         "*.pyi",         "*.ipynb", "**/pyproject.toml",
                            "**/ruff.toml", "**/.ruff.toml", "*.md"};
  FilePatternSet extend_include;
  bool respect_gitignore = true;
};

enum class IndentStyle : std::uint8_t { Tab, Space };
template <>
inline constexpr EnumName<IndentStyle> kNamesOf<IndentStyle>[] = {
    {IndentStyle::Tab, "tab"},
    {IndentStyle::Space, "space"},
};

enum class QuoteStyle : std::uint8_t { Single, Double, Preserve };
template <>
inline constexpr EnumName<QuoteStyle> kNamesOf<QuoteStyle>[] = {
    {QuoteStyle::Single, "single"},
    {QuoteStyle::Double, "double"},
    {QuoteStyle::Preserve, "preserve"},
};

enum class NestedQuoteStyle : std::uint8_t { Alternating, Preferred };
template <>
inline constexpr EnumName<NestedQuoteStyle> kNamesOf<NestedQuoteStyle>[] = {
    {NestedQuoteStyle::Alternating, "alternating"},
    {NestedQuoteStyle::Preferred, "preferred"},
};

enum class LineEnding : std::uint8_t { Auto, Lf, CrLf, Native };
template <>
inline constexpr EnumName<LineEnding> kNamesOf<LineEnding>[] = {
    {LineEnding::Auto, "auto"},
    {LineEnding::Lf, "lf"},
    {LineEnding::CrLf, "cr-lf"},
    {LineEnding::Native, "native"},
};

// A number of columns, or none: what is left of the enclosing line.
struct DynamicLength {
  std::optional<std::uint16_t> columns;
  bool operator==(const DynamicLength&) const = default;
};

struct FormatSettings {
  bool docstring_code_format = false;
  DynamicLength docstring_code_line_length;
  FilePatternSet exclude;
  IndentStyle indent_style = IndentStyle::Space;
  LineEnding line_ending = LineEnding::Auto;
  NestedQuoteStyle nested_string_quote_style = NestedQuoteStyle::Alternating;
  bool preview = false;  // Not given: the top level's.
  QuoteStyle quote_style = QuoteStyle::Double;
  bool skip_magic_trailing_comma = false;
};

enum class ImportDirection : std::uint8_t { Dependencies, Dependents };
template <>
inline constexpr EnumName<ImportDirection> kNamesOf<ImportDirection>[] = {
    {ImportDirection::Dependencies, "dependencies"},
    {ImportDirection::Dependents, "dependents"},
    // Old spellings.
    {ImportDirection::Dependencies, "Dependencies"},
    {ImportDirection::Dependents, "Dependents"},
};

struct AnalyzeSettings {
  bool detect_string_imports = false;
  ImportDirection direction = ImportDirection::Dependencies;
  FilePatternSet exclude;
  NameMap<std::vector<std::string>> include_dependencies;  // Relative to the project root.
  bool preview = false;                                    // Not given: the top level's.
  std::size_t string_imports_min_dots = 2;
  bool type_checking_imports = true;
};

enum class OutputFormat : std::uint8_t {
  Concise,
  Full,
  Json,
  JsonLines,
  Junit,
  Grouped,
  Github,
  Gitlab,
  Pylint,
  Rdjson,
  Azure,
  Sarif
};
template <>
inline constexpr EnumName<OutputFormat> kNamesOf<OutputFormat>[] = {
    {OutputFormat::Concise, "concise"}, {OutputFormat::Full, "full"},
    {OutputFormat::Json, "json"},       {OutputFormat::JsonLines, "json-lines"},
    {OutputFormat::Junit, "junit"},     {OutputFormat::Grouped, "grouped"},
    {OutputFormat::Github, "github"},   {OutputFormat::Gitlab, "gitlab"},
    {OutputFormat::Pylint, "pylint"},   {OutputFormat::Rdjson, "rdjson"},
    {OutputFormat::Azure, "azure"},     {OutputFormat::Sarif, "sarif"},
};

}  // namespace config

// One configuration.
struct Settings {
  std::string cache_dir = ".klint_cache";  // Resolved: absolute.
  std::optional<std::string> extend;       // As written, in the nearest file.
  bool fix = false;
  bool fix_only = false;
  config::OutputFormat output_format = config::OutputFormat::Full;
  bool output_prefer_rule_codes = false;
  bool preview = false;
  std::optional<std::string> required_version;
  bool show_fixes = false;
  std::optional<bool> unsafe_fixes;  // None: not applied, but hinted at.

  config::FileSettings files;
  LintSettings lint;
  config::FormatSettings format;
  config::AnalyzeSettings analyze;

  // The file it is from; empty: defaults.
  std::string config_path;
};

}  // namespace lint
