// The parts of a source that a finding shows: its places with lines around them.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "common/diag/excerpt.h"
#include "lint/diag/diagnostic.h"
#include "lint/diag/source_file.h"

namespace lint::report {

// Refers to the file, the diagnostic and the path.
class SourceExcerpts {
 public:
  SourceExcerpts(const SourceFile& file, const Diagnostic& diagnostic, std::string_view path);

  // The one with the primary place is the first.
  std::span<const common::diag::Excerpt> all() const { return excerpts_; }

 private:
  std::deque<std::string> texts_;  // Of excerpts that differ from the source.
  std::vector<common::diag::Excerpt> excerpts_;
};

}  // namespace lint::report
