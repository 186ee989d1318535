// From a session that runs to what is written of it.
#pragma once

#include <functional>

#include "mux/journal/session_record.h"
#include "mux/model/describe.h"

namespace mux::journal {

// What a pane is written with besides what the model knows of it.
struct PaneFacts {
  model::RunningProgram running;
  std::string contents_file;  // Empty: its text is not kept.
};

// Tabs, layouts and panes; the rest of the record is the caller's.
SessionRecord record_of(const model::Session& session,
                        const std::function<PaneFacts(const model::Pane& pane)>& facts_of);

}  // namespace mux::journal
