// BackgroundTask: something slow that is done on a thread, one at a time.
#pragma once

#include <functional>

#include "mux/server/loop.h"

namespace mux::server {

class BackgroundTask {
 public:
  explicit BackgroundTask(Loop& loop);
  // What runs goes on; the loop waits for it at its end.
  ~BackgroundTask();
  BackgroundTask(const BackgroundTask&) = delete;
  BackgroundTask& operator=(const BackgroundTask&) = delete;

  bool is_running() const;
  // `work` owns all that it uses, and is gone when it is done.  Nothing else may be
  // running.  `done` is called by the loop, unless the task is gone by then; it may
  // start the next one.
  void start(std::function<void()> work, std::function<void()> done = [] {});

 private:
  struct Request;
  Loop& loop_;
  Request* request_;  // Lives on until its work is done.
};

}  // namespace mux::server
