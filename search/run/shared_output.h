// Standard output in the hands of several threads.  What is written at once is
// the whole output of one or more files; a separator goes between files that
// printed something.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "search/printer/output_buffer.h"

namespace search {

class SharedOutput {
 public:
  explicit SharedOutput(OutputWriter& writer) : writer_(writer) {}
  // Where printers do not separate files, see Printer::file_separator(); set
  // before anything is written.
  void set_separator(std::string_view separator) {
    const std::lock_guard lock(mutex_);
    separator_ = separator;
  }

  void write(std::string_view block);

  // For the output of a file that is too large to gather: whoever holds this
  // writes to writer() piece by piece while all others wait.
  using Hold = std::unique_lock<std::mutex>;
  Hold hold();

  OutputWriter& writer() { return writer_; }
  bool failed() const { return writer_.failed(); }

 private:
  void separate();

  OutputWriter& writer_;  // Its write() is called under mutex_.
  std::mutex mutex_;
  // Guarded by mutex_.
  std::string separator_;
  bool has_written_ = false;
};

}  // namespace search
