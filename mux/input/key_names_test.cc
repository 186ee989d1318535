#include "mux/input/key_names.h"

#include <doctest/doctest.h>

namespace mux::input {

TEST_CASE("names of keys parse in any case") {
  CHECK(*parse_key("a") == KeyChord{'a', 0});
  CHECK(*parse_key("A") == KeyChord{'a', kShift});
  CHECK(*parse_key("Shift f") == KeyChord{'f', kShift});
  CHECK(*parse_key("Ctrl a") == KeyChord{'a', kControl});
  CHECK(*parse_key("alt SHIFT p") == KeyChord{'p', kAlt | kShift});
  CHECK(*parse_key(" Super  PageUp ") == KeyChord{key::PageUp, kSuper});
  CHECK(*parse_key("pgdn") == KeyChord{key::PageDown, 0});
  CHECK(*parse_key("Alt left") == KeyChord{key::Left, kAlt});
  CHECK(*parse_key("del") == KeyChord{key::Delete, 0});
  CHECK(*parse_key("Space") == KeyChord{' ', 0});
  CHECK(*parse_key("Ctrl +") == KeyChord{'+', kControl});
  CHECK(*parse_key("é") == KeyChord{0xE9, 0});
}

TEST_CASE("what is misspelt is refused with the nearest name") {
  CHECK(parse_key("PageUpp").error().message == "unknown key 'PageUpp', did you mean 'PageUp'?");
  CHECK(parse_key("Ctlr a").error().message == "unknown modifier 'Ctlr', did you mean 'Ctrl'?");
  CHECK(parse_key("xyzzy plugh").error().message == "unknown modifier 'xyzzy'");
  CHECK(parse_key("").error().message == "a key is missing");
}

TEST_CASE("every key prints as what parses to it") {
  const auto check = [](KeyCode code) {
    for (unsigned modifiers = 0; modifiers < 64; ++modifiers) {
      const KeyChord chord{code, static_cast<std::uint8_t>(modifiers)};
      CAPTURE(key_name(chord));
      CHECK(parse_key(key_name(chord)) == chord);
    }
  };
  for (KeyCode code = ' '; code < 0x7F; ++code) {
    if (code < 'A' || code > 'Z') check(code);
  }
  for (KeyCode code = key::Escape; code <= key::Level5Shift; ++code) check(code);
}

}  // namespace mux::input
