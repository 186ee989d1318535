#include "search/run/shared_output.h"

namespace search {

void SharedOutput::write(std::string_view block) {
  if (block.empty()) return;
  const std::lock_guard lock(mutex_);
  separate();
  writer_.write(block);
}

SharedOutput::Hold SharedOutput::hold() {
  Hold lock(mutex_);
  separate();
  return lock;
}

void SharedOutput::separate() {
  if (has_written_) writer_.write(separator_);
  has_written_ = true;
}

}  // namespace search
