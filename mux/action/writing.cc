#include "mux/action/groups.h"
#include "mux/input/key_names.h"
#include "mux/model/closing.h"
#include "mux/model/input_ops.h"
#include "mux/model/pane_ops.h"

namespace mux::action {

namespace {

Result<PaneId> target_program(const Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_pane(context, arguments));
  if (!pane->has_process) return fail("no program runs in the pane");
  return pane->id();
}

constexpr ArgumentSpec kWrite[] = {{.name = "bytes",
                                    .kind = ArgumentKind::Words,
                                    .is_flag = false,
                                    .is_required = true,
                                    .docs = "Numbers from 0 to 255"},
                                   kPaneId};

Result<Reply> write(Context& context, const Arguments& arguments) {
  const std::string bytes = TRY(bytes_of(arguments.words()));
  const PaneId pane = TRY(target_program(context, arguments));
  model::send_bytes(context.session, context.host, pane, bytes);
  return {};
}

constexpr ArgumentSpec kChars[] = {
    {.name = "chars", .is_flag = false, .is_required = true, .docs = "The text"}, kPaneId};

Result<Reply> write_chars(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_program(context, arguments));
  model::send_bytes(context.session, context.host, pane, arguments.text("chars"));
  return {};
}

Result<Reply> paste(Context& context, const Arguments& arguments) {
  using Part = input::Paste::Part;
  const PaneId pane = TRY(target_program(context, arguments));
  const auto send = [&](input::Paste part) {
    model::send_event(context.session, context.host, pane, std::move(part), context.now_ms);
  };
  send({.part = Part::Start});
  send({.part = Part::Text, .text = std::string(arguments.text("chars"))});
  send({.part = Part::End});
  return {};
}

constexpr ArgumentSpec kKeys[] = {{.name = "keys",
                                   .kind = ArgumentKind::Words,
                                   .is_flag = false,
                                   .is_required = true,
                                   .docs = "Names of keys, as \"Ctrl a\" or F1"},
                                  kPaneId};

Result<Reply> send_keys(Context& context, const Arguments& arguments) {
  // All names are read before the first key is sent.
  std::vector<input::KeyEvent> keys;
  for (const std::string& name : arguments.words()) {
    const input::KeyChord chord = TRY(input::parse_key(name));
    keys.push_back({.code = chord.code, .modifiers = chord.modifiers});
  }
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  for (const input::KeyEvent& key : keys) {
    model::send_event(context.session, context.host, pane, key, context.now_ms);
  }
  return {};
}

Result<Pane*> target_that_asks(const Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  const bool asks = pane->terminal() != nullptr && pane->state != model::PaneState::Running;
  if (!asks) return fail("the pane asks nothing");
  return pane;
}

Result<Reply> confirm(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_that_asks(context, arguments));
  TRY(model::run_pane(context.session, context.host, pane->id()));
  return {};
}

Result<Reply> deny(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_that_asks(context, arguments));
  if (pane->state == model::PaneState::Suspended) {
    TRY(model::run_shell_in(context.session, context.host, pane->id()));
  } else {
    TRY(model::close_pane(context.session, context.host, pane->id(), context.now_ms));
  }
  return {};
}

constexpr ActionRow kWritingRows[] = {
    {"confirm", Group::Write, kOnlyPane, "Run the command that a pane asks about",
     "It is held because it has ended, or waits to be started.", confirm, true},
    {"deny", Group::Write, kOnlyPane, "Do not run the command that a pane asks about",
     "A pane whose command has ended is closed; one that waited gets a shell.", deny, true},
    {"paste", Group::Write, kChars, "Paste text into a pane",
     "In brackets, if its program has asked for them.", paste},
    {"send-keys", Group::Write, kKeys, "Press keys in a pane",
     "They are sent as the pane's program wants to read them.", send_keys},
    {"write", Group::Write, kWrite, "Write bytes to a pane's program", {}, write},
    {"write-chars", Group::Write, kChars, "Write text to a pane's program", {}, write_chars},
};

}  // namespace

std::span<const ActionRow> write_actions() {
  return kWritingRows;
}

}  // namespace mux::action
