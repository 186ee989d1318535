#include "lint/config/show_settings.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "common/config/toml.h"
#include "common/fs/path.h"
#include "lint/config/codecs.h"
#include "lint/config/options.h"
#include "lint/registry/catalogue.h"

namespace lint::config {
namespace {

using common::config::Codec;
using common::config::toml_text;
using Texts = std::vector<std::string>;

std::string shown(bool value) {
  return value ? "true" : "false";
}
std::string shown(const std::string& value) {
  return value;
}
std::string shown(std::integral auto value) {
  return std::to_string(value);
}
std::string shown(const NamePattern& value) {
  return value.text();
}
std::string shown(const FilePattern& value) {
  return toml_text(value.pattern);
}
std::string shown(const ImportSection& value) {
  if (!value.is_builtin()) return toml_text(value.user_defined);
  std::string name(value.name());
  std::ranges::replace(name, '-', '_');
  return "known { type = " + name + " }";
}
std::string shown(const AllowedValue& value) {
  return Codec<AllowedValue>::print(value);
}
std::string shown(const char32_t& value) {
  const std::string quoted = Codec<char32_t>::print(value);
  return quoted.substr(1, quoted.size() - 2);
}
template <Described Enum>
std::string shown(Enum value) {
  std::string name(name_of(value));
  std::ranges::replace(name, '-', '_');
  return name;
}
std::string shown(const PythonVersion& value) {
  return value.text();
}
std::string shown(const BannedApi& value) {
  return value.msg;
}
template <typename T>
std::string shown(const std::optional<T>& value) {
  return value ? shown(*value) : "none";
}

std::string bracketed(const Texts& lines, std::string_view open, std::string_view close,
                      std::string_view indent = "\t") {
  std::string text(open);
  if (lines.empty()) return text.append(close);
  text += '\n';
  for (const std::string& line : lines) text.append(indent).append(line).append(",\n");
  return text.append(close);
}

std::string listed(const auto& list, std::string_view indent = "\t") {
  Texts lines;
  for (const auto& element : list) lines.push_back(shown(element));
  return bracketed(lines, "[", "]", indent);
}

std::string mapped(const auto& map) {
  Texts lines;
  for (const auto& [key, value] : map) lines.push_back(shown(key) + " = " + shown(value));
  return bracketed(lines, "{", "}");
}

std::string shown_preview(bool is_on) {
  return is_on ? "enabled" : "disabled";
}

std::string listed_rules(const RuleSet& rules) {
  Texts lines;
  rules.for_each([&](RuleId rule) {
    const CatalogueRow& row = row_of(rule);
    lines.push_back(row.code == "-" ? std::string(row.name)
                                    : fmt::format("{} ({})", row.name, row.code));
  });
  return bracketed(lines, "[", "]");
}

// Patterns with something that holds for the files they match.
std::string listed_patterns(const auto& rows, auto text_of) {
  if (rows.empty()) return "{}";
  std::string text = "{\n";
  for (const auto& row : rows) {
    text +=
        fmt::format("\tabsolute_matcher = {}\nbasename_matcher = {}\nnegated = {}\ndata = {}\n\n",
                    toml_text(row.pattern.absolute()), toml_text(row.pattern.pattern()),
                    row.pattern.is_negated(), text_of(row));
  }
  return text + "}";
}

std::string listed_versions(const std::vector<PerFileTargetVersion>& rows) {
  return listed_patterns(rows, [](const PerFileTargetVersion& row) { return row.version.text(); });
}

std::string quoted_list(const Texts& texts) {
  return Codec<Texts>::print(texts);
}

std::string shown_selection(const ImportSelection& selection) {
  if (!selection.has_exclude) {
    return selection.all ? "\"all\"" : listed(selection.include);
  }
  return "{\n\tinclude = " + (selection.all ? "\"all\"" : listed(selection.include, "\t\t")) +
         "\n\texclude = " + listed(selection.exclude, "\t\t") + "\n}";
}

std::string shown_extensions(const NameMap<Language>& extensions) {
  std::string text;
  for (const auto& [extension, language] : extensions) {
    std::string name(name_of(language));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", toml_text(extension), name);
  }
  return "ExtensionMapping({" + text + "})";
}

// The lines "prefix.name = text" of one part.
class Part {
 public:
  Part(std::string& out, std::string_view title, std::string_view prefix)
      : out_(out), prefix_(prefix) {
    if (!title.empty()) out_.append("\n# ").append(title).append("\n");
  }
  Part& add(std::string_view name, const std::string& text) {
    out_.append(prefix_).append(name).append(" = ").append(text).append("\n");
    return *this;
  }

 private:
  std::string& out_;
  std::string prefix_;
};

void show_general(const Settings& settings, std::string& out) {
  Part(out, "General Settings", "")
      .add("cache_dir", toml_text(settings.cache_dir))
      .add("fix", shown(settings.fix))
      .add("fix_only", shown(settings.fix_only))
      .add("output_format", shown(settings.output_format))
      .add("output_prefer_rule_codes", shown(settings.output_prefer_rule_codes))
      .add("show_fixes", shown(settings.show_fixes))
      .add("unsafe_fixes",
           settings.unsafe_fixes ? shown_preview(*settings.unsafe_fixes) : std::string("hint"));
  Part(out, "File Resolver Settings", "file_resolver.")
      .add("exclude", listed(settings.files.exclude.patterns()))
      .add("extend_exclude", listed(settings.files.extend_exclude.patterns()))
      .add("force_exclude", shown(settings.files.force_exclude))
      .add("include", listed(settings.files.include.patterns()))
      .add("extend_include", listed(settings.files.extend_include.patterns()))
      .add("respect_gitignore", shown(settings.files.respect_gitignore))
      .add("project_root", toml_text(settings.lint.project_root));
}

void show_linter(const LintSettings& lint, std::string& out) {
  Part(out, "Linter Settings", "linter.")
      .add("exclude", listed(lint.exclude.patterns()))
      .add("project_root", toml_text(lint.project_root))
      .add("rules.enabled", listed_rules(lint.rules))
      .add("rules.should_fix", listed_rules(lint.fixable))
      .add("per_file_ignores",
           listed_patterns(lint.file_ignores,
                           [](const FileIgnores& row) { return listed_rules(row.rules); }))
      .add("safety_table.forced_safe", listed_rules(lint.forced_safe))
      .add("safety_table.forced_unsafe", listed_rules(lint.forced_unsafe))
      .add("unresolved_target_version", shown(lint.target_version))
      .add("per_file_target_version", listed_versions(lint.per_file_target_version))
      .add("preview", shown_preview(lint.preview))
      .add("explicit_preview_rules", shown(lint.explicit_preview_rules))
      .add("extension", shown_extensions(lint.extension))
      .add("allowed_confusables", listed(lint.allowed_confusables))
      .add("builtins", listed(lint.builtins))
      .add("dummy_variable_rgx", lint.dummy_variable_rgx.text())
      .add("external", listed(lint.external))
      .add("ignore_init_module_imports", shown(lint.ignore_init_module_imports))
      .add("logger_objects", listed(lint.logger_objects))
      .add("namespace_packages", quoted_list(lint.namespace_packages.paths));
  Texts sources;
  for (const std::string& path : lint.src.paths) sources.push_back(toml_text(path));
  Part(out, "", "linter.")
      .add("src", bracketed(sources, "[", "]"))
      .add("tab_size", shown(lint.indent_width))
      .add("line_length", shown(lint.line_length))
      .add("task_tags", listed(lint.task_tags))
      .add("typing_modules", listed(lint.typing_modules))
      .add("typing_extensions", shown(lint.typing_extensions));
}

void show_plugins_to_i(const LintSettings& lint, std::string& out) {
  Part(out, "Linter Plugins", "linter.flake8_annotations.")
      .add("mypy_init_return", shown(lint.flake8_annotations.mypy_init_return))
      .add("suppress_dummy_args", shown(lint.flake8_annotations.suppress_dummy_args))
      .add("suppress_none_returning", shown(lint.flake8_annotations.suppress_none_returning))
      .add("allow_star_arg_any", shown(lint.flake8_annotations.allow_star_arg_any))
      .add("ignore_fully_untyped", shown(lint.flake8_annotations.ignore_fully_untyped));
  Part(out, "", "linter.flake8_bandit.")
      .add("hardcoded_tmp_directory", listed(lint.flake8_bandit.hardcoded_tmp_directory))
      .add("check_typed_exception", shown(lint.flake8_bandit.check_typed_exception))
      .add("extend_markup_names", listed(lint.flake8_bandit.extend_markup_names))
      .add("allowed_markup_calls", listed(lint.flake8_bandit.allowed_markup_calls));
  Part(out, "", "linter.")
      .add("flake8_bugbear.extend_immutable_calls",
           listed(lint.flake8_bugbear.extend_immutable_calls))
      .add("flake8_builtins.allowed_modules", listed(lint.flake8_builtins.allowed_modules))
      .add("flake8_builtins.ignorelist", listed(lint.flake8_builtins.ignorelist))
      .add("flake8_builtins.strict_checking", shown(lint.flake8_builtins.strict_checking))
      .add("flake8_comprehensions.allow_dict_calls_with_keyword_arguments",
           shown(lint.flake8_comprehensions.allow_dict_calls_with_keyword_arguments))
      .add("flake8_copyright.notice_rgx", lint.flake8_copyright.notice_rgx.text())
      .add("flake8_copyright.author", shown(lint.flake8_copyright.author))
      .add("flake8_copyright.min_file_size", shown(lint.flake8_copyright.min_file_size))
      .add("flake8_errmsg.max_string_length", shown(lint.flake8_errmsg.max_string_length))
      .add("flake8_gettext.function_names", listed(lint.flake8_gettext.function_names))
      .add("flake8_implicit_str_concat.allow_multiline",
           shown(lint.flake8_implicit_str_concat.allow_multiline));
  NameMap<std::string> banned;
  for (const auto& [module, aliases] : lint.flake8_import_conventions.banned_aliases) {
    banned.emplace(module, fmt::format("[{}]", fmt::join(aliases, ", ")));
  }
  Part(out, "", "linter.flake8_import_conventions.")
      .add("aliases", mapped(lint.flake8_import_conventions.aliases))
      .add("banned_aliases", mapped(banned))
      .add("banned_from", listed(lint.flake8_import_conventions.banned_from));
}

// With quotes around the names of how annotations are evaluated.
std::string shown_evaluation(const NameMap<RuntimeEvaluation>& map) {
  NameMap<std::string> quoted;
  for (const auto& [name, value] : map) quoted.emplace(name, toml_text(name_of(value)));
  return mapped(quoted);
}

void show_plugins_to_u(const LintSettings& lint, std::string& out) {
  const Flake8PytestStyle& pytest = lint.flake8_pytest_style;
  Part(out, "", "linter.flake8_pytest_style.")
      .add("fixture_parentheses", shown(pytest.fixture_parentheses))
      .add("parametrize_names_type", shown(pytest.parametrize_names_type))
      .add("parametrize_values_type", shown(pytest.parametrize_values_type))
      .add("parametrize_values_row_type", shown(pytest.parametrize_values_row_type))
      .add("raises_require_match_for", listed(pytest.raises_require_match_for))
      .add("raises_extend_require_match_for", listed(pytest.raises_extend_require_match_for))
      .add("mark_parentheses", shown(pytest.mark_parentheses));
  Part(out, "", "linter.flake8_quotes.")
      .add("inline_quotes", shown(lint.flake8_quotes.inline_quotes))
      .add("multiline_quotes", shown(lint.flake8_quotes.multiline_quotes))
      .add("docstring_quotes", shown(lint.flake8_quotes.docstring_quotes))
      .add("avoid_escape", shown(lint.flake8_quotes.avoid_escape));
  Part(out, "", "linter.").add("flake8_self.ignore_names", listed(lint.flake8_self.ignore_names));
  const Flake8TidyImports& tidy = lint.flake8_tidy_imports;
  Part(out, "", "linter.flake8_tidy_imports.")
      .add("ban_relative_imports", toml_text(name_of(tidy.ban_relative_imports)))
      .add("banned_api", mapped(tidy.banned_api))
      .add("banned_module_level_imports", listed(tidy.banned_module_level_imports))
      .add("require_lazy", shown_selection(tidy.require_lazy))
      .add("ban_lazy", shown_selection(tidy.ban_lazy));
  const Flake8TypeChecking& typing = lint.flake8_type_checking;
  Part(out, "", "linter.flake8_type_checking.")
      .add("strict", shown(typing.strict))
      .add("exempt_modules", listed(typing.exempt_modules))
      .add("runtime_evaluated_base_classes",
           shown_evaluation(typing.runtime_evaluated_base_classes))
      .add("runtime_evaluated_decorators", shown_evaluation(typing.runtime_evaluated_decorators))
      .add("quote_annotations", shown(typing.quote_annotations));
  Part(out, "", "linter.")
      .add("flake8_unused_arguments.ignore_variadic_names",
           shown(lint.flake8_unused_arguments.ignore_variadic_names));
}

std::string shown_known_modules(const Isort& isort) {
  Texts lines;
  for (const auto& [pattern, section] : isort.known_modules) {
    lines.push_back(pattern.text() + " => " + debug_text(section));
  }
  return bracketed(lines, "{", "}");
}

void show_isort(const Isort& isort, std::string& out) {
  std::set<RequiredImport> required;
  for (const RequiredImports& statement : isort.required_imports) {
    required.insert(statement.names.begin(), statement.names.end());
  }
  Texts imports;
  for (const RequiredImport& import : required) imports.push_back(import.text());
  std::map<ImportSection, std::string> headings;
  for (const auto& [section, heading] : isort.import_heading) {
    headings.emplace(section, "# " + heading);
  }
  Part(out, "", "linter.isort.")
      .add("required_imports", bracketed(imports, "[", "]"))
      .add("combine_as_imports", shown(isort.combine_as_imports))
      .add("force_single_line", shown(isort.force_single_line))
      .add("force_sort_within_sections", shown(isort.force_sort_within_sections))
      .add("detect_same_package", shown(isort.detect_same_package))
      .add("case_sensitive", shown(isort.case_sensitive))
      .add("force_wrap_aliases", shown(isort.force_wrap_aliases))
      .add("force_to_top", listed(isort.force_to_top))
      .add("known_modules", shown_known_modules(isort))
      .add("order_by_type", shown(isort.order_by_type))
      .add("relative_imports_order", shown(isort.relative_imports_order))
      .add("single_line_exclusions", listed(isort.single_line_exclusions))
      .add("split_on_trailing_comma", shown(isort.split_on_trailing_comma))
      .add("classes", listed(isort.classes))
      .add("constants", listed(isort.constants))
      .add("variables", listed(isort.variables))
      .add("no_lines_before", listed(isort.no_lines_before))
      .add("import_headings", mapped(headings))
      .add("lines_after_imports", shown(isort.lines_after_imports))
      .add("lines_between_types", shown(isort.lines_between_types))
      .add("forced_separate", listed(isort.forced_separate))
      .add("section_order", listed(isort.section_order))
      .add("default_section", shown(isort.default_section))
      .add("no_sections", shown(isort.no_sections))
      .add("from_first", shown(isort.from_first))
      .add("length_sort", shown(isort.length_sort))
      .add("length_sort_straight", shown(isort.length_sort_straight));
}

void show_other_families(const LintSettings& lint, std::string& out) {
  Part(out, "", "linter.")
      .add("mccabe.max_complexity", shown(lint.mccabe.max_complexity))
      .add("pep8_naming.ignore_names", listed(lint.pep8_naming.ignore_names))
      .add("pep8_naming.classmethod_decorators", listed(lint.pep8_naming.classmethod_decorators))
      .add("pep8_naming.staticmethod_decorators", listed(lint.pep8_naming.staticmethod_decorators))
      .add("pycodestyle.max_line_length", shown(lint.pycodestyle.max_line_length))
      .add("pycodestyle.max_doc_length", shown(lint.pycodestyle.max_doc_length))
      .add("pycodestyle.ignore_overlong_task_comments",
           shown(lint.pycodestyle.ignore_overlong_task_comments))
      .add("pyflakes.extend_generics", listed(lint.pyflakes.extend_generics))
      .add("pyflakes.allowed_unused_imports", listed(lint.pyflakes.allowed_unused_imports));
  Part(out, "", "linter.pylint.")
      .add("allow_magic_value_types", listed(lint.pylint.allow_magic_value_types))
      .add("allow_magic_values", listed(lint.pylint.allow_magic_values))
      .add("allow_dunder_method_names", listed(lint.pylint.allow_dunder_method_names))
      .add("max_args", shown(lint.pylint.max_args))
      .add("max_positional_args", shown(lint.pylint.max_positional_args))
      .add("max_returns", shown(lint.pylint.max_returns))
      .add("max_bool_expr", shown(lint.pylint.max_bool_expr))
      .add("max_branches", shown(lint.pylint.max_branches))
      .add("max_statements", shown(lint.pylint.max_statements))
      .add("max_statements_in_try", shown(lint.pylint.max_statements_in_try))
      .add("max_public_methods", shown(lint.pylint.max_public_methods))
      .add("max_locals", shown(lint.pylint.max_locals))
      .add("max_nested_blocks", shown(lint.pylint.max_nested_blocks));
  Part(out, "", "linter.")
      .add("pyupgrade.keep_runtime_typing", shown(lint.pyupgrade.keep_runtime_typing))
      .add("ruff.parenthesize_tuple_in_subscript", shown(lint.ruff.parenthesize_tuple_in_subscript))
      .add("ruff.strictly_empty_init_modules", shown(lint.ruff.strictly_empty_init_modules));
}

void show_formatter(const Settings& settings, std::string& out) {
  const FormatSettings& format = settings.format;
  const LintSettings& lint = settings.lint;
  Part(out, "Formatter Settings", "formatter.")
      .add("exclude", listed(format.exclude.patterns()))
      .add("unresolved_target_version", lint.target_version.value_or(kDefaultPython).text())
      .add("per_file_target_version", listed_versions(lint.per_file_target_version))
      .add("preview", shown_preview(format.preview))
      .add("line_width", shown(lint.line_length))
      .add("line_ending", shown(format.line_ending))
      .add("indent_style", shown(format.indent_style))
      .add("indent_width", shown(lint.indent_width))
      .add("quote_style", shown(format.quote_style))
      .add("nested_string_quote_style", shown(format.nested_string_quote_style))
      .add("magic_trailing_comma", format.skip_magic_trailing_comma ? "ignore" : "respect")
      .add("docstring_code_format", shown_preview(format.docstring_code_format))
      .add("docstring_code_line_width", format.docstring_code_line_length.columns
                                            ? shown(*format.docstring_code_line_length.columns)
                                            : std::string("dynamic"));
}

void show_analyze(const Settings& settings, std::string& out) {
  const AnalyzeSettings& analyze = settings.analyze;
  const std::string root = toml_text(settings.lint.project_root);
  std::string dependencies;
  for (const auto& [file, globs] : analyze.include_dependencies) {
    const std::string path = common::fs::absolute_path(file, settings.lint.project_root);
    dependencies += fmt::format("{}{}: ({}, {})", dependencies.empty() ? "" : ", ", toml_text(path),
                                root, quoted_list(globs));
  }
  Part(out, "Analyze Settings", "analyze.")
      .add("exclude", listed(analyze.exclude.patterns()))
      .add("preview", shown_preview(analyze.preview))
      .add("target_version", settings.lint.target_version.value_or(kDefaultPython).text())
      .add("string_imports",
           analyze.detect_string_imports
               ? fmt::format("enabled (min_dots: {})", analyze.string_imports_min_dots)
               : "disabled")
      .add("extension", shown_extensions(settings.lint.extension))
      .add("include_dependencies", "{" + dependencies + "}")
      .add("type_checking_imports", shown(analyze.type_checking_imports));
}

}  // namespace

std::string shown_settings(std::string_view path, const Settings& settings) {
  std::string out = "Resolved settings for: " + toml_text(path) + "\n";
  if (!settings.config_path.empty()) {
    out += "Settings path: " + toml_text(settings.config_path) + "\n";
  }
  show_general(settings, out);
  show_linter(settings.lint, out);
  show_plugins_to_i(settings.lint, out);
  show_plugins_to_u(settings.lint, out);
  show_isort(settings.lint.isort, out);
  show_other_families(settings.lint, out);
  show_formatter(settings, out);
  show_analyze(settings, out);
  return out;
}

}  // namespace lint::config
