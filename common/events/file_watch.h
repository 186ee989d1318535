// FileWatch: tells when files below some directories change.
//
// libuv's file events behind a blocking call.  Linux watches directories one by
// one, so each directory below the given paths gets a watch of its own; new ones
// are found by watching anew.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::events {

class FileWatch {
 public:
  // Starts watching: files themselves, directories with all that is below them
  // but for hidden directories.
  static Result<FileWatch> create(const std::vector<std::string>& paths);
  FileWatch(FileWatch&&) noexcept;
  FileWatch& operator=(FileWatch&&) noexcept;
  ~FileWatch();

  // Blocks until a file whose name is `relevant` changed (since create), and then
  // until `quiet_milliseconds` have passed without another change: editors and
  // version control write several files at once.
  void wait(const std::function<bool(std::string_view name)>& relevant,
            unsigned quiet_milliseconds);

 private:
  struct Loop;
  explicit FileWatch(std::unique_ptr<Loop> loop);
  std::unique_ptr<Loop> loop_;
};

}  // namespace common::events
