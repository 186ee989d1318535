// PaneText: what a pane has to say, as it was at one moment.
//
// To take it is cheap however long history is, as history's pages are shared.  To write
// it out may take long, and any thread can do that, whatever becomes of the pane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "mux/model/pane.h"
#include "mux/term/history.h"

namespace mux::model {

struct DumpOptions {
  bool has_history = false;  // Else what is in sight, scrolled or not.
  bool has_styles = false;   // With SGR.
};

class PaneText {
 public:
  std::string text() const;
  // How many lines begin in the stored rows [first, end) of history.
  std::uint64_t lines_in(std::size_t first, std::size_t end) const;

 private:
  friend PaneText text_to_dump(Pane& pane, const DumpOptions& options);
  friend std::optional<PaneText> long_text_of(Pane& pane, const Selection& selection);

  std::string head_;  // Lines before those of history.
  term::HistoryLines history_;
  std::size_t first_ = 0;  // Stored rows of it.
  std::size_t end_ = 0;
  std::string tail_;
  bool tail_joins_ = false;  // It continues the last line of history.
  bool has_styles_ = false;
};

PaneText text_to_dump(Pane& pane, const DumpOptions& options);
std::string dump(Pane& pane, const DumpOptions& options);

// As styled_lines() of the stored rows [first, end) of history, `most` rows at a time and
// the rest with `is_last`.  `goes_on`: the last one continues behind them.
void for_styled_rows(const term::HistoryLines& history, std::size_t first, std::size_t end,
                     std::size_t most, bool goes_on,
                     const std::function<void(std::string_view text, bool is_last)>& take);

// What text_of() gives, if that would read much of history; none: it does not.
std::optional<PaneText> long_text_of(Pane& pane, const Selection& selection);

}  // namespace mux::model
