#include <optional>
#include <string>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/literals.h"
#include "lint/parser/parentheses.h"
#include "lint/semantic/logging.h"

namespace lint::rules::G004_logging_f_string {

static bool is_logging_method(std::string_view name) {
  return name == "log" || semantic::logging_level(name).has_value();
}

// The position of the message among the arguments; nullopt: no call of a logger.
static std::optional<std::size_t> message_position(const Checker& c, const ast::ExprCall& call) {
  std::string_view method;
  if (const auto* attribute = ast::as<ast::ExprAttribute>(call.func)) {
    method = attribute->attr.text();
    if (!is_logging_method(method)) return std::nullopt;
    if (!semantic::is_logger_candidate(*call.func, c.semantic(), c.settings().logger_objects)) {
      return std::nullopt;
    }
  } else if (ast::is<ast::ExprName>(call.func)) {
    const semantic::QualifiedName& name = c.qualified_name(*call.func);
    if (name.size() != 2 || name[0] != "logging") return std::nullopt;
    method = name[1];
    if (!is_logging_method(method)) return std::nullopt;
  } else {
    return std::nullopt;
  }
  return method == "log" ? 1 : 0;
}

// A message with %s in place of names.
struct LazyMessage {
  std::string format;
  std::string names;  // ", a, b"
};

// False if the text would be taken for a format.
static bool add_text(std::string_view text, LazyMessage& message) {
  message.format += text;
  return text.find('%') == std::string_view::npos;
}

// False if the element needs more than %s.
static bool add_element(const ast::StringElement& element, LazyMessage& message) {
  if (const auto* literal = ast::as<ast::StringElementLiteral>(element)) {
    return add_text(literal->value, message);
  }
  const auto* field = ast::as<ast::StringElementField>(element);
  if (field == nullptr || field->format_spec != nullptr) return false;
  if (field->debug_leading.data() != nullptr) return false;  // {name = }
  const auto* name = ast::as<ast::ExprName>(field->expression);
  if (name == nullptr || field->conversion != ast::Conversion::None) return false;
  message.format += "%s";
  message.names.append(", ").append(name->id.text());
  return true;
}

static std::optional<LazyMessage> lazy_message(const ast::ExprFString& string) {
  LazyMessage message;
  for (const ast::StringPart* part : string.parts) {
    if (const auto* literal = ast::as<ast::StringPartLiteral>(part)) {
      if (!add_text(literal->value, message)) return std::nullopt;
      continue;
    }
    for (const ast::StringElement* element :
         static_cast<const ast::StringPartFormatted*>(part)->elements) {
      if (!add_element(*element, message)) return std::nullopt;
    }
  }
  if (message.names.empty()) return std::nullopt;
  return message;
}

static std::optional<Fix> make_lazy(const Checker& c, const ast::ExprCall& call,
                                    const ast::ExprFString& string) {
  // Names must be the last positional arguments.
  const ast::List<ast::Expr>& args = call.arguments->args;
  if (args.empty() || args.back() != &string) return std::nullopt;
  const std::optional<LazyMessage> message = lazy_message(string);
  if (!message) return std::nullopt;
  const TextRange range = parser::range_with_parentheses(c.tokens(), string, *call.arguments);
  const char quote = c.lines().style().quote;
  return Fix::unsafe({range, string_literal(message->format, quote) + message->names});
}

static void check(Checker& c, const ast::ExprCall& call) {
  // Most calls have no f-string.
  if (call.arguments->args.empty() && call.arguments->keywords.empty()) return;
  const std::optional<std::size_t> position = message_position(c, call);
  if (!position) return;
  const auto* string =
      ast::as<ast::ExprFString>(ast::find_argument_value(*call.arguments, "msg", *position));
  if (string == nullptr) return;
  Diagnostic& finding = c.report(codes::G004, string->range, "Logging statement uses f-string");
  finding.fix_title = "Convert to lazy `%` formatting";
  if (c.is_preview()) finding.fix = make_lazy(c, call, *string);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Logging statement uses f-string"};

static constexpr RuleInfo kInfo[] = {{.code = codes::G004,
                                      .docs = R"(## What it does
Finds f-strings as messages of loggers.

## Why is this bad?
An f-string is put together even if nobody wants to see the message. `logging` puts
the values in itself when it knows that the message is needed, and tools that group
messages see the same text each time.

What is a logger is guessed: the module `logging` itself, variables of the file whose
names begin with `log` or end with `logger` or `logging`, and what the configuration
names.

## Example
```python
import logging

logging.info(f"Welcome, {user}")
```

Use instead:
```python
import logging

logging.info("Welcome, %s", user)
```

## Fix safety
The fix, which preview mode offers for names without format, is unsafe: an object may
look different by `%s`. Comments between the parts of the message are lost.

## Options
- `lint.logger-objects`: further loggers, by their qualified names.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::G004_logging_f_string
