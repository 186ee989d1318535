#include <string>
#include <utility>

#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/docstrings/sections.h"
#include "lint/rules/pydocstyle/documented_parameters.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::D417_undocumented_param {

using docstrings::Section;
using docstrings::SectionKind;
using pydocstyle::ParameterNames;

static bool is_private(std::string_view name) {
  return name.starts_with('_');
}

// With stars or without.
static bool has_name(const ParameterNames& documented, const ast::Parameter& parameter,
                     const std::string& starred) {
  return documented.contains(parameter.name.text()) || documented.contains(starred);
}

// **kwargs: Unpack[T] is described by T.
static bool is_unpacked(const Checker& c, const ast::Parameter& parameter) {
  return parameter.annotation != nullptr &&
         c.semantic().is_typing_member(ast::without_subscript(*parameter.annotation), "Unpack");
}

static void add_variadic(const ast::Parameter* parameter, std::string_view stars,
                         const ParameterNames& documented, ParameterNames& missing) {
  if (parameter == nullptr || is_private(parameter->name.text())) return;
  std::string starred = std::string(stars) + std::string(parameter->name.text());
  if (!has_name(documented, *parameter, starred)) missing.insert(std::move(starred));
}

static ParameterNames missing_names(const Checker& c, const semantic::Definition& definition,
                                    const ParameterNames& documented) {
  const ast::StmtFunctionDef& function = *definition.function();
  const ast::Parameters& parameters = *function.parameters;
  // self or cls.
  bool skips_next =
      definition.is_method() && !semantic::is_staticmethod(function.decorators, c.semantic());
  ParameterNames missing;
  ast::for_each_parameter_with_default(parameters, [&](const ast::ParameterWithDefault& item) {
    if (std::exchange(skips_next, false)) return;
    const std::string_view name = item.parameter->name.text();
    if (!is_private(name) && !documented.contains(name)) missing.emplace(name);
  });
  if (c.settings().pydocstyle.ignore_var_parameters) return missing;
  add_variadic(parameters.vararg, "*", documented, missing);
  if (parameters.kwarg != nullptr && !is_unpacked(c, *parameters.kwarg)) {
    add_variadic(parameters.kwarg, "**", documented, missing);
  }
  return missing;
}

static void report_missing(Checker& c, const semantic::Definition& definition,
                           const ParameterNames& documented) {
  const ParameterNames missing = missing_names(c, definition, documented);
  if (missing.empty()) return;
  std::string names;
  for (const std::string& name : missing) {
    names += (names.empty() ? "`" : ", `") + name + "`";
  }
  const ast::Identifier& function = definition.function()->name;
  c.report(codes::D417, function.range,
           std::string("Missing argument description") + (missing.size() == 1 ? "" : "s") +
               " in the docstring for `" + std::string(function.text()) + "`: " + names);
}

static bool lists_parameters(SectionKind kind) {
  switch (kind) {
    case SectionKind::Args:
    case SectionKind::Arguments:
    case SectionKind::KeywordArgs:
    case SectionKind::KeywordArguments:
    case SectionKind::OtherArgs:
    case SectionKind::OtherArguments:
      return true;
    default:
      return false;
  }
}

// Several sections may share the parameters.
static void check_google(Checker& c, const docstrings::Docstring& docstring,
                         const docstrings::Sections& found) {
  ParameterNames documented;
  bool has_list = false;
  for (const Section& section : found.sections) {
    if (!lists_parameters(section.kind)) continue;
    has_list = true;
    pydocstyle::add_google_parameters(c.text(section.content()), documented);
  }
  if (has_list) report_missing(c, docstring.definition, documented);
}

static void check_numpy(Checker& c, const docstrings::Docstring& docstring,
                        const docstrings::Sections& found) {
  for (const Section& section : found.sections) {
    if (section.kind != SectionKind::Parameters) continue;
    const TextRange indent{section.range.start, section.name.start};
    ParameterNames documented;
    pydocstyle::add_numpy_parameters(c.text(section.content()), c.text(indent), documented);
    report_missing(c, docstring.definition, documented);
  }
}

static void check(Checker& c, const semantic::Definition& definition) {
  const auto docstring = docstrings::docstring_of(c, definition);
  if (!docstring || !definition.is_function()) return;
  const docstrings::Sections found = docstrings::find_sections(c, *docstring);
  if (found.style == docstrings::SectionStyle::Google) {
    check_google(c, *docstring, found);
  } else {
    check_numpy(c, *docstring, found);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Missing argument description in the docstring for `{definition}`: `{name}`",
    "Missing argument descriptions in the docstring for `{definition}`: {names}"};

static constexpr RuleInfo kInfo[] = {{.code = codes::D417,
                                      .docs = R"(## What it does
Finds functions whose docstring describes parameters, but not all of them. The
section can be written in Google's style (`Args:`) or NumPy's (`Parameters`).

Parameters that begin with an underscore, and `self` and `cls`, need no description.

## Why is this bad?
A list of parameters that has gaps was complete once, and got them when the function
changed.

## Example
```python
def move(x, y):
    """Move the window.

    Args:
        x: Columns to the right.
    """
```

Use instead:
```python
def move(x, y):
    """Move the window.

    Args:
        x: Columns to the right.
        y: Lines down.
    """
```

## Options
- `lint.pydocstyle.convention`: only with Google's the rule is on by `D`.
- `lint.pydocstyle.ignore-decorators`
- `lint.pydocstyle.ignore-var-parameters`: `*args` and `**kwargs` need no description.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::D417_undocumented_param
