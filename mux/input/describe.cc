#include <algorithm>
#include <type_traits>

#include "mux/input/decoder.h"
#include "mux/input/event.h"
#include "mux/input/key_names.h"

namespace mux::input {

namespace {

constexpr std::string_view kMouseActions[] = {"press",      "release",    "move",       "wheel up",
                                              "wheel down", "wheel left", "wheel right"};

constexpr std::string_view kReportNames[] = {"unknown",
                                             "DA1",
                                             "DA2",
                                             "DA3",
                                             "XTVERSION",
                                             "DECRPM private",
                                             "DECRPM",
                                             "foreground color",
                                             "background color",
                                             "cursor color",
                                             "palette color",
                                             "clipboard",
                                             "color scheme",
                                             "device status",
                                             "keyboard flags",
                                             "modifyOtherKeys",
                                             "cell pixels",
                                             "window pixels",
                                             "window cells",
                                             "resize",
                                             "graphics attributes",
                                             "cursor position",
                                             "capability",
                                             "setting",
                                             "kitty graphics"};
static_assert(std::size(kReportNames) == static_cast<std::size_t>(ReportKind::KittyGraphics) + 1);

// Control characters as ^X, so that one line stays one line.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out += '^';
      out += static_cast<char>(byte ^ 0x40);
    } else {
      out += c;
    }
  }
  return out += '"';
}

std::string describe_key(const KeyEvent& event) {
  const auto chord_modifiers = static_cast<std::uint8_t>(event.modifiers & ~unsigned{kLocks});
  std::string line = "key ";
  line += event.code == 0 ? "text" : key_name({event.code, chord_modifiers});
  if (event.action == KeyAction::Repeat) line += " (repeat)";
  if (event.action == KeyAction::Release) line += " (release)";
  if ((event.modifiers & kCapsLock) != 0) line += " caps-lock";
  if ((event.modifiers & kNumLock) != 0) line += " num-lock";
  if (event.shifted != 0) line += " shifted " + key_name({event.shifted, 0});
  if (event.base_layout != 0) line += " base " + key_name({event.base_layout, 0});
  if (!event.text.empty()) line += " types " + quoted(event.text);
  return line;
}

std::string describe_mouse(const MouseEvent& event) {
  std::string line = "mouse ";
  line += kMouseActions[static_cast<std::size_t>(event.action)];
  if (event.button != 0) line += " " + std::to_string(event.button);
  if ((event.modifiers & kControl) != 0) line += " Ctrl";
  if ((event.modifiers & kAlt) != 0) line += " Alt";
  if ((event.modifiers & kShift) != 0) line += " Shift";
  return line + " at " + std::to_string(event.x) + "," + std::to_string(event.y);
}

std::string describe_paste(const Paste& paste) {
  switch (paste.part) {
    case Paste::Part::Start:
      return "paste start";
    case Paste::Part::End:
      return "paste end";
    case Paste::Part::Text:
      break;
  }
  return "paste " + quoted(paste.text);
}

std::string describe_report(const Report& report) {
  std::string line = "report ";
  line += kReportNames[static_cast<std::size_t>(report.kind)];
  char separator = ' ';
  for (int number : report.numbers) {
    (line += separator) += std::to_string(number);
    separator = ';';
  }
  if (!report.text.empty()) line += " " + quoted(report.text);
  return line;
}

}  // namespace

std::string describe(const Event& event) {
  const auto line = [](const auto& what) -> std::string {
    using What = std::decay_t<decltype(what)>;
    if constexpr (std::is_same_v<What, KeyEvent>) return describe_key(what);
    if constexpr (std::is_same_v<What, MouseEvent>) return describe_mouse(what);
    if constexpr (std::is_same_v<What, Paste>) return describe_paste(what);
    if constexpr (std::is_same_v<What, Focus>) return what.is_gained ? "focus in" : "focus out";
    if constexpr (std::is_same_v<What, Report>) return describe_report(what);
  };
  return std::visit(line, event);
}

std::string describe_input(std::string_view bytes) {
  Decoder decoder;
  std::vector<Event> events;
  decoder.feed(bytes, events);
  decoder.flush(events);
  std::string lines;
  for (const Event& event : events) (lines += describe(event)) += '\n';
  return lines;
}

}  // namespace mux::input
