// What klint says about its rules and linters, as text or JSON.
#pragma once

#include <string>

#include "lint/registry/rule_id.h"

namespace lint::cli {

// Markdown: title, linter, fix, status, documentation.  A rule that klint does
// not have yet says so instead of documentation.
std::string rule_text(RuleId rule);
std::string all_rules_text();  // By linter.
std::string rule_json(RuleId rule);
std::string all_rules_json();

std::string linters_text();
std::string linters_json();

}  // namespace lint::cli
