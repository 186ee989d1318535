// The text of a pane on disk: lines of history are appended once, the screen whenever
// it has changed.
//
// A file is a log (record_log.h).  Each record has the lines that have gone into
// history since the one before, NUL, and the screen, of which the last one counts.
// When what no longer counts is more than half of the file it is written anew;
// likewise when history is not what it was (cleared, or lines taken back by a resize).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "mux/model/pane.h"
#include "mux/term/history.h"

namespace mux::journal {

// What of a pane's text is in its file.
class PaneLog {
 public:
  struct Update {
    std::string bytes;          // Empty: nothing has changed.
    bool replaces_all = false;  // The file, else they follow what it holds.
  };
  // `most_lines` of history; 0: all.  The caller writes it, or calls forget().
  Update update(model::Pane& pane, std::size_t most_lines);

  // All of a pane's text at one moment, to take the place of its file.
  class Whole {
   public:
    // To be called once, by any thread: takes long if there is much text.
    std::string bytes();

   private:
    friend class PaneLog;
    term::HistoryLines history_;
    std::size_t first_ = 0;  // Of its stored rows.
    std::uint64_t begin_ = 0;
    std::uint64_t end_ = 0;
    std::string screen_;
    std::size_t line_bytes_ = 0;
    std::size_t file_bytes_ = 0;
  };
  // What update() would give if that would take long; none: it would not.
  std::optional<Whole> long_update(model::Pane& pane, std::size_t most_lines) const;
  // It is on disk.
  void take(Whole whole);
  // What is on disk is not known: the next update replaces it.
  void forget() { is_known_ = false; }

 private:
  static Whole whole_of(model::Pane& pane, std::size_t most_lines);
  bool has_to_replace(std::uint64_t begin, std::uint64_t screen) const;
  bool continues(std::uint64_t begin, std::uint64_t screen) const;
  bool is_wasteful(std::uint64_t begin, std::uint64_t screen) const;

  bool is_known_ = false;
  std::uint64_t begin_ = 0;  // Numbers of the lines in the file.
  std::uint64_t end_ = 0;
  std::size_t line_bytes_ = 0;  // Of them.
  std::size_t file_bytes_ = 0;
  std::string screen_;  // As last written.
};

// What a terminal is to be given so that it shows the text of a file.
common::Result<std::string> text_of_pane_log(std::string_view bytes);

}  // namespace mux::journal
