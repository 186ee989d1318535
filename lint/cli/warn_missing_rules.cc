#include "lint/cli/warn_missing_rules.h"

#include <set>
#include <string>

#include "lint/cli/print.h"
#include "lint/registry/catalogue.h"
#include "lint/registry/selector.h"
#include "lint/rules/rule_list.h"

namespace lint::cli {
namespace {

void collect(const std::vector<Selector>& selectors, PreviewMode preview, RuleSet& exact) {
  for (const Selector& selector : selectors) {
    const auto resolved = resolve_selector(selector.text, preview);
    if (resolved && resolved->is_exact()) exact.insert(resolved->rules(preview));
  }
}

}  // namespace

void warn_missing_rules(const config::FoundFiles& files) {
  std::set<const Settings*> seen;
  std::string missing;
  RuleSet named;
  for (const config::FoundFile& file : files.files) {
    if (!seen.insert(file.settings).second) continue;
    const LintSettings& lint = file.settings->lint;
    const PreviewMode preview{lint.preview, lint.explicit_preview_rules};
    RuleSet exact;
    for (const RuleSelectionLayer& layer : lint.rule_selection) {
      if (layer.select) collect(*layer.select, preview, exact);
      collect(layer.extend_select, preview, exact);
    }
    exact.for_each([&](RuleId rule) {
      if (lint.rules.contains(rule)) named.insert(rule);
    });
  }
  named.for_each([&](RuleId rule) {
    if (find_rule_info(rule) != nullptr) return;
    missing.append(missing.empty() ? "" : ", ").append(row_of(rule).code);
  });
  if (!missing.empty()) print_warning("klint does not have these selected rules yet: " + missing);
}

}  // namespace lint::cli
