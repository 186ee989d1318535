#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/fix/literals.h"
#include "lint/parser/parentheses.h"

namespace lint::rules::PT006_pytest_parametrize_names_wrong_type {

using config::ParametrizeNamesType;

// The elements of a list or tuple; null: something else.
static const ast::List<ast::Expr>* elements_of(const ast::Expr& expr) {
  if (const auto* list = ast::as<ast::ExprList>(expr)) return &list->elts;
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) return &tuple->elts;
  return nullptr;
}

static std::string_view trimmed(std::string_view name) {
  constexpr std::string_view kBlanks = " \t\f";
  const std::size_t start = std::min(name.find_first_not_of(kBlanks), name.size());
  return name.substr(start, name.find_last_not_of(kBlanks) + 1 - start);
}

// "a, b" to a and b, as pytest does.
static std::vector<std::string_view> split_names(std::string_view names) {
  std::vector<std::string_view> result;
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t end = std::min(names.find(',', start), names.size());
    const std::string_view name = trimmed(names.substr(start, end - start));
    if (!name.empty()) result.push_back(name);
    start = end + 1;
  }
  return result;
}

static std::string sequence(ParametrizeNamesType type, const std::vector<std::string>& elements) {
  std::string text;
  for (const std::string& element : elements) {
    if (!text.empty()) text += ", ";
    text += element;
  }
  if (type == ParametrizeNamesType::List) return '[' + text + ']';
  // An empty tuple brings parentheses of its own.
  return '(' + (elements.empty() ? "()" : text) + ')';
}

static Diagnostic& report(Checker& c, TextRange range, std::string_view message,
                          std::string_view title) {
  Diagnostic& finding =
      c.report(codes::PT006, range,
               "Wrong type passed to first argument of `pytest.mark.parametrize`; expected " +
                   std::string(message));
  finding.fix_title = "Use a " + std::string(title) + " for the first argument";
  return finding;
}

static Diagnostic& report_names(Checker& c, TextRange range, ParametrizeNamesType expected) {
  switch (expected) {
    case ParametrizeNamesType::Tuple:
      return report(c, range, "`tuple`", "`tuple`");
    case ParametrizeNamesType::List:
      return report(c, range, "`list`", "`list`");
    case ParametrizeNamesType::Csv:
      break;
  }
  return report(c, range, "a string of comma-separated values", "string of comma-separated values");
}

// The source of an element where it stands alone.
static std::string alone(const Checker& c, const ast::Expr& expr) {
  const auto* tuple = ast::as<ast::ExprTuple>(expr);
  const bool is_bare = tuple != nullptr && !tuple->elts.empty() && !tuple->parenthesized;
  return is_bare ? '(' + std::string(c.text(expr)) + ')' : std::string(c.text(expr));
}

// (1,) to 1 for all rows; nullopt: some are no sequence of one.
static std::optional<std::vector<Edit>> unpack_rows(const Checker& c, const ast::Expr& values) {
  const ast::List<ast::Expr>* const rows = elements_of(values);
  if (rows == nullptr) return std::nullopt;
  std::vector<Edit> edits;
  for (const ast::Expr* row : *rows) {
    const ast::List<ast::Expr>* const elements = elements_of(*row);
    if (elements == nullptr || elements->size() != 1) return std::nullopt;
    if (ast::is<ast::ExprStarred>(elements->front())) return std::nullopt;
    edits.push_back({row->range, alone(c, *elements->front())});
  }
  return edits;
}

static void check_single(Checker& c, const ast::Expr& names, const ast::Expr& name,
                         const ast::Expr& values) {
  Diagnostic& finding = report(c, names.range, "`str`", "string");
  std::optional<std::vector<Edit>> edits = unpack_rows(c, values);
  if (!edits) return;
  edits->push_back({names.range, alone(c, name)});
  const bool loses_comment = std::ranges::any_of(
      *edits, [&](const Edit& edit) { return c.lines().intersects_comment(edit.range); });
  finding.fix =
      Fix::of(loses_comment ? Applicability::Unsafe : Applicability::Safe, *std::move(edits));
}

static void check_string(Checker& c, const ast::ExprStringLiteral& string,
                         const ast::Arguments& arguments, ParametrizeNamesType expected) {
  const std::vector<std::string_view> names = split_names(string.value);
  if (names.size() < 2 || expected == ParametrizeNamesType::Csv) return;
  const TextRange range = parser::range_with_parentheses(c.tokens(), string, arguments);
  std::vector<std::string> literals;
  for (const std::string_view name : names) {
    literals.push_back(string_literal(name, c.lines().style().quote));
  }
  report_names(c, range, expected).fix = Fix::unsafe({range, sequence(expected, literals)});
}

// nullopt: not all are strings.
static std::optional<std::string> comma_separated(const Checker& c,
                                                  const ast::List<ast::Expr>& elements) {
  std::string names;
  for (const ast::Expr* element : elements) {
    const auto* string = ast::as<ast::ExprStringLiteral>(element);
    if (string == nullptr) return std::nullopt;
    if (!names.empty()) names += ", ";
    names += string->value;
  }
  return string_literal(names, c.lines().style().quote);
}

static void check_sequence(Checker& c, const ast::Expr& names, const ast::List<ast::Expr>& elements,
                           ParametrizeNamesType expected) {
  const auto given =
      ast::is<ast::ExprList>(names) ? ParametrizeNamesType::List : ParametrizeNamesType::Tuple;
  if (given == expected) return;
  Diagnostic& finding = report_names(c, names.range, expected);
  std::optional<std::string> content;
  if (expected == ParametrizeNamesType::Csv) {
    content = comma_separated(c, elements);
  } else {
    std::vector<std::string> sources;
    for (const ast::Expr* element : elements) {
      sources.push_back(generate(*element, lint::Binding::Comma));
    }
    content = sequence(expected, sources);
  }
  if (content) finding.fix = Fix::unsafe({names.range, *std::move(content)});
}

static void check(Checker& c, const NamedCall& subject) {
  const ast::Arguments& arguments = *subject.call.arguments;
  const ast::Expr* const names = ast::find_argument_value(arguments, "argnames", 0);
  const ast::Expr* const values = ast::find_argument_value(arguments, "argvalues", 1);
  if (names == nullptr || values == nullptr) return;
  const ParametrizeNamesType expected = c.settings().flake8_pytest_style.parametrize_names_type;
  if (const auto* string = ast::as<ast::ExprStringLiteral>(names)) {
    return check_string(c, *string, arguments, expected);
  }
  const ast::List<ast::Expr>* const elements = elements_of(*names);
  if (elements == nullptr) return;
  if (elements->size() == 1) return check_single(c, *names, *elements->front(), *values);
  check_sequence(c, *names, *elements, expected);
}

static constexpr std::string_view kNames[] = {"pytest.mark.parametrize"};
static constexpr Hook kHooks[] = {on_call<check>(kNames)};
static constexpr std::string_view kMessages[] = {
    "Wrong type passed to first argument of `pytest.mark.parametrize`; expected {type}"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PT006,
                                      .docs = R"(## What it does
Finds names of test parameters that are not written as configured: one name as a
string, several as a tuple unless another type is chosen.

## Why is this bad?
pytest takes strings, tuples and lists alike; tests that keep to one of them are easier
to read.

## Example
```python
import pytest


@pytest.mark.parametrize("number, square", [(1, 1), (2, 4)])
def test_square(number, square): ...
```

Use instead:
```python
import pytest


@pytest.mark.parametrize(("number", "square"), [(1, 1), (2, 4)])
def test_square(number, square): ...
```

## Fix safety
The fix is unsafe, but for a single name if no comment is lost.

## Options
- `lint.flake8-pytest-style.parametrize-names-type`: `tuple`, `list` or `csv`, a string
  with commas.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PT006_pytest_parametrize_names_wrong_type
