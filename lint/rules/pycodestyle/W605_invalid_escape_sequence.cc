#include <string>
#include <vector>

#include "common/scan/scan.h"
#include "common/text/utf8.h"
#include "lint/ast/string_parts.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"

namespace lint::rules::W605_invalid_escape_sequence {

// What one piece of a string has.
struct Escapes {
  bool has_valid = false;
  std::vector<TextRange> invalid;  // With the backslash.
};

// Behind a backslash: line ends, quotes, letters that mean something, octal digits.
static bool is_valid_escape(char c) {
  constexpr std::string_view kValid = "\n\r\\'\"abfnrtvxNuU01234567";
  return kValid.find(c) != std::string_view::npos;
}

// Escapes that begin in `range`; in an f-string the character behind the
// backslash can be the brace of a field.
static void find_escapes(std::string_view text, TextRange range, Escapes& escapes) {
  const std::string_view source = text.substr(0, range.end);
  for (std::size_t at = common::scan::find_byte(source, '\\', range.start);
       at != common::scan::npos;) {
    std::size_t behind = at + 1;
    if (behind == text.size()) return;
    if (is_valid_escape(text[behind])) {
      escapes.has_valid = true;
      ++behind;
    } else {
      common::next_code_point(text, behind);
      escapes.invalid.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind)});
    }
    if (behind >= source.size()) return;
    at = common::scan::find_byte(source, '\\', behind);
  }
}

static void find_escapes_in(std::string_view text, ast::List<ast::StringElement> elements,
                            Escapes& escapes) {
  for (const ast::StringElement* element : elements) {
    const auto* const field = ast::as<ast::StringElementField>(element);
    if (field == nullptr) {
      find_escapes(text, element->range, escapes);
    } else if (field->format_spec != nullptr) {
      for (const ast::StringElement* part : field->format_spec->elements) {
        if (ast::is<ast::StringElementLiteral>(part)) find_escapes(text, part->range, escapes);
      }
    }
  }
}

static Edit raw_prefix(const Checker& c, const ast::StringPart& part, bool is_unicode) {
  const std::uint32_t start = part.range.start;
  if (is_unicode) return {{start, start + 1}, "r"};
  return {{start, start}, padded_start("r", start, c.text())};
}

static void report(Checker& c, const ast::StringPart& part, bool is_unicode,
                   const Escapes& escapes) {
  for (const TextRange escape : escapes.invalid) {
    Diagnostic& finding = c.report(
        codes::W605, escape, "Invalid escape sequence: `" + std::string(c.text(escape)) + "`");
    if (escapes.has_valid) {
      finding.fix_title = "Add backslash to escape sequence";
      finding.fix = Fix::safe({{escape.start + 1, escape.start + 1}, "\\"});
    } else {
      finding.fix_title = "Use a raw string literal";
      finding.fix = Fix::safe(raw_prefix(c, part, is_unicode));
    }
  }
}

static void check_elements(Checker& c, const ast::StringPart& part,
                           ast::List<ast::StringElement> elements) {
  Escapes escapes;
  find_escapes_in(c.text(), elements, escapes);
  report(c, part, false, escapes);
}

static void check_part(Checker& c, const ast::StringPart& part, ast::StringFlags flags) {
  if (flags.is_raw) return;
  if (const auto* formatted = ast::as<ast::StringPartFormatted>(part)) {
    check_elements(c, part, formatted->elements);
  } else if (const auto* template_part = ast::as<ast::StringPartTemplate>(part)) {
    check_elements(c, part, template_part->elements);
  } else {
    Escapes escapes;
    find_escapes(c.text(), part.range, escapes);
    report(c, part, flags.is_unicode, escapes);
  }
}

static void check_parts(Checker& c, const ast::Expr& expr, ast::List<ast::StringPart> parts) {
  if (common::scan::find_byte(c.text(expr), '\\') == common::scan::npos) return;
  for (const ast::StringPart* part : parts) check_part(c, *part, ast::flags_of(*part));
}

template <typename T>
static void check(Checker& c, const T& node) {
  check_parts(c, node, node.parts);
}

static constexpr Hook kHooks[] = {on<check<ast::ExprStringLiteral>>,
                                  on<check<ast::ExprBytesLiteral>>, on<check<ast::ExprFString>>,
                                  on<check<ast::ExprTString>>};
static constexpr std::string_view kMessages[] = {"Invalid escape sequence: `\\{character}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::W605,
                                      .docs = R"(## What it does
Finds backslashes in strings that begin no escape sequence that Python knows.

## Why is this bad?
Python keeps such a backslash, with a `SyntaxWarning`; a later version will refuse
it. Most often the string is a regular expression or a path of Windows and meant
to be raw.

## Example
```python
digits = re.compile("\d+")
```

Use instead:
```python
digits = re.compile(r"\d+")
```

## Fix
If the string has valid escape sequences as well, the backslash is doubled; else
the string becomes raw.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::W605_invalid_escape_sequence
