// What searching and listing have in common as visitors of a walk: messages and
// the way of the output.
#pragma once

#include <memory>
#include <string>

#include "common/walk/walk.h"
#include "search/run/output_lane.h"
#include "search/run/run_state.h"

namespace search {

class RunVisitor : public common::walk::Visitor {
 public:
  explicit RunVisitor(RunState& state) : state_(state), lane_(state.lane, state.output) {}

  void error(std::string message) override { state_.messages.error(message); }
  void ignore_message(std::string message) override { state_.messages.ignore_file(message); }
  void debug(std::string message) override { state_.messages.debug("walk", message); }
  std::unique_ptr<common::walk::Chunk> take() override { return lane_.take(); }

 protected:
  RunState& state_;
  OutputLane lane_;
};

}  // namespace search
