// LogFile: a file that is appended to, or replaced as a whole.
//
// It is opened for each write, as there may be more panes than descriptors.  Whatever
// fails, or if somebody has changed the file since, the caller is told to replace it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace mux::journal {

class LogFile {
 public:
  explicit LogFile(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  void set_path(std::string path) { path_ = std::move(path); }
  std::size_t size() const { return size_; }
  // Is it as the last write left it?  Else only replace() makes sense.
  bool is_intact() const;
  // All of it or nothing.
  common::Result<void> append(std::string_view bytes);
  // Readers see the old or the new.
  common::Result<void> replace(std::string_view bytes);
  // By another file of that size, which moves here.
  common::Result<void> replace_by(const std::string& path, std::size_t size);

 private:
  std::string path_;
  std::size_t size_ = 0;
  bool is_written_ = false;
};

}  // namespace mux::journal
