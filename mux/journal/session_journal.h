// SessionJournal: keeps on disk what brings a session back.
//
// Whoever owns it says what has happened and, a moment later, has it written: records
// of the session (session_record.h) one after the other in one file, of which the last
// one counts, and the text of each pane in a file of its own (pane_log.h).  What a pane
// runs, and where, is asked of the host for panes only in which something has happened.
//
// The text of panes is written before the record that names it, and removed after the
// one that does no more.  So at any moment the last whole record and the files that it
// names are a session.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/journal/log_file.h"
#include "mux/journal/pane_log.h"
#include "mux/journal/record_session.h"
#include "mux/journal/session_record.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::journal {

struct JournalSetup {
  std::string folder;          // Of the session; empty: nothing is written.
  bool keeps_text = false;     // Of panes.
  std::size_t most_lines = 0;  // Of history; 0: all.
  std::uint64_t interval_ms = 500;
  std::uint64_t created = 0;  // Seconds since 1970.
  std::uint32_t generation = 1;
  std::string cwd;
};

class SessionJournal {
 public:
  explicit SessionJournal(JournalSetup setup);

  bool is_on() const { return !setup_.folder.empty(); }
  const std::string& folder() const { return setup_.folder; }
  // From what has changed until it is written.
  std::uint64_t interval_ms() const { return setup_.interval_ms; }

  void note_change() { has_changed_ = true; }
  // The pane's program has written something, or been typed to: what it runs is looked
  // at, and again for a while, as what was typed may take its time.
  void note_activity(model::PaneId pane, bool is_typed, std::uint64_t now_ms);
  bool has_work() const { return has_changed_ || !watched_.empty(); }

  // What is new.  After a failure it is still new; the rest is written all the same.
  common::Result<void> write(model::Session& session, model::Host& host, std::uint64_t now_ms);
  // The same, but much text of a pane is written `aside`, one pane after the other, and
  // fails with what is written next.
  common::Result<void> write_soon(model::Session& session, model::Host& host, std::uint64_t now_ms);
  // Files written since it was last asked.
  std::vector<std::string> take_written() { return std::exchange(written_, {}); }

  // Of what was written last.
  bool is_worth_keeping() const { return is_worth_keeping_; }
  // Nothing is written any more.
  common::Result<void> remove();
  common::Result<void> rename(const std::string& folder);
  // Nothing is written any more, what is there stays.
  void close() { setup_.folder.clear(); }

  // Does work that takes long on some thread, and then calls `done` unless the journal is
  // gone by then.
  std::function<void(std::function<void()> work, std::function<void()> done)> aside;
  // What to run in place of a command that was found running.
  std::function<std::vector<std::string>(const std::vector<std::string>& command)> rewrite;

 private:
  struct KeptPane {
    model::RunningProgram running;
    std::string title;
    std::string cwd;
    std::string file;  // Its name; empty: there is none.
    PaneLog log;
    LogFile log_file{std::string()};
  };

  // The whole text of a pane on its way to the disk.
  struct Replacement;

  common::Result<void> write_all(model::Session& session, model::Host& host, std::uint64_t now_ms,
                                 bool is_soon);
  bool is_left_aside(model::Pane& pane, KeptPane& kept);
  void finish(Replacement& replacement);
  void look_at(const model::Pane& pane, model::Host& host);
  common::Result<void> write_text(model::Pane& pane, KeptPane& kept);
  common::Result<void> write_record(const model::Session& session);
  common::Result<void> remove_strays(const model::Session& session);
  PaneFacts facts_of(const model::Pane& pane);
  std::string path_of(const std::string& file) const;
  KeptPane& kept(model::PaneId pane);

  JournalSetup setup_;
  std::map<model::PaneId, KeptPane> panes_;
  std::map<model::PaneId, std::uint64_t> watched_;  // Until when, in milliseconds.
  bool has_changed_ = true;
  bool is_new_ = true;  // Nothing has been written yet.
  bool is_worth_keeping_ = false;
  LogFile file_;
  std::string last_;  // Record in it.
  std::vector<std::string> written_;
  // None: nothing is written aside that is still wanted.
  std::shared_ptr<Replacement> replacement_;
  bool is_replacing_ = false;                // Something is written aside.
  common::Result<void> replacement_result_;  // Of the last one.
};

// Its text for a terminal; empty if there is none.
std::string read_pane_text(const std::string& folder, const std::string& file);

}  // namespace mux::journal
