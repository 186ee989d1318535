// JournalKeeper: has the session written to disk when something has happened, and only
// then.
//
// The first change starts a timer, whose end writes what is new by then; while nothing
// changes there is no timer.  The system is told to bring what was written to the disk
// itself on a thread, as that may take long and nobody waits for it.
//
// A disk that is full is tried again after a while, and whenever something happens.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/base/result.h"
#include "mux/journal/session_journal.h"
#include "mux/model/host.h"
#include "mux/model/session.h"
#include "mux/server/background_task.h"
#include "mux/server/discovery_hook.h"
#include "mux/server/loop.h"

namespace mux::server {

class JournalKeeper {
 public:
  // `hook`: a command for sh that rewrites commands; empty: none.  `on_news`: writing
  // fails now, for the first time, or no longer; see failure().
  JournalKeeper(Loop& loop, journal::JournalSetup setup, const std::string& hook,
                model::Session& session, model::Host& host, std::function<void()> on_news);

  void note_change();
  void note_activity(model::PaneId pane, bool is_typed);
  // Why the session would not come back; empty: it would.
  const std::string& failure() const { return failure_; }
  // At once, and all of it.  Fails if sessions are not written.
  common::Result<void> save();
  // The session is over and its programs with it.
  void end(model::SessionEnd how);
  // Its folder has the session's name.
  common::Result<void> rename(const std::string& session);

 private:
  void start_timer();
  void note_result(const common::Result<void>& done);
  void write();
  common::Result<void> take(common::Result<void> done);
  void sync();

  Loop& loop_;
  model::Session& session_;
  model::Host& host_;
  journal::SessionJournal journal_;
  DiscoveryHook hook_;
  Timer timer_;
  BackgroundTask sync_;
  BackgroundTask aside_;
  std::function<void()> on_news_;
  std::string failure_;
  bool is_retrying_ = false;  // The timer is that of a failure.
};

}  // namespace mux::server
