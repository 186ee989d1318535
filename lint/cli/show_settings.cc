#include "lint/cli/show_settings.h"

#include "lint/cli/print.h"
#include "lint/config/find_files.h"
#include "lint/config/options.h"
#include "lint/registry/catalogue.h"
#include "lint/rules/rule_list.h"

namespace lint::cli {
namespace {

int fail_with(const common::Error& error) {
  print_error(error.message);
  return kFailed;
}

// "  unused-import (F401)", and whether klint has the rule.
std::string rule_lines(const RuleSet& rules) {
  std::string text;
  rules.for_each([&](RuleId rule) {
    const CatalogueRow& row = row_of(rule);
    text.append("\t").append(row.name).append(" (").append(row.code).append(")");
    if (find_rule_info(rule) == nullptr) text += "  # klint does not have this rule yet";
    text += ",\n";
  });
  return text;
}

std::string settings_text(const Settings& settings) {
  std::string text = "# General\nconfig = \"" + settings.config_path + "\"\nproject_root = \"" +
                     settings.lint.project_root + "\"\n";
  std::string_view table;
  for (const auto* row : config::option_table().rows()) {
    if (row->table() != table) {
      table = row->table();
      text.append("\n# ").append(table) += '\n';
    }
    text.append(row->key).append(" = ").append(row->target.print(settings)) += '\n';
  }
  text += "\n# Rules\nlinter.rules.enabled = [\n" + rule_lines(settings.lint.rules) + "]\n";
  RuleSet fixable = settings.lint.fixable;
  text += "linter.rules.should_fix = [\n" + rule_lines(fixable) + "]\n";
  return text;
}

}  // namespace

int show_files(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return fail_with(found.error());
  std::string text;
  for (const config::FoundFile& file : found->files) {
    if (!file.is_lint_excluded) text += file.path + "\n";
  }
  return print_document(text);
}

int show_settings(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return fail_with(found.error());
  if (found->files.empty()) return fail_with({"No files found under the given path"});
  const config::FoundFile& file = found->files.front();
  return print_document("Resolved settings for: \"" + file.path + "\"\n\n" +
                        settings_text(*file.settings));
}

}  // namespace lint::cli
