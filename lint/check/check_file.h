// check_file: one source text in, findings out.
//
//   text -> Parsed -> tokens -> path -> walk (nodes, scopes, bindings...)
//        -> imports -> lines -> suppression -> with the syntax errors in order
//
// If the text has syntax errors, only tokens, path and lines are looked at and no
// finding has a fix.//
// Nothing is shared with other files but immutable settings and hooks, so any
// number of threads can check at once.
#pragma once

#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/hook_table.h"
#include "lint/suppress/suppressions.h"

namespace lint {

// What is the same for all files under one configuration.
struct CheckPlan {
  const LintSettings& settings;
  const HookTable& hooks;
  RuleSet enabled;
  PythonVersion target_version = kDefaultPython;  // For rules.
  PythonVersion syntax_version = kLatestPython;   // For syntax errors.
  bool ignores_suppressions = false;              // --ignore-noqa
};

struct CheckResult {
  std::string text;  // As it was given.
  // Syntax errors, then findings in the order in which rules reported them, which
  // decides between fixes at one place; reports want them by start.
  std::vector<Diagnostic> diagnostics;
  bool parses = true;                    // Else no fix may be applied.
  std::vector<CommentWarning> warnings;  // About noqa comments and docstrings.
};

// cells: those of `text`, if it is a notebook's.
CheckResult check_file(const CheckPlan& plan, const FileInfo& file, std::string text,
                       const Cells* cells = nullptr);

}  // namespace lint
