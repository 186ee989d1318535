#include "lint/diag/source_file.h"

namespace lint {

const common::LineIndex& SourceFile::lines() const {
  if (!lines_.is_built()) lines_ = common::LineIndex(text_);
  return lines_;
}

}  // namespace lint
