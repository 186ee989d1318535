// Actions: what can be done to a session, by name.
//
// Each is one row of a group's table (one file per group).  Key bindings, the
// command line, the wire, completions and the reference speak of actions by their
// rows; nothing else knows them.
//
//   call (words) ─► parse by the row's arguments ─► Arguments ─► function ─► Reply
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/action/action_call.h"
#include "mux/action/arguments.h"
#include "mux/input/key_map.h"
#include "mux/model/session.h"

namespace mux::action {

// Who asks, and what of.
struct Context {
  model::Session& session;
  model::Host& host;
  std::optional<model::ClientId> client;  // Whose focus is meant; none: whoever's was last.
  std::uint64_t now_ms = 0;
  // The pane in which the asking program runs.
  std::optional<model::PaneId> from_pane = {};
  std::string cwd = {};  // Where it runs; empty: not known.
  bool is_by_key = false;
};

struct Reply;

// What is left of an action that reads much text: whoever runs it has the text made and
// written while the session goes on, and then calls finish().
struct LongText {
  enum class Target : std::uint8_t { Memory, File, TemporaryFile };

  std::function<std::string()> make;  // By any thread: it owns all that it uses.
  Target target = Target::Memory;
  std::string path = {};  // Of a file.
  // In a session that has changed since.  `made`: the text; nothing; the path of the
  // temporary file, which is removed if this fails.
  std::function<common::Result<Reply>(Context& context, std::string made)> then;
};

struct Reply {
  std::string text = {};  // For stdout; lines end with newlines.
  int exit_code = 0;
  std::string note = {};  // For stderr: why there was nothing to do, which is no failure.
  // Not done yet: Host::end_wait() will say the exit code.  There is no text then.
  std::optional<model::WaitId> wait = {};
  // Not done yet: these are to be finished, and have replies of their own.
  std::vector<LongText> later = {};
};

enum class Group : std::uint8_t {
  Panes,
  Focus,
  Resize,
  Floating,
  Tabs,
  Scroll,
  Copying,
  Write,
  Modes,
  Session,
  Query,
  Marks,
};

struct ActionRow {
  std::string_view name;  // "new-pane"
  Group group;
  std::span<const ArgumentSpec> arguments;
  std::string_view summary;  // One line: no final full stop.
  std::string_view docs;     // Paragraphs; may be empty.
  common::Result<Reply> (*run)(Context& context, const Arguments& arguments);
  bool is_for_keys = false;  // Makes no sense but as a key's: no `kmux action`.
};

// All of them, sorted by name.
std::span<const ActionRow* const> action_rows();
// Of zellij, and knowingly not of ours.
bool is_for_plugins(std::string_view name);
// Fails with the name that is nearest.
common::Result<const ActionRow*> find_action(std::string_view name);
// Headings, in the order of the groups.
std::span<const std::string_view> group_titles();

// Is the call well-formed?  For configurations and layouts.
common::Result<void> check(const ActionCall& call);

// Text that keys type, as bytes in decimal: the argument of a mode's input action.
ActionCall input_call(std::string_view action, std::string_view text);

// Runs one, and arranges the session.
common::Result<Reply> run(Context& context, const ActionCall& call);
// Of a text that was made, or why it was not.
common::Result<Reply> finish(Context& context, const LongText& text,
                             common::Result<std::string> made);
// One after the other up to the first that fails; replies are joined.
common::Result<Reply> run(Context& context, const input::Actions& actions);

}  // namespace mux::action
