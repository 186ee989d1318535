// Calls of loggers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

enum class LoggingLevel : std::uint8_t { Debug, Critical, Error, Exception, Info, Warn, Warning };

// "debug", "warn"...
std::optional<LoggingLevel> logging_level(std::string_view method);

// Is x in x.error(...) a logger, or the module logging?  A variable of this file
// is one by its name; `logger_objects` are dotted names (lint.logger-objects).
bool is_logger_candidate(const ast::Expr& function, const Semantic& semantic,
                         std::span<const std::string> logger_objects);

// exc_info=True or exc_info=sys.exc_info(); null: not given or something else.
const ast::Keyword* logging_exc_info(const ast::Arguments& arguments, const Semantic& semantic);

}  // namespace lint::semantic
