#include "lint/cli/rule_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/json/writer.h"
#include "lint/registry/catalogue.h"
#include "lint/rules/rule_list.h"

namespace lint::cli {
namespace {

constexpr std::string_view kFixTexts[] = {"Fix is not available.", "Fix is sometimes available.",
                                          "Fix is always available."};
constexpr std::string_view kFixNames[] = {"None", "Sometimes", "Always"};

constexpr std::string_view kMissing = "klint does not have this rule yet.\n";
constexpr std::string_view kInPreview =
    "This rule is in preview and is not stable. The `--preview` flag is required for use.";

std::string_view fix_text(const CatalogueRow& row) {
  return kFixTexts[static_cast<std::size_t>(row.fix)];
}

std::string_view docs_of(RuleId rule) {
  const RuleInfo* const info = find_rule_info(rule);
  return info == nullptr ? kMissing : info->docs;
}

// Removed rules have no documentation but this.
std::string_view explanation_of(RuleId rule) {
  const bool is_removed = row_of(rule).status == RuleStatus::Removed;
  return is_removed ? "## Removed\nThis rule has been removed.\n" : docs_of(rule);
}

// By linter; rules without a code last.
std::vector<RuleId> rules_by_linter() {
  std::vector<RuleId> rules;
  all_rules().for_each([&rules](RuleId rule) { rules.push_back(rule); });
  std::ranges::stable_sort(rules, {}, [](RuleId rule) { return row_of(rule).linter; });
  return rules;
}

void write_rule(RuleId rule, common::json::Writer& json) {
  const CatalogueRow& row = row_of(rule);
  const RuleInfo* const info = find_rule_info(rule);
  const std::span<const std::string_view> messages =
      info == nullptr ? std::span<const std::string_view>() : info->messages;
  json.begin_object().key("name").string(row.name).key("code");
  has_code(rule) ? json.string(row.code) : json.null();
  json.key("linter");
  has_code(rule) ? json.string(linters()[row.linter].name) : json.null();
  json.key("summary").string(messages.empty() ? std::string_view() : messages.front());
  json.key("message_formats").begin_array();
  for (std::string_view message : messages) json.string(message);
  json.end_array();
  json.key("fix").string(fix_text(row));
  json.key("fix_availability").string(kFixNames[static_cast<std::size_t>(row.fix)]);
  json.key("explanation").string(explanation_of(rule));
  json.key("preview").boolean(row.status == RuleStatus::Preview);
  json.key("status").begin_object().key(status_name(row.status)).begin_object();
  json.key("since").string(row.since).end_object().end_object();
  json.key("category").string(category_name(row.category));
  json.key("source_location").null();
  json.key("implemented").boolean(info != nullptr);
  json.end_object();
}

// "E/W"
std::string prefix_text(const LinterInfo& linter) {
  std::string text(linter.prefix);
  if (!text.empty()) return text;
  for (const LinterCategory& category : linter.categories) {
    text.append(text.empty() ? "" : "/").append(category.prefix);
  }
  return text;
}

}  // namespace

std::string rule_text(RuleId rule) {
  const CatalogueRow& row = row_of(rule);
  std::string out = "# " + std::string(row.name);
  if (has_code(rule)) out.append(" (").append(row.code).append(")");
  out += "\n\n";
  if (has_code(rule)) {
    out.append("Derived from the **").append(linters()[row.linter].name).append("** linter.\n\n");
  }
  if (row.fix != FixAvailability::None) out.append(fix_text(row)).append("\n\n");
  if (row.status == RuleStatus::Preview) out.append(kInPreview).append("\n\n");
  return out.append(explanation_of(rule));
}

std::string all_rules_text() {
  std::string out;
  for (RuleId rule : rules_by_linter()) out += rule_text(rule) + "\n";
  return out;
}

std::string rule_json(RuleId rule) {
  std::string out;
  common::json::Writer json(out, common::json::Layout::Pretty);
  write_rule(rule, json);
  return out;
}

std::string all_rules_json() {
  std::string out;
  common::json::Writer json(out, common::json::Layout::Pretty);
  json.begin_array();
  for (RuleId rule : rules_by_linter()) write_rule(rule, json);
  json.end_array();
  return out;
}

std::string linters_text() {
  constexpr std::size_t kPrefixWidth = 4;
  std::string out;
  for (const LinterInfo& linter : linters()) {
    const std::string prefix = prefix_text(linter);
    if (prefix.size() < kPrefixWidth) out.append(kPrefixWidth - prefix.size(), ' ');
    out.append(prefix).append(" ").append(linter.name).append("\n");
  }
  return out;
}

std::string linters_json() {
  std::string out;
  common::json::Writer json(out, common::json::Layout::Pretty);
  json.begin_array();
  for (const LinterInfo& linter : linters()) {
    json.begin_object();
    json.key("prefix").string(linter.prefix).key("name").string(linter.name);
    if (!linter.url.empty()) json.key("url").string(linter.url);
    if (!linter.categories.empty()) json.key("categories").begin_array();
    for (const LinterCategory& category : linter.categories) {
      json.begin_object().key("prefix").string(category.prefix);
      json.key("name").string(category.name).end_object();
    }
    if (!linter.categories.empty()) json.end_array();
    json.end_object();
  }
  json.end_array();
  return out + "\n";
}

}  // namespace lint::cli
