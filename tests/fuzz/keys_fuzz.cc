// What an outer terminal sends, after a first byte that chooses modes: any cut gives
// the same events, what comes behind a line's end is never lost, and keys that are
// encoded and decoded again stay what they have become.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/check.h"
#include "mux/input/decoder.h"
#include "mux/input/encode.h"
#include "mux/input/preset.h"

namespace {

using namespace mux::input;

// Neighbouring texts of a paste become one.
void append(Event event, std::vector<Event>& all) {
  auto* const piece = std::get_if<Paste>(&event);
  auto* const last = all.empty() ? nullptr : std::get_if<Paste>(&all.back());
  if (piece != nullptr && last != nullptr && piece->part == Paste::Part::Text &&
      last->part == Paste::Part::Text) {
    last->text += piece->text;
  } else {
    all.push_back(std::move(event));
  }
}

std::vector<Event> decode(std::string_view bytes, std::size_t piece) {
  Decoder decoder;
  std::vector<Event> pieces;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    decoder.feed(bytes.substr(at, piece), pieces);
  }
  decoder.flush(pieces);
  CHECK(!decoder.is_waiting());
  std::vector<Event> events;
  for (Event& event : pieces) append(std::move(event), events);
  return events;
}

bool is_inside_paste(const std::vector<Event>& events) {
  bool is_inside = false;
  for (const Event& event : events) {
    if (const auto* const paste = std::get_if<Paste>(&event)) {
      is_inside = paste->part != Paste::Part::End;
    }
  }
  return is_inside;
}

InputModes modes_of(unsigned choice) {
  InputModes modes;
  modes.keyboard_flags = choice & 31;
  modes.other_keys = static_cast<std::uint8_t>((choice >> 5) % 3);
  modes.has_cursor_keys = (choice & 64) != 0;
  modes.has_keypad_keys = (choice & 128) != 0;
  modes.has_bracketed_paste = modes.reports_focus = (choice & 1) != 0;
  modes.mouse = static_cast<MouseMode>(choice % 5);
  modes.mouse_encoding = static_cast<MouseEncoding>((choice >> 3) % 5);
  return modes;
}

void check_round_trip(const std::vector<Event>& events, const InputModes& modes) {
  for (const Event& event : events) {
    CHECK(!describe(event).empty());
    const std::string bytes = encode(event, modes);
    const auto* const key = std::get_if<KeyEvent>(&event);
    if (key == nullptr || modes.keyboard_flags != 31) continue;
    std::string again;
    for (const Event& decoded : decode(bytes, bytes.size() + 1)) again += encode(decoded, modes);
    CHECK(again == bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::vector<Event> events = decode(bytes, bytes.size() + 1);
  CHECK(decode(bytes, 1) == events);
  CHECK(decode(bytes, 1 + data[0] % 16) == events);

  const std::vector<Event> followed = decode(std::string(bytes) + "\rx", bytes.size() + 3);
  if (!is_inside_paste(followed)) {
    const KeyEvent last{.code = 'x', .text = "x"};
    CHECK(!followed.empty() && followed.back() == Event(last));
  }

  static const KeyMap kMap = key_map_of(presets().front());
  for (const Event& event : events) {
    if (const auto* const key = std::get_if<KeyEvent>(&event)) kMap.find(Mode::Normal, *key);
  }
  check_round_trip(events, modes_of(data[0]));
  return 0;
}
