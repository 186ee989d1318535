// A session brought back from what was written of it.
#pragma once

#include <functional>
#include <string>

#include "mux/journal/session_record.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::journal {

struct RestoreOptions {
  // Commands run at once; else they wait for a key.  Those that had ended, or had
  // not been started, are as they were.
  bool runs_commands = false;
  // What a terminal is to be given to show the text of a contents file.
  std::function<std::string(const std::string& file)> text_of;
};

// In place of opening a layout.  The sizes of panes follow from that of the session.
void restore(model::Session& session, model::Host& host, const SessionRecord& record,
             const RestoreOptions& options);

}  // namespace mux::journal
