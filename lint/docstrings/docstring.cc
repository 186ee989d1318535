#include "lint/docstrings/docstring.h"

#include <algorithm>
#include <string>

#include "common/text/lines.h"
#include "common/text/utf8.h"
#include "lint/ast/statements.h"

namespace lint::docstrings {
namespace {

struct LastWarned {
  std::optional<semantic::DefinitionId> definition;
};

}  // namespace

bool is_ignored(const Checker& c, const semantic::Definition& definition) {
  const config::NameSet& ignored = c.settings().pydocstyle.ignore_decorators;
  const ast::StmtFunctionDef* const function = definition.function();
  if (ignored.empty() || function == nullptr) return false;
  return std::ranges::any_of(function->decorators, [&](const ast::Decorator* decorator) {
    const semantic::QualifiedName& name =
        c.qualified_name(ast::without_call(*decorator->expression));
    return name && std::ranges::any_of(ignored, [&](std::string_view dotted) {
             return name.is(dotted) || name.is_builtin(dotted);
           });
  });
}

void warn_of_joined_strings(Checker& c, const semantic::Definition& definition) {
  const ast::ExprStringLiteral* const string = definition.docstring;
  if (string == nullptr || string->parts.size() == 1 || is_ignored(c, definition)) return;
  // Rules ask about one definition after another.
  auto& last_warned = c.state<LastWarned>().definition;
  if (last_warned == definition.id) return;
  last_warned = definition.id;
  const common::LineColumn at = c.lines().index().position(c.text(), string->range.start);
  c.warn({.before = "Docstring at ",
          .line = at.line,
          .after = ":" + std::to_string(at.column) +
                   " contains implicit string concatenation; ignoring..."});
}

std::optional<Docstring> docstring_of(Checker& c, const semantic::Definition& definition) {
  const ast::ExprStringLiteral* const string = definition.docstring;
  if (string == nullptr) return std::nullopt;
  if (string->parts.size() != 1) {
    warn_of_joined_strings(c, definition);
    return std::nullopt;
  }
  if (is_ignored(c, definition)) return std::nullopt;
  const auto& part = static_cast<const ast::StringPartLiteral&>(*string->parts[0]);
  const TextRange body = ast::content_range(part);
  const std::string_view text = c.text(body);
  if (is_blank(text)) return std::nullopt;
  return Docstring{.definition = definition, .string = part, .body = body, .text = text};
}

std::optional<Lines::Line> Lines::next() {
  if (rest_.empty()) return std::nullopt;
  const std::size_t size = rest_.size();
  const std::string_view text = common::take_line(rest_);
  const std::uint32_t start = offset_;
  offset_ += static_cast<std::uint32_t>(size - rest_.size());
  return Line{.text = text, .start = start, .full_end = offset_};
}

std::string_view leading_space(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    if (!common::is_white_space(common::next_code_point(line, at))) return line.substr(0, here);
  }
  return line;
}

std::string_view trimmed_end(std::string_view line) {
  const std::string_view trimmed = common::trim_white_space(line);
  return trimmed.empty() ? trimmed
                         : line.substr(0, static_cast<std::size_t>(trimmed.end() - line.begin()));
}

bool is_blank(std::string_view line) {
  return leading_space(line).size() == line.size();
}

bool is_underline(std::string_view line, char dash) {
  line = common::trim_white_space(line);
  return !line.empty() && line.find_first_not_of(dash) == std::string_view::npos;
}

}  // namespace lint::docstrings
