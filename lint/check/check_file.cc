#include "lint/check/check_file.h"

#include <algorithm>
#include <utility>

#include "lint/check/walk.h"
#include "lint/fix/apply_fixes.h"
#include "lint/suppress/apply.h"

namespace lint {
namespace {

template <typename Pass>
void run_pass(Checker& checker, const HookTable& hooks, HookPoint point) {
  const Pass pass;
  for (const HookTable::Run run : hooks.at(point)) run(checker, &pass);
}

Diagnostic syntax_error(TextRange range, std::string message) {
  return Diagnostic{.rule = kSyntaxError, .range = range, .message = std::move(message)};
}

// Parse errors, then what the target version or the context does not allow.
std::vector<Diagnostic> syntax_errors(const parser::Parsed& parsed,
                                      std::vector<Diagnostic> semantic_errors) {
  std::vector<Diagnostic> errors;
  for (const parser::SyntaxError& error : parsed.errors()) {
    errors.push_back(syntax_error(error.range, error.message));
  }
  for (const parser::VersionError& error : parsed.version_errors()) {
    errors.push_back(syntax_error(error.range, error.message));
  }
  std::ranges::move(semantic_errors, std::back_inserter(errors));
  return errors;
}

std::vector<Diagnostic> merged(std::vector<Diagnostic> errors, std::vector<Diagnostic> findings) {
  std::ranges::move(findings, std::back_inserter(errors));
  return errors;
}

parser::Parsed parse(std::string text, PythonVersion version, const Cells* cells) {
  if (cells == nullptr) return parser::parse(std::move(text), {.target_version = version});
  std::vector<TextRange> contents;
  for (std::size_t i = 0; i < cells->count(); ++i) contents.push_back(cells->content(i));
  return parser::parse(
      std::move(text),
      {.mode = parser::Mode::IPython, .target_version = version, .cells = contents});
}

// The file's name without its extension.
std::string_view stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

semantic::SemanticOptions semantic_options(const CheckPlan& plan, const FileInfo& file,
                                           bool is_notebook) {
  return {.target_version = plan.target_version,
          .is_stub = file.is_stub,
          .is_notebook = is_notebook,
          .typing_modules = plan.settings.typing_modules,
          .builtins = plan.settings.builtins,
          .module_path = file.module_path,
          .module_name = stem_of(file.path)};
}

}  // namespace

CheckResult check_file(const CheckPlan& plan, const FileInfo& file, std::string text,
                       const Cells* cells) {
  parser::Parsed parsed = parse(std::move(text), plan.syntax_version, cells);
  const parser::LineStructure lines(parsed.text(), parsed.tokens());
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()},
                                  {plan.settings.external, plan.settings.preview});
  const CheckInput input{.parsed = parsed,
                         .lines = lines,
                         .file = file,
                         .settings = plan.settings,
                         .enabled = plan.enabled,
                         .target_version = plan.target_version,
                         .syntax_version = plan.syntax_version,
                         .cells = cells};
  semantic::Semantic semantic(parsed, semantic_options(plan, file, cells != nullptr));
  Checker checker(input, semantic);
  if (!plan.ignores_suppressions) checker.set_suppressions(&suppressions);

  run_pass<TokenPass>(checker, plan.hooks, HookPoint::Tokens);
  run_pass<PathPass>(checker, plan.hooks, HookPoint::Path);
  std::vector<Diagnostic> semantic_errors;
  if (parsed.is_valid()) {
    semantic_errors = walk(checker, semantic, plan.hooks);
    run_pass<ImportPass>(checker, plan.hooks, HookPoint::Imports);
  }
  run_pass<LinePass>(checker, plan.hooks, HookPoint::Lines);

  CheckResult result;
  std::vector<Diagnostic>& findings = checker.diagnostics();
  const SuppressionPlan suppression{.enabled = plan.enabled,
                                    .is_valid_syntax = parsed.is_valid(),
                                    .keeps_all = plan.ignores_suppressions};
  apply_suppressions(suppressions, suppression, findings);
  result.warnings = std::move(checker.warnings());
  if (looks_at_comments(suppression)) {
    std::ranges::move(suppressions.warnings(), std::back_inserter(result.warnings));
  }
  apply_policy({.fixable = plan.settings.fixable,
                .forced_safe = plan.settings.forced_safe,
                .forced_unsafe = plan.settings.forced_unsafe},
               findings);
  result.parses = parsed.is_valid();
  if (!result.parses) {
    for (Diagnostic& finding : findings) finding.fix.reset();
  }
  result.diagnostics =
      merged(syntax_errors(parsed, std::move(semantic_errors)), std::move(findings));
  result.text = std::move(parsed).take_text();
  return result;
}

}  // namespace lint
