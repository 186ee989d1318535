// ActionCall: an action as it crosses borders, by name and with words for arguments.
//
// Key bindings, the command line, the wire and layouts all speak of actions in
// this form; what the words mean is known to the action's row alone.
#pragma once

#include <string>
#include <vector>

namespace mux::input {

struct ActionCall {
  std::string name;  // "new-pane"
  std::vector<std::string> arguments;
  bool operator==(const ActionCall&) const = default;
};

}  // namespace mux::input
