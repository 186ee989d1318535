#include "tests/mux/scenario/steps.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "common/fs/whole_file.h"
#include "common/text/shell_words.h"
#include "mux/input/key_names.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/term/palette.h"
#include "tests/mux/escapes.h"

namespace story {

namespace {

using common::fail;
using common::Result;
using mux_tests::escaped;
using mux_tests::unescaped;

struct Play {
  Stage stage;
  StageSetup setup;
  bool has_started = false;
  int client = 1;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Numbers with one character between them: "40x8", "3,4", "1 3".
std::vector<int> numbers_of(std::string_view text) {
  std::vector<int> numbers;
  while (!text.empty()) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc()) break;
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return numbers;
}

Result<std::vector<int>> numbers_in(const Step& step, std::size_t least) {
  std::vector<int> numbers = numbers_of(step.argument);
  if (numbers.size() < least) return fail("numbers are missing");
  return numbers;
}

mux::term::Size size_of(int columns, int rows) {
  return mux::term::clamped(
      {.columns = static_cast<std::uint16_t>(columns), .rows = static_cast<std::uint16_t>(rows)});
}

Result<FakeClient*> client_of(Play& play) {
  FakeClient* const client = play.stage.client(play.client);
  if (client == nullptr) return fail(fmt::format("there is no client {}", play.client));
  return client;
}

// ---- Before the start

Result<std::string> set_size(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 2));
  play.setup.size = size_of(numbers[0], numbers[1]);
  return {};
}

Result<std::string> set_no_client(Play& play, const Step& /*step*/) {
  play.setup.has_client = false;
  return {};
}

Result<std::string> set_layout(Play& play, const Step& step) {
  play.setup.layout = replaced(step.body, "{folder}", play.stage.folder());
  if (step.argument.empty()) return {};
  play.setup.builtin = mux::layout::find_builtin_layout(step.argument);
  if (play.setup.builtin == nullptr) return fail("there is no such layout");
  return {};
}

Result<std::string> set_config(Play& play, const Step& step) {
  play.setup.config = replaced(step.body, "{folder}", play.stage.folder());
  return {};
}

Result<std::string> make_file(Play& play, const Step& step) {
  TRY(common::fs::write_file(play.stage.folder() + '/' + step.argument,
                             replaced(unescaped(step.body), "{folder}", play.stage.folder())));
  return {};
}

// ---- What is done

Result<std::vector<std::string>> words_in(std::string_view text) {
  auto words = common::text::split_words(text);
  if (!words) return fail(fmt::format("a quote is not closed: {}", text));
  return *std::move(words);
}

Result<mux::action::ActionCall> call_of(std::string_view text) {
  const auto words = TRY(words_in(text));
  mux::action::ActionCall call;
  if (words.empty()) return call;
  call.name = words.front();
  call.arguments.assign(words.begin() + 1, words.end());
  return call;
}

Result<std::string> act(Play& play, const Step& step) {
  return play.stage.perform(TRY(call_of(step.argument)), {});
}

Result<std::string> act_in(Play& play, const Step& step) {
  const std::size_t blank = step.argument.find(' ');
  if (blank == std::string::npos) return fail("expected a pane and an action");
  const auto call = TRY(call_of(std::string_view(step.argument).substr(blank + 1)));
  return play.stage.perform(call, step.argument.substr(0, blank));
}

void type_text(FakeClient& client, std::string_view text) {
  for (const char c : text) {
    const auto chord = mux::input::parse_key(c == ' ' ? "Space" : std::string_view(&c, 1));
    if (chord)
      client.type(mux::input::KeyEvent{.code = chord->code, .modifiers = chord->modifiers});
  }
}

// Names of keys between commas, and text in quotes.
Result<std::string> type_keys(Play& play, const Step& step) {
  FakeClient& client = *TRY(client_of(play));
  std::string_view rest = step.argument;
  while (!rest.empty()) {
    if (rest.front() == '"') {
      const std::size_t end = std::min(rest.find('"', 1), rest.size());
      type_text(client, rest.substr(1, end - 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    } else {
      const std::string_view name = rest.substr(0, rest.find(','));
      const auto chord = TRY(mux::input::parse_key(name));
      client.type(mux::input::KeyEvent{.code = chord.code, .modifiers = chord.modifiers});
      rest.remove_prefix(name.size());
    }
    // What a key does may decide what the next one means.
    TRY(play.stage.settle());
    rest.remove_prefix(std::min(rest.find_first_not_of(", "), rest.size()));
  }
  return {};
}

Result<mux::input::MouseEvent> mouse_of(const std::vector<std::string>& words) {
  using mux::input::MouseAction;
  constexpr std::pair<std::string_view, MouseAction> kActions[] = {
      {"press", MouseAction::Press},
      {"release", MouseAction::Release},
      {"drag", MouseAction::Move},
      {"move", MouseAction::Move},
      {"wheel-up", MouseAction::WheelUp},
      {"wheel-down", MouseAction::WheelDown},
      {"wheel-left", MouseAction::WheelLeft},
      {"wheel-right", MouseAction::WheelRight}};
  constexpr std::pair<std::string_view, std::uint8_t> kButtons[] = {
      {"left", 1}, {"middle", 2}, {"right", 3}};
  constexpr std::pair<std::string_view, std::uint8_t> kModifiers[] = {
      {"Ctrl", mux::input::kControl}, {"Alt", mux::input::kAlt}, {"Shift", mux::input::kShift}};
  mux::input::MouseEvent event;
  for (const std::string& word : words) {
    for (const auto& [name, action] : kActions) {
      if (word == name) event.action = action;
    }
    for (const auto& [name, button] : kButtons) {
      if (word == name) event.button = button;
    }
    for (const auto& [name, modifier] : kModifiers) {
      if (word == name) event.modifiers = static_cast<std::uint8_t>(event.modifiers | modifier);
    }
  }
  const std::vector<int> place = words.empty() ? std::vector<int>() : numbers_of(words.back());
  if (place.size() != 2) return fail("expected a place, as 3,4");
  event.x = place[0];
  event.y = place[1];
  return event;
}

Result<std::string> use_mouse(Play& play, const Step& step) {
  const auto words = TRY(words_in(step.argument));
  TRY(client_of(play))->type(TRY(mouse_of(words)));
  return {};
}

Result<std::string> paste(Play& play, const Step& step) {
  using Part = mux::input::Paste::Part;
  FakeClient& client = *TRY(client_of(play));
  client.type(mux::input::Paste{.part = Part::Start});
  client.type(mux::input::Paste{.part = Part::Text, .text = unescaped(step.argument)});
  client.type(mux::input::Paste{.part = Part::End});
  return {};
}

Result<std::string> write_output(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 1));
  std::string text = step.body;
  std::erase(text, '\n');
  if (play.stage.programs().write(numbers[0], unescaped(text))) return {};
  return fail("no program runs in the pane");
}

Result<std::string> end_program(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 2));
  if (play.stage.programs().find(numbers[0]) == nullptr) return fail("no program runs in the pane");
  play.stage.programs().end(numbers[0], numbers[1]);
  play.stage.reap();
  return {};
}

Result<std::string> resize(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 2));
  TRY(client_of(play))->resize(size_of(numbers[0], numbers[1]));
  return {};
}

Result<std::string> show_colors(Play& play, const Step& step) {
  const std::size_t end = std::min(step.argument.find(' '), step.argument.size());
  const auto foreground = mux::term::parse_color(step.argument.substr(0, end));
  const auto background =
      mux::term::parse_color(step.argument.substr(std::min(end + 1, step.argument.size())));
  if (!foreground || !background) return fail("expected two colours");
  TRY(client_of(play))->show_colors(*foreground, *background);
  return {};
}

Result<std::string> attach(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 3));
  play.client = numbers[0];
  play.stage.attach(play.client, size_of(numbers[1], numbers[2]),
                    step.argument.ends_with("watching"));
  return {};
}

Result<std::string> choose_client(Play& play, const Step& step) {
  play.client = TRY(numbers_in(step, 1))[0];
  return {};
}

Result<std::string> leave(Play& play, const Step& /*step*/) {
  TRY(client_of(play))->leave();
  return {};
}

// ---- What is expected

// Panes, and "json", "styles", "history" and "history=3" among them.
Result<std::string> subscribe(Play& play, const Step& step) {
  constexpr std::string_view kHistory = "history=";
  mux::protocol::Subscribe wish;
  for (const std::string& word : TRY(words_in(step.argument))) {
    if (word == "json") {
      wish.is_json = true;
    } else if (word == "styles") {
      wish.has_styles = true;
    } else if (word == "history") {
      wish.has_history = true;
    } else if (word.starts_with(kHistory)) {
      wish.has_history = true;
      wish.history_lines = static_cast<std::uint32_t>(std::stoul(word.substr(kHistory.size())));
    } else {
      wish.panes.push_back(word);
    }
  }
  return replaced(TRY(play.stage.subscribe(wish)), "\x1b", "\\e");
}

Result<std::string> heard(Play& play, const Step& /*step*/) {
  return replaced(TRY(play.stage.heard()), "\x1b", "\\e");
}

Result<std::string> next_reply(Play& play, const Step& /*step*/) {
  return play.stage.next_reply();
}

Result<std::string> screen(Play& play, const Step& /*step*/) {
  return TRY(client_of(play))->screen();
}

Result<std::string> cells(Play& play, const Step& step) {
  const auto numbers = TRY(numbers_in(step, 2));
  return TRY(client_of(play))->looks(numbers[0], numbers[1], numbers.size() > 2 ? numbers[2] : 1);
}

Result<std::string> input(Play& play, const Step& step) {
  FakePrograms::Program* const program = play.stage.programs().find(TRY(numbers_in(step, 1))[0]);
  if (program == nullptr) return "(no program)\n";
  const std::string text = escaped(std::exchange(program->input, {}));
  return text.empty() ? text : text + '\n';
}

Result<std::string> programs(Play& play, const Step& /*step*/) {
  std::string text;
  for (const auto& [pane, program] : play.stage.programs().running()) {
    text += fmt::format("{} {}x{} {}: {}\n", pane, program.size.columns, program.size.rows,
                        program.cwd.empty() ? "-" : program.cwd, fmt::join(program.command, " "));
  }
  return text;
}

Result<std::string> events(Play& play, const Step& /*step*/) {
  return TRY(client_of(play))->take_events();
}

Result<std::string> why_left(Play& play, const Step& /*step*/) {
  return TRY(client_of(play))->why_left();
}

Result<std::string> written(Play& play, const Step& step) {
  return TRY(common::fs::read_file(replaced(step.argument, "{folder}", play.stage.folder())));
}

// Temporary files are called as chance has it.
std::string without_random_names(std::string text) {
  constexpr std::string_view kStart = "/tmp/kmux-";
  constexpr std::size_t kRandom = 6;
  for (std::size_t at = 0; (at = text.find(kStart, at)) != std::string::npos;) {
    at += kStart.size();
    text.replace(at, kRandom, "XXXXXX");
  }
  return text;
}

// Is a session with the layout of this one the same again?
Result<std::string> dump_again(Play& play, const Step& /*step*/) {
  const mux::action::ActionCall dump{.name = "dump-layout", .arguments = {}};
  const std::string layout = TRY(play.stage.perform(dump, {}));
  StageSetup setup = play.setup;
  setup.layout = layout;
  setup.builtin = nullptr;
  Stage again;
  TRY(again.start(setup));
  std::string layout_again = TRY(again.perform(dump, {}));
  return layout_again == layout ? "the same\n" : layout_again;
}

struct StepRow {
  enum class Kind : std::uint8_t { Setup, Doing, Expecting };
  std::string_view name;
  Kind kind;
  Result<std::string> (*run)(Play& play, const Step& step);
};

constexpr StepRow kSteps[] = {
    {"size", StepRow::Kind::Setup, set_size},
    {"no", StepRow::Kind::Setup, set_no_client},
    {"layout", StepRow::Kind::Setup, set_layout},
    {"config", StepRow::Kind::Setup, set_config},
    {"file", StepRow::Kind::Setup, make_file},
    {"keys", StepRow::Kind::Doing, type_keys},
    {"mouse", StepRow::Kind::Doing, use_mouse},
    {"paste", StepRow::Kind::Doing, paste},
    {"output", StepRow::Kind::Doing, write_output},
    {"ends", StepRow::Kind::Doing, end_program},
    {"resize", StepRow::Kind::Doing, resize},
    {"colors", StepRow::Kind::Doing, show_colors},
    {"attach", StepRow::Kind::Doing, attach},
    {"client", StepRow::Kind::Doing, choose_client},
    {"leave", StepRow::Kind::Doing, leave},
    {"action", StepRow::Kind::Expecting, act},
    {"in", StepRow::Kind::Expecting, act_in},
    {"reply", StepRow::Kind::Expecting, next_reply},
    {"subscribe", StepRow::Kind::Expecting, subscribe},
    {"heard", StepRow::Kind::Expecting, heard},
    {"screen", StepRow::Kind::Expecting, screen},
    {"cells", StepRow::Kind::Expecting, cells},
    {"input", StepRow::Kind::Expecting, input},
    {"programs", StepRow::Kind::Expecting, programs},
    {"events", StepRow::Kind::Expecting, events},
    {"left", StepRow::Kind::Expecting, why_left},
    {"written", StepRow::Kind::Expecting, written},
    {"again", StepRow::Kind::Expecting, dump_again},
};

Result<void> take_step(Play& play, Step& step) {
  const auto row = std::ranges::find(kSteps, step.name, &StepRow::name);
  if (row == std::end(kSteps)) return fail("there is no such step");
  if (row->kind != StepRow::Kind::Setup && !std::exchange(play.has_started, true)) {
    TRY(play.stage.start(play.setup));
  }
  Step asked = step;
  asked.argument = replaced(step.argument, "{folder}", play.stage.folder());
  const std::string outcome = TRY(row->run(play, asked));
  if (play.has_started) TRY(play.stage.settle());
  if (row->kind == StepRow::Kind::Expecting) {
    step.body = without_random_names(replaced(outcome, play.stage.folder(), "{folder}"));
    if (!step.body.empty() && !step.body.ends_with('\n')) step.body += '\n';
  }
  return {};
}

}  // namespace

Result<void> play(const Scenario& scenario, Scenario& outcome) {
  outcome = scenario;
  Play play;
  for (Step& step : outcome.steps) {
    const auto taken = take_step(play, step);
    if (!taken) {
      return fail(fmt::format("line {}: {}: {}", step.number, step.line, taken.error().message));
    }
  }
  return {};
}

}  // namespace story
