// JournalFolder: where the journals of a user's sessions are.
//
//   $XDG_STATE_HOME/kmux/sessions/<session>/, else ~/.local/state/kmux/sessions/<session>/
//
// They hold what people type and see, so they are closed to others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/journal/session_record.h"

namespace mux::journal {

// In the folder of a session.
inline constexpr std::string_view kJournalName = "session.journal";

class JournalFolder {
 public:
  // Of $XDG_STATE_HOME and $HOME; without either there are no journals.
  static JournalFolder of(std::string_view state_home, std::string_view home);

  // Empty: there is none.
  std::string folder_of(std::string_view session) const;
  // Those that have a journal, running or not, sorted.
  std::vector<std::string> sessions() const;
  bool contains(std::string_view session) const;
  common::Result<SessionRecord> read(std::string_view session) const;
  common::Result<void> remove(std::string_view session) const;

 private:
  std::string path_;
};

// With its folders, each for the owner alone if it is made now.
common::Result<void> make_journal_folder(const std::string& path);
common::Result<void> remove_journal_folder(const std::string& path);

}  // namespace mux::journal
