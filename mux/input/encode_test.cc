#include "mux/input/encode.h"

#include <doctest/doctest.h>

#include <random>

#include "common/text/utf8.h"
#include "mux/input/decode_test_support.h"
#include "mux/input/key_forms.h"
#include "mux/input/key_names.h"

namespace mux::input {
namespace {

using namespace std::string_view_literals;

struct EncoderRow {
  std::string_view key;  // As parse_key() takes it.
  InputModes modes;
  std::string_view bytes;
};

constexpr InputModes kNone{};
constexpr InputModes kCursorKeys{.has_cursor_keys = true};
constexpr InputModes kKeypad{.has_keypad_keys = true};
constexpr InputModes kVt52{.is_vt52 = true};
constexpr InputModes kVt52Keypad{.has_keypad_keys = true, .is_vt52 = true};
constexpr InputModes kOther1{.other_keys = 1};
constexpr InputModes kOther2{.other_keys = 2};
constexpr InputModes kOther2AsU{.has_other_keys_as_u = true, .other_keys = 2};
constexpr InputModes kKitty1{.keyboard_flags = 1};
constexpr InputModes kKitty8{.keyboard_flags = 8};
constexpr InputModes kKitty31{.keyboard_flags = 31};

constexpr EncoderRow kEncoderRows[] = {
    {"a", kNone, "a"},
    {"A", kNone, "A"},
    {"Alt a", kNone,
     "\x1b"
     "a"},
    {"Alt Shift a", kNone,
     "\x1b"
     "A"},
    {"Ctrl a", kNone, "\x01"},
    {"Ctrl Shift a", kNone, "\x01"},
    {"Ctrl Alt a", kNone, "\x1b\x01"},
    {"Ctrl Space", kNone, "\0"sv},
    {"Ctrl [", kNone, "\x1b"},
    {"Ctrl /", kNone, "\x1f"},
    {"Ctrl 1", kNone, "1"},
    {"Ctrl 8", kNone, "\x7f"},
    {"Super a", kNone, ""},
    {"Enter", kNone, "\r"},
    {"Enter", {.has_new_line = true}, "\r\n"},
    {"Shift Enter", kNone, "\r"},
    {"Alt Enter", kNone, "\x1b\r"},
    {"Tab", kNone, "\t"},
    {"Shift Tab", kNone, "\x1b[Z"},
    {"Esc", kNone, "\x1b"},
    {"Alt Esc", kNone, "\x1b\x1b"},
    {"Backspace", kNone, "\x7f"},
    {"Ctrl Backspace", kNone, "\b"},
    {"Backspace", {.has_backspace_key = true}, "\b"},
    {"Up", kNone, "\x1b[A"},
    {"Up", kCursorKeys, "\x1bOA"},
    {"Ctrl Up", kCursorKeys, "\x1b[1;5A"},
    {"Home", kCursorKeys, "\x1bOH"},
    {"F1", kNone, "\x1bOP"},
    {"F3", kNone, "\x1bOR"},
    {"Shift F3", kNone, "\x1b[1;2R"},
    {"F5", kNone, "\x1b[15~"},
    {"Ctrl F5", kNone, "\x1b[15;5~"},
    {"F13", kNone, "\x1b[25~"},
    {"Menu", kNone, "\x1b[29~"},
    {"Delete", kNone, "\x1b[3~"},
    {"Keypad1", kNone, "1"},
    {"Keypad1", kKeypad, "\x1bOq"},
    {"KeypadEnter", kNone, "\r"},
    {"KeypadEnter", kKeypad, "\x1bOM"},
    {"KeypadLeft", kCursorKeys, "\x1bOD"},
    {"Up", kVt52,
     "\x1b"
     "A"},
    {"Ctrl Left", kVt52,
     "\x1b"
     "D"},
    {"F1", kVt52, "\x1bP"},
    {"Keypad1", kVt52, "1"},
    {"Keypad1", kVt52Keypad, "\x1b?q"},
    {"KeypadEnter", kVt52Keypad, "\x1b?M"},
    {"a", kVt52, "a"},
    {"MediaPlay", kNone, ""},
    {"LeftShift", kNone, ""},
    {"Ctrl a", kOther1, "\x01"},
    {"Ctrl Shift a", kOther1, "\x1b[27;6;65~"},
    {"Ctrl 1", kOther1, "\x1b[27;5;49~"},
    {"Ctrl Enter", kOther1, "\x1b[27;5;13~"},
    {"Alt a", kOther1,
     "\x1b"
     "a"},
    {"Ctrl a", kOther2, "\x1b[27;5;97~"},
    {"Alt a", kOther2, "\x1b[27;3;97~"},
    {"A", kOther2, "A"},
    {"Ctrl i", kOther2AsU, "\x1b[105;5u"},
    {"Shift Tab", kOther2, "\x1b[Z"},
    {"a", kKitty1, "a"},
    {"A", kKitty1, "A"},
    {"Enter", kKitty1, "\r"},
    {"Shift Enter", kKitty1, "\x1b[13;2u"},
    {"Esc", kKitty1, "\x1b[27u"},
    {"Ctrl a", kKitty1, "\x1b[97;5u"},
    {"Ctrl Shift a", kKitty1, "\x1b[97;6u"},
    {"Up", kKitty1, "\x1b[A"},
    {"F3", kKitty1, "\x1b[13~"},
    {"F1", kKitty1, "\x1b[P"},
    {"F13", kKitty1, "\x1b[57376u"},
    {"KeypadEnter", kKitty1, "\x1b[57414u"},
    {"LeftShift", kKitty1, ""},
    {"a", kKitty8, "\x1b[97u"},
    {"Enter", kKitty8, "\x1b[13u"},
    {"Shift LeftShift", kKitty8, "\x1b[57441;2u"},
    {"a", kKitty31, "\x1b[97;;97u"},
    {"A", kKitty31, "\x1b[97:65;2;65u"},
    {"Ctrl a", kKitty31, "\x1b[97;5u"},
};

std::string encoded(const KeyEvent& event, const InputModes& modes) {
  std::string out;
  encode_key(event, modes, out);
  return out;
}

std::string encoded(const MouseEvent& event, MouseMode mode, MouseEncoding encoding) {
  std::string out;
  encode_mouse(event, {.mouse = mode, .mouse_encoding = encoding}, out);
  return out;
}

}  // namespace

TEST_CASE("keys are written as the modes say") {
  for (const EncoderRow& row : kEncoderRows) {
    CAPTURE(row.key);
    const auto chord = parse_key(row.key);
    REQUIRE(chord.has_value());
    const KeyEvent event{.code = chord->code, .modifiers = chord->modifiers};
    CHECK(encoded(event, row.modes) == row.bytes);
  }
}

TEST_CASE("actions of keys are written on request only") {
  KeyEvent event{.code = 'a', .action = KeyAction::Release};
  CHECK(encoded(event, {}) == "");
  CHECK(encoded(event, {.keyboard_flags = 1}) == "");
  CHECK(encoded(event, {.keyboard_flags = 3}) == "\x1b[97;1:3u");
  event.action = KeyAction::Repeat;
  CHECK(encoded(event, {}) == "a");
  CHECK(encoded(event, {.keyboard_flags = 3}) == "a");
  CHECK(encoded(event, {.keyboard_flags = 10}) == "\x1b[97;1:2u");
  event.code = key::Up;
  CHECK(encoded(event, {.keyboard_flags = 2}) == "\x1b[1;1:2A");
  event = {.code = key::Enter, .action = KeyAction::Release};
  CHECK(encoded(event, {.keyboard_flags = 3}) == "");
  CHECK(encoded(event, {.keyboard_flags = 10}) == "\x1b[13;1:3u");
}

TEST_CASE("shortcuts on other layouts are those of the place") {
  const KeyEvent event{.code = 0x441, .modifiers = kControl, .base_layout = 'c'};
  CHECK(encoded(event, {}) == "\x03");
  CHECK(encoded(event, {.keyboard_flags = 5}) == "\x1b[1089::99;5u");
}

TEST_CASE("text without a key is text, unless all is to be reported") {
  const KeyEvent event{.text = "å"};
  CHECK(encoded(event, {}) == "å");
  CHECK(encoded(event, {.keyboard_flags = 9}) == "å");
  CHECK(encoded(event, {.keyboard_flags = 24}) == "\x1b[0;;229u");
}

TEST_CASE("locks do not turn text into shortcuts") {
  const KeyEvent event{.code = 'a', .modifiers = kCapsLock | kNumLock};
  CHECK(encoded(event, {}) == "A");
  CHECK(encoded(event, {.keyboard_flags = 1}) == "A");
  CHECK(encoded(event, {.keyboard_flags = 8}) == "\x1b[97;193u");
}

TEST_CASE("every event of the kitty protocol comes back") {
  std::mt19937 random(1);
  const auto pick = [&](std::size_t count) { return static_cast<unsigned>(random() % count); };
  constexpr KeyCode kCharacters[] = {'a', 'z', '1', ';', ' ', 0xE9, 0x6C49, 0x1F600};
  for (int round = 0; round < 20'000; ++round) {
    KeyEvent event;
    event.code = pick(2) == 0 ? kCharacters[pick(std::size(kCharacters))]
                              : key::Escape + pick(key::Level5Shift - key::Escape + 1);
    event.modifiers = static_cast<std::uint8_t>(random());
    event.action = static_cast<KeyAction>(pick(3));
    if (!is_functional(event.code)) {
      const KeyCode shifted = pick(2) == 0 || shifted_of(event) != 0 ? 'Q' : 0;
      if ((event.modifiers & kShift) != 0) event.shifted = shifted;
      event.base_layout = pick(2) == 0 ? 'w' : 0;
      if (event.action != KeyAction::Release) event.text = text_of(event);
    } else if (event.action != KeyAction::Release) {
      event.text = text_of(event);
    }
    const std::string bytes = encoded(event, {.keyboard_flags = 31});
    CAPTURE(bytes.substr(1));
    const std::vector<Event> events = decode(bytes);
    REQUIRE(events.size() == 1);
    CHECK(std::get<KeyEvent>(events[0]) == event);
  }
}

TEST_CASE("what a form can express comes back from it") {
  std::mt19937 random(2);
  const auto pick = [&](std::size_t count) { return static_cast<unsigned>(random() % count); };
  const InputModes modes[] = {kNone, kCursorKeys, kKeypad, kOther1, kOther2, kOther2AsU, kKitty1};
  for (int round = 0; round < 20'000; ++round) {
    KeyEvent event;
    event.code = pick(2) == 0 ? U' ' + pick(95) : key::Escape + pick(90);
    if (event.code >= 'A' && event.code <= 'Z') continue;
    event.modifiers = static_cast<std::uint8_t>(pick(8));
    const InputModes& mode = modes[pick(std::size(modes))];
    const std::string bytes = encoded(event, mode);
    // Whatever the form has made of the key, the same form writes it the same again.
    std::string again;
    for (const Event& decoded : decode(bytes)) again += encode(decoded, mode);
    CAPTURE(key_name({event.code, event.modifiers}));
    CHECK(again == bytes);
  }
}

TEST_CASE("mouse events are those of the mode") {
  const MouseEvent press{.action = MouseAction::Press, .button = 1, .x = 4, .y = 7};
  const MouseEvent drag{.action = MouseAction::Move, .button = 1, .x = 4, .y = 7};
  const MouseEvent move{.action = MouseAction::Move, .x = 4, .y = 7};
  CHECK(encoded(press, MouseMode::Off, MouseEncoding::Sgr) == "");
  CHECK(encoded(press, MouseMode::Clicks, MouseEncoding::X10) == "\x1b[M %(");
  CHECK(encoded(drag, MouseMode::Buttons, MouseEncoding::Sgr) == "");
  CHECK(encoded(drag, MouseMode::Drags, MouseEncoding::Sgr) == "\x1b[<32;5;8M");
  CHECK(encoded(move, MouseMode::Drags, MouseEncoding::Sgr) == "");
  CHECK(encoded(move, MouseMode::Motion, MouseEncoding::Sgr) == "\x1b[<35;5;8M");
  const MouseEvent far{.action = MouseAction::Press, .button = 1, .x = 300, .y = 0};
  CHECK(encoded(far, MouseMode::Buttons, MouseEncoding::X10) == "");
  CHECK(encoded(far, MouseMode::Buttons, MouseEncoding::Utf8) == "\x1b[M \xC5\x8D!");
  CHECK(encoded(far, MouseMode::Buttons, MouseEncoding::Urxvt) == "\x1b[32;301;1M");
}

TEST_CASE("every mouse event comes back") {
  std::mt19937 random(3);
  const auto pick = [&](std::size_t count) { return static_cast<unsigned>(random() % count); };
  constexpr std::uint8_t kButtons[] = {1, 2, 3, 8, 9, 10, 11};
  for (const MouseEncoding encoding :
       {MouseEncoding::X10, MouseEncoding::Sgr, MouseEncoding::Urxvt, MouseEncoding::SgrPixels}) {
    for (int round = 0; round < 5000; ++round) {
      MouseEvent event;
      event.action = static_cast<MouseAction>(pick(7));
      if (event.action < MouseAction::WheelUp) event.button = kButtons[pick(std::size(kButtons))];
      // Only a press before it tells these forms which button is released.
      const bool has_button =
          encoding == MouseEncoding::Sgr || encoding == MouseEncoding::SgrPixels;
      if (event.action == MouseAction::Release && !has_button) event.button = 0;
      if (event.action == MouseAction::Move && pick(2) == 0) event.button = 0;
      event.modifiers = static_cast<std::uint8_t>(pick(8));
      event.x = static_cast<int>(pick(220));
      event.y = static_cast<int>(pick(220));
      const std::string bytes = encoded(event, MouseMode::Motion, encoding);
      CAPTURE(bytes.substr(1));
      const std::vector<Event> events = decode(bytes);
      REQUIRE(events.size() == 1);
      CHECK(std::get<MouseEvent>(events[0]) == event);
    }
  }
}

TEST_CASE("a paste cannot end itself") {
  const InputModes bracketed{.has_bracketed_paste = true};
  CHECK(encode(Paste{.part = Paste::Part::Start}, bracketed) == "\x1b[200~");
  CHECK(encode(Paste{.text = "a\nb\x1b[201~c"}, bracketed) == "a\nb[201~c");
  CHECK(encode(Paste{.part = Paste::Part::End}, bracketed) == "\x1b[201~");
  CHECK(encode(Paste{.part = Paste::Part::Start}, {}) == "");
  CHECK(encode(Paste{.text = "a\nb"}, {}) == "a\rb");
}

TEST_CASE("focus is told to those who ask") {
  CHECK(encode(Focus{.is_gained = true}, {}) == "");
  CHECK(encode(Focus{.is_gained = true}, {.reports_focus = true}) == "\x1b[I");
  CHECK(encode(Focus{}, {.reports_focus = true}) == "\x1b[O");
}

}  // namespace mux::input
