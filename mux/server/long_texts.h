// LongTexts: texts that actions have left to be made (action::LongText).
//
// They are made and written on a thread, one after the other, so that they leave the
// other processors, and most of the memory, to the rest.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "mux/action/action.h"
#include "mux/server/background_task.h"

namespace mux::server {

class LongTexts {
 public:
  // Says whether it has taken what was made; if not, a temporary file is removed.
  using Made = std::function<bool(const action::LongText& text, common::Result<std::string> made)>;

  // `folder`: of temporary files.
  LongTexts(Loop& loop, std::string folder) : folder_(std::move(folder)), task_(loop) {}

  // Calls `made` once, from the loop; never if this is gone before.
  void make(action::LongText text, Made made);

 private:
  class Order;
  void start_next();

  std::string folder_;
  BackgroundTask task_;
  std::deque<std::shared_ptr<Order>> waiting_;
};

}  // namespace mux::server
