// DiscoveryHook: a command of the user's that says what to run in place of commands
// that were found running in panes.
//
// It is asked once per command, as a process of its own, and nobody waits for it: until
// it has answered the command is its own answer, and so it is if it says nothing or
// leaves a quote open.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mux/server/loop.h"

namespace mux::server {

class DiscoveryHook {
 public:
  DiscoveryHook(Loop& loop, std::string hook, std::function<void()> has_answered);
  ~DiscoveryHook();

  std::vector<std::string> rewritten(const std::vector<std::string>& command);

 private:
  struct Question;
  void start(const std::vector<std::string>& command);
  void read(const std::vector<std::string>& command);

  Loop& loop_;
  std::string hook_;
  std::function<void()> has_answered_;
  std::map<std::vector<std::string>, std::vector<std::string>> answers_;
  std::map<std::vector<std::string>, std::unique_ptr<Question>> questions_;
};

}  // namespace mux::server
