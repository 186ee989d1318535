// OSC: titles, colours, links, the clipboard, notifications, shell integration.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "common/json/base64.h"
#include "mux/term/control_strings.h"
#include "mux/term/title.h"

namespace mux::term {

namespace {

constexpr std::size_t kLongestUrl = 4096;

// The text up to the separator, which is taken off `rest` with it.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return part;
}

std::optional<unsigned> number_of(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void set_both_titles(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  set_icon_title(emulator, data);
  set_window_title(emulator, data);
}

void icon_title(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  set_icon_title(emulator, data);
}

void window_title(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  set_window_title(emulator, data);
}

// ---- colours ---------------------------------------------------------------

Color palette_color(const Emulator& emulator, std::uint8_t index) {
  return emulator.palette.find(index).value_or(default_palette_color(index));
}

Color special_color(const Emulator& emulator, SpecialColor color) {
  const TerminalOptions& options = emulator.options;
  const Color usual = color == SpecialColor::Background ? options.background : options.foreground;
  return emulator.palette.find(color).value_or(usual);
}

// "4;INDEX;COLOR" and so on in pairs; "?" asks.
void indexed_colors(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  while (!data.empty()) {
    const auto index = number_of(take_until(data, ';'));
    const std::string_view value = take_until(data, ';');
    if (!index || *index > 255) continue;
    const auto at = static_cast<std::uint8_t>(*index);
    if (value == "?") {
      emulator.reply(
          fmt::format("\x1b]4;{};{}\x1b\\", at, color_text(palette_color(emulator, at))));
    } else if (const auto color = parse_color(value)) {
      emulator.palette.set(at, *color);
    }
  }
}

// OSC 10, 11 and 12; each value more is that of the next number.
void special_colors(Emulator& emulator, std::string_view key, std::string_view data) {
  unsigned number = number_of(key).value_or(10);
  for (; number <= 12; ++number) {
    const std::string_view value = take_until(data, ';');
    const auto index = static_cast<std::uint16_t>(256 + number - 10);
    if (value == "?") {
      const Color color = special_color(emulator, static_cast<SpecialColor>(index));
      emulator.reply(fmt::format("\x1b]{};{}\x1b\\", number, color_text(color)));
    } else if (const auto color = parse_color(value)) {
      emulator.palette.set(index, *color);
    }
    if (data.empty()) break;
  }
}

void reset_indexed_colors(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  if (data.empty()) emulator.palette.reset_indexed();
  while (!data.empty()) {
    const auto index = number_of(take_until(data, ';'));
    if (index && *index <= 255) emulator.palette.reset(static_cast<std::uint16_t>(*index));
  }
}

void reset_special_color(Emulator& emulator, std::string_view key, std::string_view /*data*/) {
  emulator.palette.reset(static_cast<std::uint16_t>(256 + number_of(key).value_or(110) - 110));
}

// ---- links, places, clipboard -----------------------------------------------

void link(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  std::string_view parameters = take_until(data, ';');
  std::string_view id;
  while (!parameters.empty()) {
    const std::string_view parameter = take_until(parameters, ':');
    if (parameter.starts_with("id=")) id = parameter.substr(3);
  }
  const bool is_usable = data.size() <= kLongestUrl && id.size() <= kLongestUrl;
  emulator.pen.style.link =
      is_usable ? emulator.tables.links.intern(id, shown_text(data)) : std::uint16_t{0};
  emulator.is_pen_changed = true;
}

void working_directory(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  emulator.events.set_working_directory(shown_text(data));
}

void clipboard(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  const std::string_view selections = take_until(data, ';');
  if (data == "?") {
    emulator.events.query_clipboard(selections);
  } else {
    // What is not base64 clears the selection.
    const auto text = common::json::decode_base64(data);
    emulator.events.set_clipboard(selections, text.value_or(std::string()));
  }
}

// ---- notifications ----------------------------------------------------------

// OSC 9: a text, or "4;STATE;PERCENT".
void notification(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  if (!data.starts_with("4;")) {
    emulator.events.notify({}, shown_text(data));
    return;
  }
  data.remove_prefix(2);
  const unsigned state = number_of(take_until(data, ';')).value_or(0);
  const unsigned percent = std::min(number_of(take_until(data, ';')).value_or(0), 100u);
  if (state <= 4) emulator.events.show_progress(static_cast<Progress>(state), percent);
}

// OSC 99: "KEY=VALUE:...;TEXT".  Titles and bodies; both may come in parts (d=0).
void desktop_notification(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  std::string_view parameters = take_until(data, ';');
  bool is_body = false;
  bool is_last = true;
  bool is_encoded = false;
  while (!parameters.empty()) {
    const std::string_view parameter = take_until(parameters, ':');
    if (parameter.starts_with("p=") && parameter != "p=title" && parameter != "p=body") return;
    is_body = is_body || parameter == "p=body";
    is_last = is_last && parameter != "d=0";
    is_encoded = is_encoded || parameter == "e=1";
  }
  const std::string text =
      is_encoded ? common::json::decode_base64(data).value_or(std::string()) : std::string(data);
  std::string& part = is_body ? emulator.notification.body : emulator.notification.title;
  part = shown_text(part + text);
  if (!is_last) return;
  emulator.events.notify(emulator.notification.title, emulator.notification.body);
  emulator.notification = {};
}

// OSC 777: "notify;TITLE;BODY".
void urxvt_notification(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  if (take_until(data, ';') != "notify") return;
  const std::string title = shown_text(take_until(data, ';'));
  emulator.events.notify(title, shown_text(data));
}

// ---- shell integration --------------------------------------------------------

void shell_mark(Emulator& emulator, std::string_view /*key*/, std::string_view data) {
  const std::string_view kind = take_until(data, ';');
  Row& row = emulator.cursor_row();
  if (kind == "A" || kind == "P" || kind == "N") {
    row.mark = PromptMark::Prompt;
  } else if (kind == "B" && row.mark == PromptMark::None) {
    row.mark = PromptMark::Input;
  } else if (kind == "C" && row.mark != PromptMark::Prompt) {
    row.mark = PromptMark::Output;
  } else if (kind == "D") {
    emulator.events.command_ended(number_of(take_until(data, ';')).value_or(0));
  }
}

constexpr StringCommand kOscCommands[] = {
    {.key = "0", .run = set_both_titles, .name = "Titles", .docs = "Titles of icon and window."},
    {.key = "1", .run = icon_title, .name = "Icon title", .docs = "Title of the icon."},
    {.key = "10", .run = special_colors, .name = "Foreground", .docs = "Sets or asks for it."},
    {.key = "104",
     .run = reset_indexed_colors,
     .name = "Reset palette",
     .docs = "All colours of the palette, or some, as they were."},
    {.key = "11", .run = special_colors, .name = "Background", .docs = "Sets or asks for it."},
    {.key = "110", .run = reset_special_color, .name = "Reset foreground", .docs = "As it was."},
    {.key = "111", .run = reset_special_color, .name = "Reset background", .docs = "As it was."},
    {.key = "112", .run = reset_special_color, .name = "Reset cursor", .docs = "As it was."},
    {.key = "12", .run = special_colors, .name = "Cursor colour", .docs = "Sets or asks for it."},
    {.key = "133",
     .run = shell_mark,
     .name = "Shell integration",
     .docs = "Where prompt, input and output begin."},
    {.key = "2", .run = window_title, .name = "Title", .docs = "Title of the window."},
    {.key = "4", .run = indexed_colors, .name = "Palette", .docs = "Sets or asks for colours."},
    {.key = "52", .run = clipboard, .name = "Clipboard", .docs = "Sets or asks for it."},
    {.key = "7", .run = working_directory, .name = "Folder", .docs = "Where the program is."},
    {.key = "777", .run = urxvt_notification, .name = "Notification", .docs = "As urxvt has it."},
    {.key = "8", .run = link, .name = "Hyperlink", .docs = "What is written next is a link."},
    {.key = "9",
     .run = notification,
     .name = "Notification",
     .docs = "Tells people something, or how far a job has come."},
    {.key = "99", .run = desktop_notification, .name = "Notification", .docs = "As kitty has it."},
};
static_assert(std::ranges::is_sorted(kOscCommands, {}, &StringCommand::key));

}  // namespace

void run_osc(Emulator& emulator, std::string_view text) {
  const std::string_view key = take_until(text, ';');
  const auto* const row = std::ranges::lower_bound(kOscCommands, key, {}, &StringCommand::key);
  if (row != std::end(kOscCommands) && row->key == key) row->run(emulator, key, text);
}

}  // namespace mux::term
