#include <algorithm>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pyupgrade/moved_names.h"

namespace lint::rules::UP035_deprecated_import {

using pyupgrade::Move;

// Does lint.isort.required-imports ask for it?
static bool is_required(const Checker& c, std::string_view module, const ast::Alias& alias) {
  const auto is_it = [&](const config::RequiredImport& import) {
    return import.is_from && import.level == 0 && import.module.value_or("") == module &&
           alias.name == import.name;
  };
  return std::ranges::any_of(c.settings().isort.required_imports,
                             [&](const config::RequiredImports& statement) {
                               return std::ranges::any_of(statement.names, is_it);
                             });
}

// "from target import a, b as c"
static std::string import_text(const std::vector<const ast::Alias*>& names,
                               std::string_view target) {
  std::string text = "from " + std::string(target) + " import ";
  for (const ast::Alias* alias : names) {
    if (alias != names.front()) text += ", ";
    text += alias->name.text();
    if (alias->asname) text.append(" as ").append(alias->asname.text());
  }
  return text;
}

// The ranges of the commas between names.
static std::vector<TextRange> commas_of(const Checker& c, const ast::StmtImportFrom& statement) {
  std::vector<TextRange> commas;
  for (const parser::Token& token : parser::tokens_in(c.tokens(), statement.range)) {
    if (token.kind == parser::TokenKind::Comma) commas.push_back(token.range);
  }
  return commas;
}

// The statement without the names that moved; some are left.
static std::string without_moved(const Checker& c, const ast::StmtImportFrom& statement,
                                 const std::vector<const ast::Alias*>& moved) {
  const std::vector<TextRange> commas = commas_of(c, statement);
  const auto is_gone = [&](const ast::Alias& alias) {
    return std::ranges::any_of(
        moved, [&](const ast::Alias* other) { return other->name.name == alias.name.name; });
  };
  std::string text;
  std::uint32_t last = statement.range.start;
  bool is_first = true;  // Nothing is left in front: the comma behind goes.
  for (std::size_t i = 0; i < statement.names.size(); ++i) {
    const ast::Alias& alias = *statement.names[i];
    if (!is_gone(alias)) {
      is_first = false;
      continue;
    }
    const std::uint32_t start = is_first ? alias.range.start : commas[i - 1].start;
    const std::uint32_t end = is_first ? statement.names[i + 1]->range.start : alias.range.end;
    if (start > last) text += c.text(TextRange{last, start});
    last = end;
  }
  return text.append(c.text(TextRange{last, statement.range.end}));
}

static void check_move(Checker& c, const ast::StmtImportFrom& statement, const Move& move) {
  std::vector<const ast::Alias*> moved;
  for (const ast::Alias* alias : statement.names) {
    if (move.contains(alias->name.text()) && !is_required(c, statement.module.text(), *alias)) {
      moved.push_back(alias);
    }
  }
  if (moved.empty()) return;
  const std::string target(move.to);
  std::string names;
  for (const ast::Alias* alias : moved) {
    names.append(names.empty() ? "`" : ", `").append(alias->name.text()) += '`';
  }
  Diagnostic& finding =
      c.report(codes::UP035, statement.range, "Import from `" + target + "` instead: " + names);
  finding.fix_title = "Import from `" + target + "`";
  const bool has_comments = c.lines().intersects_comment(statement.range);
  const auto replace_by = [&](std::string text) {
    const Edit edit{statement.range, std::move(text)};
    finding.fix = has_comments ? Fix::unsafe(edit) : Fix::safe(edit);
  };
  if (moved.size() == statement.names.size()) return replace_by(import_text(moved, target));
  // A second statement needs a line of its own.
  const auto indentation = c.lines().indentation_at(statement.range.start);
  if (!indentation) return;
  std::string text = without_moved(c, statement, moved);
  text.append(c.lines().style().line_ending).append(*indentation);
  replace_by(text + import_text(moved, target));
}

static void check_renamed(Checker& c, const ast::StmtImportFrom& statement) {
  if (!(statement.module == "typing") || c.target_version() < PythonVersion{3, 9}) return;
  for (const ast::Alias* alias : statement.names) {
    const std::string_view target = pyupgrade::renamed_typing_member(alias->name.text());
    if (target.empty() || is_required(c, "typing", *alias)) continue;
    c.report(codes::UP035, statement.range,
             "`typing." + std::string(alias->name.text()) + "` is deprecated, use `" +
                 std::string(target) + "` instead");
  }
}

static void check(Checker& c, const ast::StmtImportFrom& statement) {
  if (statement.level > 0 || !statement.module) return;
  if (!pyupgrade::has_moved_names(statement.module.text())) return;
  if (!statement.names.empty() && statement.names[0]->name == "*") return;
  for (const Move& move : pyupgrade::moves_from(statement.module.text(), c.target_version())) {
    check_move(c, statement, move);
  }
  check_renamed(c, statement);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Import from `{target}` instead: {names}",
    "`{module}.{member}` is deprecated, use `{target}` instead"};

static constexpr RuleInfo kInfo[] = {{.code = codes::UP035,
                                      .docs = R"(## What it does
Finds names that are imported from where they used to be, and that have another home in
all versions of Python the file is for.

Names of `typing_extensions` that are improved there beyond what `typing` has are left
alone until `typing` has caught up.

## Why is this bad?
The old places are kept for compatibility only. `collections.Sequence` is gone since
Python 3.10, and the deprecated names of `typing` may follow.

## Example
```python
from collections import Sequence
```

Use instead:
```python
from collections.abc import Sequence
```

## Fix safety
The fix is unsafe if there are comments in the import, which may get lost.

## Options
- `target-version`
- `lint.isort.required-imports`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::UP035_deprecated_import
