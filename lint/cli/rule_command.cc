// klint rule and klint linter.
#include <optional>
#include <string>

#include "lint/cli/print.h"
#include "lint/cli/rule_text.h"
#include "lint/cli/run_commands.h"
#include "lint/registry/catalogue.h"
#include "lint/registry/redirects.h"

namespace lint::cli {
namespace {

bool wants_json(const Options& options) {
  return options.output_format == "json";
}

int explain(const std::string& name, bool as_json) {
  std::optional<RuleId> rule = find_rule_by_code(name);
  if (!rule) rule = find_rule_by_name(name);
  if (rule) return print_document(as_json ? rule_json(*rule) : rule_text(*rule));
  std::string problem = "invalid value '" + name + "' for '[RULE]'";
  if (const auto today = find_rule_by_any_code(name)) {
    problem += "\n\n  tip: the rule is '" + std::string(row_of(*today).code) + "' now";
  }
  print_error(problem);
  return kFailed;
}

}  // namespace

int run_rule(const Options& options) {
  const bool as_json = wants_json(options);
  const std::size_t names = options.positionals.size();
  if (options.all_rules && names == 0) {
    return print_document(as_json ? all_rules_json() : all_rules_text());
  }
  if (!options.all_rules && names == 1) return explain(options.positionals.front(), as_json);
  print_error("expected one RULE or --all");
  return kFailed;
}

int run_linter(const Options& options) {
  return print_document(wants_json(options) ? linters_json() : linters_text());
}

}  // namespace lint::cli
