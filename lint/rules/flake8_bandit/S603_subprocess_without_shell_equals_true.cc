#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/truthiness.h"

namespace lint::rules::S603_subprocess_without_shell_equals_true {

static constexpr std::string_view kMessage =
    "`subprocess` call: check for execution of untrusted input";

static constexpr std::string_view kFunctions[] = {"subprocess.Popen", "subprocess.call",
                                                  "subprocess.check_call",
                                                  "subprocess.check_output", "subprocess.run"};

// What is run.
static const ast::Expr* command_of(const ast::Arguments& arguments) {
  const ast::Expr* const command = ast::find_argument_value(arguments, "args", 0);
  if (command != nullptr || arguments.args.empty()) return command;
  return ast::is<ast::ExprStarred>(arguments.args[0]) ? arguments.args[0] : nullptr;
}

// S602 is about those.
static bool uses_shell(const Checker& c, const ast::Arguments& arguments) {
  const ast::Keyword* const shell = ast::find_keyword(arguments, "shell");
  return shell != nullptr &&
         semantic::as_bool(semantic::truthiness(*shell->value, c.semantic())) == true;
}

static bool is_trusted_word(const Checker& c, const ast::Expr& expr) {
  return ast::is<ast::ExprStringLiteral>(expr) || c.qualified_name(expr).is("sys.executable");
}

static bool are_trusted_words(const Checker& c, ast::List<ast::Expr> words) {
  return std::ranges::all_of(words,
                             [&](const ast::Expr* word) { return is_trusted_word(c, *word); });
}

// Is it written down as it is run?
static bool is_trusted(const Checker& c, const ast::Expr& command) {
  if (const auto* list = ast::as<ast::ExprList>(command)) return are_trusted_words(c, list->elts);
  if (const auto* tuple = ast::as<ast::ExprTuple>(command)) {
    return are_trusted_words(c, tuple->elts);
  }
  if (const auto* named = ast::as<ast::ExprNamed>(command)) return is_trusted(c, *named->value);
  return is_trusted_word(c, command);
}

static void check(Checker& c, const NamedCall& named) {
  const ast::Arguments& arguments = *named.call.arguments;
  const ast::Expr* const command = command_of(arguments);
  if (command == nullptr || uses_shell(c, arguments) || is_trusted(c, *command)) return;
  c.report(codes::S603, named.call.func->range, std::string(kMessage));
}

static constexpr Hook kHooks[] = {on_call<check>(kFunctions)};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::S603,
                                      .docs = R"(## What it does
Finds programs that are started by `subprocess`, without a shell, with arguments that
are not written down there.

## Why is this bad?
Without a shell nothing is expanded, but what is run is still up to whoever made the
arguments: the name of the program, or an option it obeys. Check what can come in.

The rule cannot know what was checked; those who have done so suppress it, or leave
it off.

## Example
```python
import subprocess

command = input("Which program? ")
subprocess.run([command])
```

Use instead:
```python
import subprocess

subprocess.run(["/bin/ls", "-l"])
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::S603_subprocess_without_shell_equals_true
