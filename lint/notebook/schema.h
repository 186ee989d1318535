// A notebook as its JSON says it: format 4 of nbformat, checked as the peer does.
//
// What klint has no use for stays as it is written, a slice of the text.
// Only objects are taken for objects, where the peer's library also takes arrays of
// their fields.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/json/reader.h"

namespace lint::notebook {

enum class CellType : std::uint8_t { Code, Markdown, Raw };

// Slices of the text; empty: there is no such field.
struct RawCell {
  CellType type = CellType::Code;
  std::string_view attachments;
  std::string_view execution_count;
  std::string_view id;  // Not null.
  std::string_view metadata;
  std::string_view outputs;
  std::string_view source;  // A string or an array of strings.
  // The editor takes the cell for another language than Python.
  bool is_foreign = false;
};

struct RawNotebook {
  std::vector<RawCell> cells;
  std::string_view metadata;
  std::int64_t format = 0;
  std::int64_t minor_format = 0;
  bool is_python = true;
};

// `text` outlives the result.  The error is the peer's message.
common::Result<RawNotebook> read_raw_notebook(std::string_view text);

}  // namespace lint::notebook
