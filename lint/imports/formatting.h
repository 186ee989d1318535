// Writes an ordered ImportSet as text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "lint/config/isort_settings.h"
#include "lint/imports/block_builder.h"
#include "lint/imports/import_set.h"

namespace lint::imports {

struct FormatOptions {
  const config::Isort& settings;
  std::size_t line_length;
  std::size_t tab_size;
  std::string_view line_end;
  std::string_view indent;  // Of one level, for names on lines of their own.
  bool is_stub;
};

// Appends the statements, sections apart, and the blank lines behind them.  They
// are written without the indentation of the block, which only counts for the
// width of lines.
void format_imports(const ImportSet& set, const FormatOptions& options, Trailer trailer,
                    std::string_view block_indentation, std::string& out);

}  // namespace lint::imports
