// Pane: a place in a tab and what runs there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mux/layout/layout_spec.h"
#include "mux/model/host.h"
#include "mux/model/ids.h"
#include "mux/term/terminal.h"
#include "mux/term/wrapped_history.h"

namespace mux::model {

enum class PaneKind : std::uint8_t {
  Terminal,
  Bar,     // One of the built-in bars, drawn by the server.
  Plugin,  // Of a layout; nothing runs in it.
};

enum class PaneState : std::uint8_t {
  Suspended,  // Its command waits for Enter.
  Running,
  Held,  // Its command has ended and the pane stays to show so.
};

// A cell among history and screen.  Lines have the numbers of History::first_number(),
// or of WrappedHistory::first_number() once the width has changed, which go on through
// the screen; so they stay the same while output arrives.
struct TextPosition {
  std::uint64_t line = 0;
  int column = 0;
  auto operator<=>(const TextPosition&) const = default;
};

// From begin up to, not including, end.
struct TextSpan {
  TextPosition begin;
  TextPosition end;
  bool operator==(const TextSpan&) const = default;
};

struct Selection {
  TextSpan span;
  bool is_rectangle = false;
};

enum class SelectionKind : std::uint8_t {
  None,
  Characters,  // With that at the cursor.
  Region,      // Without it, as emacs has it.
  Lines,
  Rectangle,
};

enum class FindKind : std::uint8_t { ToNext, ToPrevious, BeforeNext, BehindPrevious };

// Where copy mode is (copying.h).
struct Copying {
  TextPosition cursor;
  int wanted_column = 0;  // Of moves up and down.
  SelectionKind kind = SelectionKind::None;
  TextPosition anchor;  // Of what is selected, the end that stays.
  std::optional<std::uint64_t> count;
  FindKind find = FindKind::ToNext;
  std::string find_character;  // Empty: none was asked for yet.
  bool searches_up = false;
  TextPosition search_origin;  // Where a search that is typed starts from.
};

struct SearchProgram;

struct Search {
  std::string pattern;             // Empty: nothing is searched for.
  bool is_case_sensitive = false;  // Else capitals in the pattern make it so.
  bool wraps = false;
  bool is_whole_word = false;
  bool is_regex = false;            // Else plain text.
  std::string error = {};           // Why the pattern is none; empty: it is.
  std::optional<TextSpan> current;  // The match that was gone to.
  // The pattern as it was last searched for (search.cc).
  std::shared_ptr<const SearchProgram> program = {};
};

class Pane {
 public:
  // A terminal of that size, unless the content is a bar or plugin.
  Pane(PaneId id, layout::PaneContent content, term::Size size,
       const term::TerminalOptions& options, Host& host);
  ~Pane();
  Pane(const Pane&) = delete;
  Pane& operator=(const Pane&) = delete;

  PaneId id() const { return id_; }
  PaneKind kind() const { return kind_; }
  bool is_selectable() const { return kind_ != PaneKind::Bar; }
  // Null: the pane is no terminal.
  term::Terminal* terminal() { return terminal_.get(); }
  const term::Terminal* terminal() const { return terminal_.get(); }
  // What is written above it: the name chosen, else the program's title, else its command.
  std::string title() const;

  layout::PaneContent content;
  int number = 0;             // In its tab, from 1 (pane_numbers.h); 0: not yet known.
  std::string name;           // Chosen by the user; empty: none.
  std::string program_title;  // Empty: none.
  std::string cwd;            // Where it was started, or what the program has said (OSC 7).

  PaneState state = PaneState::Running;
  bool has_process = false;      // The host runs something for it.
  std::optional<int> exit_code;  // Of the last process that has ended.

  std::string temporary_file;  // It shows; goes with the pane.  Empty: none.

  bool is_borderless = false;
  bool is_excluded_from_sync = false;
  std::optional<term::Color> foreground;  // None: the default.
  std::optional<term::Color> background;

  // History as wide as the screen is now; null: it has never been of another width.
  std::unique_ptr<term::WrappedHistory> wrapped;
  // The number of the line at the top; none: the pane shows the screen.
  std::optional<std::uint64_t> scroll_top;
  std::optional<Selection> selection;
  std::optional<Copying> copying;  // None: nobody is in copy mode.
  Search search;
  bool has_focus = false;  // Of some client; its program has been told, if it asked.
  // Grows with all that is shown of it beside its text, if a program is the cause.
  std::uint64_t face_version = 0;
  // Several clients may see the pane: what they were told and have not yet seen.
  bool has_bell = false;
  term::Progress progress = term::Progress::None;
  unsigned progress_percent = 0;
  std::optional<std::uint32_t> last_command_exit;  // OSC 133;D

 private:
  class Events;
  std::string numbered_title() const;
  PaneId id_;
  PaneKind kind_;
  std::unique_ptr<Events> events_;
  std::unique_ptr<term::Terminal> terminal_;
};

}  // namespace mux::model
