// Colours of summaries: one escape with all attributes, as Rust's crate `colored`
// writes it, other than those of findings (common/diag/styles.h).
#pragma once

#include <string>
#include <string_view>

#include "lint/report/report.h"

namespace lint::report {

// attributes: SGR parameters, "1;31".
inline std::string colored(std::string_view text, std::string_view attributes,
                           const ReportContext& context) {
  if (!context.is_colored) return std::string(text);
  return std::string("\x1b[").append(attributes).append("m").append(text).append("\x1b[0m");
}

}  // namespace lint::report
