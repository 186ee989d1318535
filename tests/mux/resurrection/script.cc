#include "tests/mux/resurrection/script.h"

namespace resurrection {

std::span<const Step> script() {
  static const std::vector<Step> kSteps = {
      {{"rename-pane", "a"}, "pane a command", "/bin/sh"},
      {{"write-chars", "i=1; while [ $i -le 30 ]; do echo row-$i; i=$((i+1)); done\r"},
       "rows",
       "30"},
      {{"new-pane", "--direction", "right", "--name", "b", "--cwd", "%/one"},
       "pane b cwd",
       "%/one"},
      {{"rename-tab", "alpha"}, "tab 0", "alpha, BASE*"},
      {{"write-chars", "cd ../two\r"}, "pane b cwd", "%/two"},
      {{"new-pane", "--direction", "down", "--name", "c", "--", "sleep", "1000"},
       "pane c command",
       "sleep 1000"},
      {{"toggle-active-sync-tab"}, "tab 0", "alpha, in sync, BASE*"},
      {{"toggle-active-sync-tab"}, "tab 0", "alpha, BASE*"},
      {{"move-focus", "up"}, "focus", "tab 0 b "},
      {{"write-chars", "sleep 2000\r"}, "pane b command", "sleep 2000"},
      {{"new-tab", "--name", "beta", "--cwd", "%/three"}, "focus", "tab 1 b Pane #1 "},
      {{"rename-pane", "d"}, "pane d cwd", "%/three"},
      {{"new-pane", "--floating", "--name", "f", "--cwd", "%/one", "--x", "7", "--y", "4",
        "--width", "31", "--height", "9"},
       "pane f place",
       "tab 1 floating 7,4 31x9"},
      {{"new-pane", "--direction", "down", "--name", "e", "--", "sh", "-c", "exit 3"},
       "pane e exit",
       "3"},
      {{"go-to-tab", "1"}, "focus", "tab 0 b e "},
      {{"move-focus", "left"}, "focus", "tab 0 a e "},
      {{"write-chars", "while [ $i -le 60 ]; do echo row-$i; i=$((i+1)); done\r"}, "rows", "60"},
      {{"toggle-fullscreen"}, "tab 0", "alpha, fullscreen, BASE*"},
      {{"write-chars", "cd three\r"}, "pane a cwd", "%/three"},
      {{"toggle-fullscreen"}, "tab 0", "alpha, BASE*"},
      {{"resize", "increase", "right"}, "pane a place", ""},
      {{"move-focus", "right"}, "focus", "tab 0 b e "},
      {{"close-pane"}, "pane b cwd", ""},
  };
  return kSteps;
}

std::string filled_in(std::string_view text, const std::string& folder) {
  std::string filled;
  for (const char c : text) {
    if (c == '%') {
      filled += folder;
    } else {
      filled += c;
    }
  }
  return filled;
}

}  // namespace resurrection
