#include "lint/semantic/logging.h"

#include "lint/ast/arguments.h"
#include "lint/ast/names.h"
#include "lint/ast/statements.h"
#include "lint/semantic/class_info.h"

namespace lint::semantic {

std::optional<LoggingLevel> logging_level(std::string_view method) {
  struct Row {
    std::string_view method;
    LoggingLevel level;
  };
  static constexpr Row kRows[] = {
      {"debug", LoggingLevel::Debug},     {"critical", LoggingLevel::Critical},
      {"error", LoggingLevel::Error},     {"exception", LoggingLevel::Exception},
      {"info", LoggingLevel::Info},       {"warn", LoggingLevel::Warn},
      {"warning", LoggingLevel::Warning},
  };
  for (const Row& row : kRows) {
    if (row.method == method) return row.level;
  }
  return std::nullopt;
}

bool is_logger_candidate(const ast::Expr& function, const Semantic& semantic,
                         std::span<const std::string> logger_objects) {
  const auto* attribute = ast::as<ast::ExprAttribute>(function);
  if (attribute == nullptr) return false;
  const ast::Expr& value = *attribute->value;
  if (const auto* call = ast::as<ast::ExprCall>(value)) {
    return semantic.qualified_name(*call->func).is_any("logging.getLogger", "logging.Logger");
  }
  if (const QualifiedName& name = semantic.qualified_name(value)) {
    return name.is_any("logging", "flask.current_app.logger") ||
           is_any_configured(name, logger_objects);
  }
  const ast::DottedName dotted(value);
  if (!dotted) return false;
  const std::string_view last = dotted.back();
  return last.starts_with("log") || last.ends_with("logger") || last.ends_with("logging") ||
         last.starts_with("LOG") || last.ends_with("LOGGER") || last.ends_with("LOGGING");
}

const ast::Keyword* logging_exc_info(const ast::Arguments& arguments, const Semantic& semantic) {
  const ast::Keyword* keyword = ast::find_keyword(arguments, "exc_info");
  if (keyword == nullptr || ast::is_boolean(*keyword->value, true)) return keyword;
  const auto* call = ast::as<ast::ExprCall>(keyword->value);
  return call != nullptr && semantic.qualified_name(*call->func).is("sys.exc_info") ? keyword
                                                                                    : nullptr;
}

}  // namespace lint::semantic
