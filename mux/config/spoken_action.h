// Actions as configurations write them: zellij's names with KDL's arguments
// (`NewPane "Right"`, `Run "make" { floating true }`), ours with the command line's
// words (`new-pane --direction right`), or a mixture.
#pragma once

#include <optional>
#include <string_view>

#include "common/config/value.h"
#include "mux/config/document.h"
#include "mux/input/action_call.h"

namespace mux::config {

// None, with a remark: the action is one of plugins, which kmux does not have.
// A problem if there is no such action or its arguments are wrong.
common::config::Read<std::optional<input::ActionCall>> action_of_node(
    const common::config::Member& node, Remarks& remarks);

// From words between blanks, with quotes around those that have blanks themselves.
common::config::Read<std::optional<input::ActionCall>> action_of_words(
    const common::config::Value& words, Remarks& remarks);

// A call as a node of KDL that reads as the same: `NewPane direction="right"`.
common::config::Member node_of_action(const input::ActionCall& call);
// As words: `new-pane --direction right`.
std::string words_of_action(const input::ActionCall& call);

}  // namespace mux::config
