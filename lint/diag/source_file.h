// SourceFile: what reports need to know of one checked file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/line_index.h"
#include "lint/notebook/cells.h"

namespace lint {

// Owns its text, so that reports can be written after the parser's memory is
// gone.  The line index is built on first use; one thread uses it at a time.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text, std::optional<Cells> cells = std::nullopt)
      : path_(std::move(path)), text_(std::move(text)), cells_(std::move(cells)) {}

  // As given or found on the command line; reports make it relative or absolute.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  const common::LineIndex& lines() const;
  // Null: the file is no notebook.
  const Cells* cells() const { return cells_ ? &*cells_ : nullptr; }

 private:
  std::string path_;
  std::string text_;
  std::optional<Cells> cells_;
  mutable common::LineIndex lines_;
};

}  // namespace lint
