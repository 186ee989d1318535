// The table of built-in file types; the rows are in file_types.cc.
#pragma once

#include <span>
#include <string_view>

namespace common::walk {

struct FileTypeRow {
  std::string_view name;
  std::string_view globs;  // Separated by single blanks.
};

std::span<const FileTypeRow> file_type_rows();

}  // namespace common::walk
