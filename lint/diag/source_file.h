// SourceFile: what reports need to know of one checked file.
#pragma once

#include <string>
#include <string_view>

#include "common/text/line_index.h"

namespace lint {

// Owns its text, so that reports can be written after the parser's memory is
// gone.  The line index is built on first use; one thread uses it at a time.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

  // As given or found on the command line; reports make it relative or absolute.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  const common::LineIndex& lines() const;

 private:
  std::string path_;
  std::string text_;
  mutable common::LineIndex lines_;
};

}  // namespace lint
