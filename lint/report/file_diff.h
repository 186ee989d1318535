// --diff: what fixes would change in a file, as a unified diff.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/report/report.h"

namespace lint {

// Appends the diff and an empty line.  path: as SourceFile::path(); empty: there is
// no header (standard input).
void write_file_diff(std::string_view path, std::string_view old_text, std::string_view new_text,
                     const ReportContext& context, std::string& out);

// The same for the cell of a notebook, without the empty line: a caller writes one
// behind the last cell.
void write_cell_diff(std::string_view path, std::uint32_t cell, std::string_view old_text,
                     std::string_view new_text, const ReportContext& context, std::string& out);

}  // namespace lint
